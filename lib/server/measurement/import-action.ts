import type { ImportState } from '#lib/domain/import-state.ts'
import { currentCaller } from '#lib/server/actor.ts'
import { text } from '#lib/server/action.ts'
import { importMeasurements, tryImport } from '#lib/server/measurement/import-measurements.ts'
import { mostImportLength } from '#lib/server/measurement/read-import.ts'
import { isRefusal } from '#lib/server/refusal.ts'

const mostShown = 200

/** The two steps of an import: a trial reading, then, once `confirmed` names its count, the import. What was read is kept in between. */
export async function importStep(form: FormData): Promise<ImportState> {
  const sent = await sentText(form)
  const asked = { programmeId: text(form, 'programmeId') || null, slug: text(form, 'slug') || null, text: sent }
  try {
    if (text(form, 'confirmed')) return { status: 'done', ...(await importMeasurements(await currentCaller(), { ...asked, confirmed: text(form, 'confirmed') })) }
    const { lines, count, faults } = await tryImport(await currentCaller(), asked)
    return { status: 'tried', lines, count, faults: faults.slice(0, mostShown), more: Math.max(0, faults.length - mostShown), text: sent }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { status: 'refused', code: error.code, ...(error.reason && { reason: error.reason }), text: sent }
  }
}

/** The file chosen, else what was pasted. UTF-8; what a French spreadsheet writes otherwise is read as Windows-1252. */
async function sentText(form: FormData): Promise<string> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return text(form, 'text')
  if (file.size > mostImportLength) return ' '.repeat(mostImportLength + 1)
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
