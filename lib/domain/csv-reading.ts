/**
 * CSV as spreadsheets write it: comma, semicolon or tab; quotes doubled; any line end; with or without a byte order mark.
 * An apostrophe that the portal's own files put before a formula is taken off again (csv.ts).
 */
import { disarmed } from '#lib/domain/csv.ts'

/** `line` is where the row begins in the file, from 1. */
export type CsvRow = { line: number; cells: string[] }
/** `brokenAt`: the line on which a quote opens that never closes; what follows could not be read. */
export type CsvRead = { separator: ',' | ';' | '\t'; rows: CsvRow[]; brokenAt: number | null }

/** All rows but empty ones. The separator is the one most frequent in the first line, outside quotes. */
export function readCsv(text: string): CsvRead {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [at, line, begun] = [0, 1, 1]
  const endRow = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: begun, cells })
    cells = []
    line += 1
    begun = line
  }
  while (at < source.length) {
    let cell: string
    if (source[at] === '"') {
      const opened = line
      let end = at + 1
      for (;;) {
        end = source.indexOf('"', end)
        if (end === -1) return { separator, rows, brokenAt: opened }
        if (source[end + 1] !== '"') break
        end += 2
      }
      const quoted = source.slice(at + 1, end)
      line += lineEnds(quoted)
      const rest = plainEnd(source, end + 1, separator)
      cell = quoted.replaceAll('""', '"') + source.slice(end + 1, rest)
      at = rest
    } else {
      const end = plainEnd(source, at, separator)
      cell = source.slice(at, end)
      at = end
    }
    cells.push(armed(cell))
    const sign = source[at]
    if (sign === separator) {
      at += 1
      if (at === source.length) cells.push('')
      continue
    }
    at += sign === '\r' && source[at + 1] === '\n' ? 2 : 1
    endRow()
  }
  if (cells.length > 0) endRow()
  return { separator, rows, brokenAt: null }
}

function separatorOf(source: string): ',' | ';' | '\t' {
  const first = (/^(?:"(?:[^"]|"")*"|[^\r\n"])*/u.exec(source.slice(0, 20_000))?.[0] ?? '').replace(/"(?:[^"]|"")*"/gu, '')
  const count = (sign: string) => first.split(sign).length
  const [comma, semicolon, tab] = [count(','), count(';'), count('\t')]
  return tab > comma && tab > semicolon ? '\t' : semicolon > comma ? ';' : ','
}

function plainEnd(source: string, from: number, separator: string): number {
  let at = from
  while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') at += 1
  return at
}

function lineEnds(text: string): number {
  return (text.match(/\r\n|\r|\n/gu) ?? []).length
}

function armed(cell: string): string {
  return cell.startsWith("'") && disarmed(cell.slice(1)) === cell ? cell.slice(1) : cell
}
