import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { parisTime } from '#lib/domain/calendar.ts'
import { cellText } from '#lib/server/document/cell-text.ts'
import { documentWords } from '#lib/server/document/document-words.ts'
import type { Spreadsheet, SpreadsheetColumn, SpreadsheetValue } from '#lib/server/document/spreadsheet.ts'

const widths = { text: 24, number: 12, date: 12, instant: 20 }
const formats = { date: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm:ss' }
/** Spreadsheets count days from 1900 and have a 29 February in that year: earlier dates are written as text. */
const firstDay = Date.UTC(1900, 2, 1)

type Write = (text: string) => CellObject

/** The bytes of a spreadsheet, see `writeSpreadsheet`. Blocks for about a second per 200,000 cells. */
export async function fillSheet({ locale, sheet, columns, rows }: Spreadsheet): Promise<Uint8Array<ArrayBuffer>> {
  const t = documentWords(locale)
  const write: Write = (text) => ({ type: String, value: cellText(text, (count) => t('spreadsheet.cut', { count })) })
  const data: SheetData = [columns.map(({ title }) => ({ ...write(title), fontWeight: 'bold', alignVertical: 'top', wrap: true }))]
  for (const [index, row] of rows.entries()) data.push(columns.map((column, at) => cell(column, row[at] ?? null, index, write)))
  const file = writeXlsxFile(data, {
    sheet: sheetName(sheet),
    stickyRowsCount: 1,
    columns: columns.map(({ kind, width }) => ({ width: width ?? widths[kind] })),
  })
  return new Uint8Array(await file.toBuffer())
}

function cell(column: SpreadsheetColumn, value: SpreadsheetValue, row: number, write: Write): CellObject | null {
  if (value === null || value === '') return null
  const { kind } = column
  if (kind === 'text' && typeof value === 'string') return write(value)
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return { type: Number, value }
  const day = kind === 'date' && typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  if (!Number.isNaN(day)) return date(day, formats.date, String(value), write)
  if (kind === 'instant' && value instanceof Date && !Number.isNaN(value.getTime())) return date(wallClock(value), formats.instant, value.toISOString(), write)
  throw new TypeError(`Row ${row + 1}, column “${column.title}”: not a ${kind}.`)
}

function date(milliseconds: number, format: string, text: string, write: Write): CellObject {
  return milliseconds < firstDay ? write(text) : { type: Date, value: new Date(milliseconds), format }
}

/** A spreadsheet knows no time zone: what a Paris clock shows, as if it were UTC. */
function wallClock(instant: Date): number {
  const { year, month, day, hour, minute, second } = parisTime(instant)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Names of sheets have at most 31 characters and none of []/\:*?, nor an apostrophe at either end. */
function sheetName(name: string): string {
  const allowed = name.replace(/[\s[\]/\\:*?\p{Cc}]+/gu, ' ').trim()
  return Array.from(allowed).slice(0, 31).join('').slice(0, 31).replace(/^'+|'+$/g, '').toWellFormed().trim() || '1'
}
