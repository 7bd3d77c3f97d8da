/** What stands in the parts of an Office spreadsheet (ECMA-376 part 1 §18): texts and cells, nothing of how they look. */
import { attribute, marksOf } from '#lib/domain/office-markup.ts'

/** Bounds per sheet: enough to tell a list of people from totals. */
export const sheetLimits = { rows: 2_050, columns: 256, text: 300 } as const

/** The texts cells share (§18.4), in order; what is spoken beside them (`rPh`) is no text of theirs. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let [text, spoken] = ['', false]
  for (const { before, name, opens, closes } of marksOf(xml)) {
    if (name === 'rPh') spoken = opens && !closes
    if (name === 't' && !opens && !spoken) text += before
    if (name !== 'si') continue
    if (closes) texts.push(text.slice(0, sheetLimits.text))
    text = ''
  }
  return texts
}

/** The cells of a sheet (§18.3) as rows of texts; numbers as they are stored, absent cells ''. Rows that hold nothing are left out. */
export function sheetRows(xml: string, shared: readonly string[]): string[][] {
  const rows: string[][] = []
  let [row, column, kind, text]: [string[], number, string, string] = [[], 0, '', '']
  for (const { before, name, attributes, opens, closes } of marksOf(xml)) {
    if (name === 'row') {
      if (row.length > 0) rows.push(row)
      row = []
      column = 0
      if (rows.length >= sheetLimits.rows) break
    } else if (name === 'c' && opens) {
      column = columnOf(attribute(attributes, 'r')) ?? column + 1
      kind = attribute(attributes, 't')
      text = ''
    } else if ((name === 'v' || name === 't') && !opens) {
      text += before
    }
    const shown = kind === 's' ? (shared[Number(text)] ?? '') : text
    if (name !== 'c' || !closes || column > sheetLimits.columns || shown === '') continue
    while (row.length < column - 1) row.push('')
    row[column - 1] = shown.slice(0, sheetLimits.text)
  }
  if (row.length > 0 && rows.length < sheetLimits.rows) rows.push(row)
  return rows
}

/** The columns a pivot table keeps a copy of (§18.10.1.3): what it was made from travels with it. */
export function pivotColumns(xml: string): string[] {
  const names: string[] = []
  for (const { name, attributes, opens } of marksOf(xml)) if (name === 'cacheField' && opens) names.push(attribute(attributes, 'name').slice(0, sheetLimits.text))
  return names
}

/** "BC12" is column 55. */
function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/u.exec(reference)?.[1]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
