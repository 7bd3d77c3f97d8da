'use server'
import type { ImportState } from '#lib/domain/import-state.ts'
import { importStep } from '#lib/server/measurement/import-action.ts'

export async function importFile(_before: ImportState, form: FormData): Promise<ImportState> {
  return importStep(form)
}
