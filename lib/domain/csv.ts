/**
 * CSV as RFC 4180 writes it (comma, CRLF, quotes doubled), made safe to open in a spreadsheet: a text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP ASVS 5.0, 1.2.10). Numbers stay numbers.
 */
export type CsvValue = string | number | boolean | null | undefined

/** First characters that start a formula, full-width forms included, and those that spreadsheets strip to reach one. */
const formulaStart = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/

/** A text that no spreadsheet takes for a formula: the same text, with an apostrophe in front where one would. */
export function disarmed(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** One cell: '' for null, undefined and numbers that are not finite. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value === 'boolean') return String(value)
  const safe = disarmed(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A header line and one line per row, in the order of `columns`; every line ends with CRLF. */
export function csv<Row>(columns: readonly (readonly [name: string, value: (row: Row) => CsvValue])[], rows: readonly Row[]): string {
  const header = columns.map(([name]) => csvCell(name))
  const lines = rows.map((row) => columns.map(([, value]) => csvCell(value(row))))
  return [header, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}
