import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyRupture, parseRuptureFilter, passes, ruptureFilter, ruptureFilterQuery } from '#lib/domain/rupture-filter.ts'
import { evidenceGrades } from '#lib/domain/estimate.ts'
import { ruptureFields } from '#lib/domain/rupture.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

describe('reading an address', () => {
  test('nothing asked is everything', () => {
    expect(parseRuptureFilter({})).toEqual({ filter: everyRupture, ignored: [] })
    expect(parseRuptureFilter({ stage: '', q: '', quantified: '', page: '2', utm_source: 'x' })).toEqual({ filter: everyRupture, ignored: [] })
  })

  test('known values are kept in their own order, once', () => {
    expect(parseRuptureFilter({ stage: ['suivi', 'prevention', 'suivi'], field: 'oncologie', quantified: 'no', evidence: ['low', 'high'], q: '  lit ' }).filter).toEqual({
      stage: ['prevention', 'suivi'], field: ['oncologie'], quantified: 'no', evidence: ['high', 'low'], q: 'lit',
    })
  })

  test('what is not understood is named and set aside', () => {
    const { filter, ignored } = parseRuptureFilter({ stage: ['suivi', 'Suivi', '__proto__'], quantified: ['maybe', 'yes'], evidence: 'certain', q: 'é'.repeat(101) })
    expect(filter).toEqual({ ...everyRupture, stage: ['suivi'] })
    expect(ignored).toEqual([
      { key: 'stage', value: 'Suivi', reason: 'unknown-value' },
      { key: 'stage', value: '__proto__', reason: 'unknown-value' },
      { key: 'quantified', value: 'yes', reason: 'repeated' },
      { key: 'quantified', value: 'maybe', reason: 'unknown-value' },
      { key: 'evidence', value: 'certain', reason: 'unknown-value' },
      { key: 'q', value: 'é'.repeat(60), reason: 'too-long' },
    ])
  })

  test('inherited names of an object are not values', () => {
    expect(parseRuptureFilter(Object.create({ stage: 'suivi' }))).toEqual({ filter: everyRupture, ignored: [] })
  })

  test('no address throws, and what comes out is well-formed', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 }), fc.constant(undefined))
    const key = fc.oneof(fc.constantFrom('stage', 'field', 'quantified', 'evidence', 'q', '__proto__', 'constructor'), fc.string())
    fc.assert(fc.property(fc.dictionary(key, value), (params) => {
      const { filter, ignored } = parseRuptureFilter(params)
      expect(ruptureFilter.safeParse(filter).success).toBe(true)
      expect(ignored.length).toBeLessThanOrEqual(10)
      expect(ignored.every((note) => note.value.isWellFormed() && note.value.length <= 60)).toBe(true)
    }))
  })

  test('the address of a filter reads back as that filter', () => {
    const filters = fc.record({
      stage: fc.subarray([...stageSlugs]),
      field: fc.subarray([...ruptureFields]),
      quantified: fc.constantFrom('yes' as const, 'no' as const, null),
      evidence: fc.subarray([...evidenceGrades]),
      q: fc.string({ unit: fc.constantFrom('a', 'é', '&', '=', ' ', '+', '%'), maxLength: 30 }).map((text) => text.trim()),
    })
    fc.assert(fc.property(filters, (filter) => {
      const params = new URLSearchParams(ruptureFilterQuery(filter))
      const asPage = Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]))
      expect(parseRuptureFilter(asPage)).toEqual({ filter, ignored: [] })
    }))
    expect(ruptureFilterQuery(everyRupture)).toBe('')
    expect(ruptureFilterQuery({ ...everyRupture, evidence: ['low'], stage: ['suivi'], q: 'été' })).toBe('?stage=suivi&evidence=low&q=%C3%A9t%C3%A9')
  })
})

describe('passing a filter', () => {
  const rupture = {
    stage: 'suivi' as const, field: 'sante-mentale' as const, evidence: 'medium' as const,
    title: { fr: 'Réadmission en psychiatrie', en: 'Psychiatric readmission' }, summary: { fr: 'Les taux varient', en: 'Rates vary' },
    population: { fr: 'Adultes', en: 'Adults' }, estimates: [],
  }

  test.each<[Partial<typeof everyRupture>, boolean]>([
    [{}, true],
    [{ stage: ['suivi', 'prevention'] }, true],
    [{ stage: ['prevention'] }, false],
    [{ field: ['oncologie'] }, false],
    [{ evidence: ['high'] }, false],
    [{ evidence: ['high', 'medium'] }, true],
    [{ quantified: 'yes' }, false],
    [{ quantified: 'no' }, true],
    [{ q: 'readmission adultes' }, true],
    [{ q: 'readmission enfants' }, false],
    [{ q: 'psychiatric' }, false],
  ])('%j passes: %s', (asked, expected) => {
    expect(passes(rupture, { ...everyRupture, ...asked }, 'fr')).toBe(expected)
  })

  test('text is looked for in the language read', () => {
    expect(passes(rupture, { ...everyRupture, q: 'psychiatric' }, 'en')).toBe(true)
  })
})
