import type { ImportFault } from '#lib/domain/measurement-import.ts'

/** What an import form knows: nothing yet, what a trial reading found with the text it read, how many were imported, or why not. */
export type ImportState =
  | { status: 'new' }
  | { status: 'tried'; lines: number; count: number; faults: readonly ImportFault[]; more: number; text: string }
  | { status: 'done'; imported: number }
  | { status: 'refused'; code: string; reason?: string; text: string }
