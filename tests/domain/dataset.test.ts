import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothLanguages, column, type Dataset, datasetCsv, datasetRecords, tableSchema } from '#lib/domain/dataset.ts'
import type { Localized } from '#lib/domain/localized.ts'

type Row = { slug: string; title: Localized | null; people: number | null; quantified: boolean; sources: string[] }

const dataset: Dataset<Row> = {
  name: 'ruptures',
  key: ['slug'],
  columns: [
    column('slug', 'string', ({ slug }) => slug),
    ...bothLanguages<Row>('title', ({ title }) => title),
    column('people', 'number', ({ people }) => people),
    column('quantified', 'boolean', ({ quantified }) => quantified),
    column('sources', 'list', ({ sources }) => sources),
  ],
}

const rows: Row[] = [
  { slug: 'a', title: { fr: 'Délai, « long »', en: 'Delay, "long"' }, people: 1_600_000, quantified: true, sources: ['x', 'y'] },
  { slug: 'b', title: { fr: '=SOMME(A1)' }, people: null, quantified: false, sources: [] },
  { slug: 'c', title: null, people: 0, quantified: true, sources: ['a|b'] },
]

describe('datasetCsv', () => {
  it('gives two columns per text, nothing for what is absent, and no formula', () => {
    expect(datasetCsv(dataset, rows)).toBe(
      'slug,title_fr,title_en,people,quantified,sources\r\n' +
        'a,"Délai, « long »","Delay, ""long""",1600000,true,x|y\r\n' +
        "b,'=SOMME(A1),,,false,\r\n" +
        'c,,,0,true,a¦b\r\n',
    )
  })

  it('writes one line per row, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (texts) => {
        const some = texts.map((text, index) => ({ slug: `s${index}`, title: { fr: text.replace(/[\r\n]/g, ' '), en: 'x' }, people: index, quantified: true, sources: [] }))
        expect(datasetCsv(dataset, some).split('\r\n')).toHaveLength(some.length + 2)
      }),
    )
  })
})

describe('datasetRecords', () => {
  it('keeps types and lists, with null for what is absent', () => {
    expect(datasetRecords(dataset, rows.slice(1, 2))).toEqual([{ slug: 'b', title_fr: '=SOMME(A1)', title_en: null, people: null, quantified: false, sources: [] }])
  })
})

describe('tableSchema', () => {
  it('describes the fields of the CSV in their order', () => {
    expect(tableSchema(dataset)).toEqual({
      name: 'ruptures',
      fields: [
        { name: 'slug', type: 'string', constraints: { required: true } },
        { name: 'title_fr', type: 'string', constraints: { required: false } },
        { name: 'title_en', type: 'string', constraints: { required: false } },
        { name: 'people', type: 'number', constraints: { required: false } },
        { name: 'quantified', type: 'boolean', constraints: { required: false } },
        { name: 'sources', type: 'string', constraints: { required: false } },
      ],
      primaryKey: ['slug'],
      missingValues: [''],
    })
  })
})
