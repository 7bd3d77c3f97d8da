import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellText } from '#lib/server/document/cell-text.ts'
import { writeSpreadsheet, type SpreadsheetColumn, type SpreadsheetValue } from '#lib/server/document/spreadsheet.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

const write = async (columns: SpreadsheetColumn[], rows: SpreadsheetValue[][], sheet = 'Candidatures') =>
  readSpreadsheet(await writeSpreadsheet({ locale: 'fr', sheet, columns, rows }))
const note = (count: number) => `[${count}]`

describe('a sheet', () => {
  test('keeps its header in view, its numbers numbers, its dates dates, its hours those of Paris', async () => {
    const columns: SpreadsheetColumn[] = [
      { title: 'Solution', kind: 'text' },
      { title: 'SIREN', kind: 'text' },
      { title: 'Note', kind: 'number' },
      { title: 'Créée le', kind: 'date' },
      { title: 'Déposée le', kind: 'instant' },
    ]
    const read = await write(columns, [
      ['Été & <b>', '012345678', -2.5, '2026-05-12', new Date('2026-05-12T15:00:07.9Z')],
      [null, '', 0, null, new Date('2026-01-15T23:30:00Z')],
    ])
    expect(read).toMatchObject({ name: 'Candidatures', frozenRows: 1, boldHeader: true })
    expect(read.cells[0]?.map((cell) => (cell && 'text' in cell ? cell.text : undefined))).toEqual(['Solution', 'SIREN', 'Note', 'Créée le', 'Déposée le'])
    // 12 May 2026 is day 46,154; 17:00:07 in Paris, not 15:00:07.
    expect(read.cells[1]).toEqual([
      { text: 'Été & <b>' },
      { text: '012345678' },
      { number: -2.5, format: undefined },
      { number: 46_154, format: 'dd/mm/yyyy' },
      { number: expect.closeTo(46_154 + (17 * 3600 + 7) / 86_400, 6), format: 'dd/mm/yyyy hh:mm:ss' },
    ])
    // 15 January 23:30 UTC is the 16th, 00:30, in Paris.
    expect(read.cells[2]).toEqual([undefined, undefined, { number: 0, format: undefined }, undefined, { number: expect.closeTo(46_038 + 30 / 1440, 6), format: 'dd/mm/yyyy hh:mm:ss' }])
  })

  test('says which cell is not of its column’s kind, and serves the next file still', async () => {
    const columns: SpreadsheetColumn[] = [{ title: 'Note', kind: 'number' }]
    await expect(write(columns, [[1], [Number.NaN]])).rejects.toThrow('Row 2, column “Note”: not a number.')
    await expect(write(columns, [['1']])).rejects.toThrow('Row 1, column “Note”: not a number.')
    await expect(write([{ title: 'Jour', kind: 'date' }], [['12/05/2026']])).rejects.toThrow('not a date')
    expect((await write(columns, [[1]])).cells[1]).toEqual([{ number: 1, format: undefined }])
  })

  test.each([
    ["L'appel : [2026] / tour*1?", "L'appel 2026 tour 1"],
    ['x'.repeat(40), 'x'.repeat(31)],
    ["'''", '1'],
    ['😀'.repeat(20), '😀'.repeat(15)],
  ])('a name of sheet that spreadsheets refuse is mended: %s', async (name, mended) => {
    expect((await write([], [], name)).name).toBe(mended)
  })

  test('days before 1 March 1900, which spreadsheets count wrongly, are written', async () => {
    expect((await write([{ title: 'Jour', kind: 'date' }], [['1900-02-28'], ['1900-03-01']])).cells.slice(1)).toEqual([[{ text: '1900-02-28' }], [{ number: 61, format: 'dd/mm/yyyy' }]])
  })
})

const armed = ['=1+1', '+33 1', '-2', '@SUM(A1)', '\tx', '\n=1', '＝1', '＋1', '－1', '＠1', '=HYPERLINK("https://exemple.fr","clic")', '=cmd|\' /C calc\'!A0', '-1+1|cmd', '@import']
const awkward = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '_x0041_', '_x005F_x0041_', '<![CDATA[x]]>', '&lt;', ' x ', 'a\nb', 'a\tb', '"', 'é', 'e\u0301', '👩‍⚕️', 'مرحبا', '\u202Eabc', '1e5', '0012', 'TRUE', '2026-05-12']

describe('text', () => {
  test('stays the text it is, whatever it looks like, and starts no formula', async () => {
    const texts = [...armed, ...awkward]
    const read = await write([{ title: '=titre', kind: 'text' }], texts.map((text) => [text]))
    expect(read.cells.map(([cell]) => cell)).toEqual(["'=titre", ...armed.map((text) => `'${text}`), ...awkward].map((text) => ({ text })))
  })

  test.each([
    ['NUL\0, BEL\x07, ESC\x1B, DEL\x7F', 'NUL␀, BEL␇, ESC␛, DEL␡'],
    ['C1\x85, half\uD83D, \uFFFE, \uFFFD', 'C1␦, half␦, ␦, ␦'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\0=1', '␀=1'],
    ['\r=1', "'\n=1"],
  ])('%j reads %j', async (text, expected) => {
    expect((await write([{ title: 't', kind: 'text' }], [[text]])).cells[1]).toEqual([{ text: expected }])
  })

  test('is cut where a cell ends, says so and how much there was, and splits no character', async () => {
    const whole = 'a'.repeat(32_767)
    const long = `a${'😀'.repeat(16_400)}`
    const read = await write([{ title: 't', kind: 'text' }], [[whole], [`${whole}b`], [long]])
    const texts = read.cells.slice(1).map(([cell]) => (cell && 'text' in cell ? cell.text : ''))
    const said = (count: string) => ` [… coupé ici\u00A0: le texte entier compte ${count} caractères, il est dans le portail]`
    expect(texts.map(({ length }) => length)).toEqual([32_767, 32_767, 32_766])
    expect(texts.map((text) => /[^a😀].*/u.exec(text)?.[0])).toEqual([undefined, said('32\u202F768'), said('32\u202F801')])
    expect(texts.every((text) => text.isWellFormed())).toBe(true)
  })

  test('any text: no formula, at most a cell, nothing XML refuses; untouched when there was nothing to do', () => {
    const odd = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', '\uD83D', '\uDE00', '\uFFFF', '_x0041_', 'a', '\x9F') })
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), odd), (text) => {
      const written = cellText(text, note)
      return written.isWellFormed() && !/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|[\0-\x08\v\f\r\x0E-\x1F\x7F-\x9F\uFFFD-\uFFFF]/.test(written)
    }))
    fc.assert(fc.property(fc.lorem(), (text) => { expect(cellText(text, note)).toBe(text) }))
  })
})
