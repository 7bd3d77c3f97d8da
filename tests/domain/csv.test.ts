import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, csvCell } from '#lib/domain/csv.ts'

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+33 1', "'+33 1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['\0x', "'\0x"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠1', "'＠1"],
    ['=HYPERLINK("a,b")', '"\'=HYPERLINK(""a,b"")"'],
    ['a"b', '"a""b"'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    ['1=1', '1=1'],
    ['', ''],
  ])('%j is written %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  test('numbers stay numbers, negative ones too', () => {
    expect(csvCell(-2)).toBe('-2')
    expect(csvCell(16.7)).toBe('16.7')
    expect(csvCell(Number.NaN)).toBe('')
    expect(csvCell(Number.POSITIVE_INFINITY)).toBe('')
    expect(csvCell(true)).toBe('true')
    expect(csvCell(null)).toBe('')
    expect(csvCell(undefined)).toBe('')
  })
})

test('a table has a header and ends each line with CRLF', () => {
  const columns = [['slug', (it: { slug: string; value: number | null }) => it.slug], ['value', (it: { slug: string; value: number | null }) => it.value]] as const
  expect(csv(columns, [{ slug: 'a', value: 1.5 }, { slug: '=b', value: null }])).toBe("slug,value\r\na,1.5\r\n'=b,\r\n")
  expect(csv(columns, [])).toBe('slug,value\r\n')
})

/** Reads RFC 4180 back, to hold the writer to it. */
function parse(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('whatever is written is read back, and no cell can start a formula', () => {
  const table = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', '\0', '＝', 'a', ' ') })))
  fc.assert(fc.property(table, (rows) => {
    const read = parse(csv([['a', ([a]) => a], ['b', ([, b]) => b]], rows)).slice(1)
    expect(read.map((cells) => cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, '')))).toEqual(rows)
    expect(read.flat().some((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell))).toBe(false)
  }))
})
