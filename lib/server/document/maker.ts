import { parentPort } from 'node:worker_threads'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'
import { fillSheet } from '#lib/server/document/sheet.ts'
import type { Spreadsheet } from '#lib/server/document/spreadsheet.ts'
import type { Answer } from '#lib/server/thread.ts'
import { typeset } from '#lib/server/document/typeset.ts'

export type Job = { make: 'pdf'; input: PortalDocument } | { make: 'spreadsheet'; input: Spreadsheet }

parentPort?.on('message', async (job: Job) => {
  const answer = await make(job)
  parentPort?.postMessage(answer, answer.ok ? [answer.made.buffer] : [])
})

async function make(job: Job): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  try {
    return { ok: true, made: await (job.make === 'pdf' ? typeset(job.input) : fillSheet(job.input)) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
