import type { Locale } from '#lib/i18n/locale.ts'
import { inThread } from '#lib/server/document/thread.ts'

/** What a column's cells hold: strings, finite numbers, Paris dates ("2026-05-12") or instants (Date); null leaves a cell empty. */
export type SpreadsheetColumn = { title: string; kind: 'text' | 'number' | 'date' | 'instant'; width?: number }
export type SpreadsheetValue = string | number | Date | null
export type Spreadsheet = {
  locale: Locale
  sheet: string
  columns: readonly SpreadsheetColumn[]
  rows: readonly (readonly SpreadsheetValue[])[]
}

/**
 * An XLSX file (ECMA-376) of one sheet whose bold header stays in view; widths are in characters. Text stays text: its
 * cells are typed so, and what looks like a formula gets an apostrophe as in the CSV. Dates are dates, instants show Paris
 * time. What a cell cannot hold shows: controls are drawn (␀), a text over 32,767 characters ends with a note.
 * Error naming the cell when a value is not of its column's kind; Refusal `busy`.
 */
export async function writeSpreadsheet(spreadsheet: Spreadsheet): Promise<Uint8Array> {
  return inThread({ make: 'spreadsheet', input: spreadsheet })
}
