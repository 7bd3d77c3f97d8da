import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksOf } from '#lib/domain/office-markup.ts'
import { pivotColumns, sharedTexts, sheetLimits, sheetRows } from '#lib/domain/spreadsheet-part.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;')
const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

test('cells come back as they were written, whatever stands in them, shared or not', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 30 }), { maxLength: 12 }), fc.boolean(), fc.boolean(), (table, share, refer) => {
    const shared = share ? table.flat() : []
    let next = 0
    const body = table.map((row, line) => `<x:row r="${line + 1}">${row.map((text, at) => {
      const where = refer ? ` r="${letters(at)}${line + 1}"` : ''
      return share ? `<x:c${where} t="s"><x:v>${next++}</x:v></x:c>` : `<x:c t='inlineStr'${where}><x:is><x:t xml:space="preserve">${escaped(text)}</x:t></x:is></x:c>`
    }).join('')}</x:row>`).join('')
    const texts = sharedTexts(`<?xml version="1.0"?><!-- < --><sst>${shared.map((text) => `<si><r><t>${escaped(text)}</t></r><rPh><t>spoken</t></rPh></si>`).join('')}</sst>`)
    expect(texts).toEqual(shared)
    const trimmed = table.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1)).filter((row) => row.length > 0)
    expect(sheetRows(`<x:worksheet><x:sheetData>${body}</x:sheetData></x:worksheet>`, texts)).toEqual(trimmed)
  }))
})

describe('what is not whole or not honest', () => {
  test('a beginning of a sheet gives the beginning of its rows', () => {
    const xml = '<sheetData><row><c t="str"><v>Site</v></c><c><v>12</v></c></row><row><c><v>13</v></c><c r="B2'
    expect(sheetRows(xml, [])).toEqual([['Site', '12'], ['13']])
    for (let end = 0; end <= xml.length; end += 1) expect(() => sheetRows(xml.slice(0, end), [])).not.toThrow()
  })

  test('a document type is refused: entities grow nowhere', () => {
    expect(() => [...marksOf('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><t>&b;</t>')]).toThrow('a document type')
    expect(sharedTexts('<si><t>&b; &#x110000; &amp;lt;</t></si>')).toEqual(['&b; &#x110000; &lt;'])
  })

  test('a sheet that goes on for ever, far to the right or with long texts keeps to its bounds', () => {
    expect(sheetRows('<row><c><v>1</v></c></row>'.repeat(5_000), [])).toHaveLength(sheetLimits.rows)
    expect(sheetRows('<row><c r="XFD1"><v>1</v></c><c r="C1"><v>2</v></c></row>', [])).toEqual([['', '', '2']])
    expect(sheetRows(`<row><c t="str"><v>${'a'.repeat(9_000)}</v></c></row>`, [])[0]?.[0]).toHaveLength(sheetLimits.text)
  })

  test.each([['marks that never end', '<c'], ['quotes that never end', '<c a="'], ['cells that never close', '<row><c t="s"><v>'], ['signs that end nothing', '<c a=">'], ['comments that never end', '<!--']])('%s are read in one pass', (_what, piece) => {
    const begun = performance.now()
    sheetRows(piece.repeat(400_000), [])
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})

test('a pivot table says what it was made from', () => {
  expect(pivotColumns('<pivotCacheDefinition><cacheFields count="2"><cacheField name="Pr&#233;nom" numFmtId="0"><sharedItems/></cacheField><cacheField numFmtId="0" name="Score"/></cacheFields></pivotCacheDefinition>')).toEqual(['Prénom', 'Score'])
})
