import { parentPort } from 'node:worker_threads'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'
import { fillSheet } from '#lib/server/document/sheet.ts'
import type { Spreadsheet } from '#lib/server/document/spreadsheet.ts'
import { typeset } from '#lib/server/document/typeset.ts'

export type Job = { make: 'pdf'; input: PortalDocument } | { make: 'spreadsheet'; input: Spreadsheet }
export type Made = { ok: true; file: Uint8Array<ArrayBuffer> } | { ok: false; reason: string }

parentPort?.on('message', async (job: Job) => {
  const made = await make(job)
  parentPort?.postMessage(made, made.ok ? [made.file.buffer] : [])
})

async function make(job: Job): Promise<Made> {
  try {
    return { ok: true, file: await (job.make === 'pdf' ? typeset(job.input) : fillSheet(job.input)) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
