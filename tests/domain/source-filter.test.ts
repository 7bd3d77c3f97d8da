import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublicSource } from '#lib/domain/public-source.ts'
import { parseSourceFilter, passesSource } from '#lib/domain/source-filter.ts'

const source: PublicSource = {
  id: 'drees-ons-2025',
  title: 'Suicide : mal-être croissant des jeunes femmes',
  language: 'fr',
  publisher: { fr: 'DREES', en: 'DREES' },
  year: 2025,
  url: null,
  kind: 'primary',
  note: null,
  figures: 2,
}

describe('parseSourceFilter', () => {
  it('reads kind and text', () => {
    expect(parseSourceFilter({ kind: 'primary', q: ' suicide ' })).toEqual({ filter: { kind: 'primary', q: 'suicide' }, ignored: [] })
    expect(parseSourceFilter({})).toEqual({ filter: { kind: null, q: '' }, ignored: [] })
  })

  it('sets aside what it does not understand, and names it', () => {
    expect(parseSourceFilter({ kind: ['tertiary', 'primary'], q: 'x'.repeat(101) })).toEqual({
      filter: { kind: null, q: '' },
      ignored: [
        { key: 'kind', value: 'primary', reason: 'repeated' },
        { key: 'kind', value: 'tertiary', reason: 'unknown-value' },
        { key: 'q', value: 'x'.repeat(60), reason: 'too-long' },
      ],
    })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (params) => {
        expect(parseSourceFilter(params).ignored.length).toBeLessThanOrEqual(10)
      }),
    )
  })
})

describe('passesSource', () => {
  it('looks for every word, without accents or case, in title, publisher and year', () => {
    const passes = (q: string, kind: 'primary' | 'secondary' | null = null) => passesSource(source, { kind, q }, 'fr')
    expect([passes('mal etre'), passes('drees 2025'), passes('SUICIDE drees'), passes('cardiologie'), passes('', 'secondary'), passes('', 'primary')]).toEqual([
      true, true, true, false, false, true,
    ])
  })
})
