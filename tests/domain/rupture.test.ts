import { describe, expect, test } from 'vitest'
import { citation, conflicts, headCount, isQuantified, isSized, sizeInPeople } from '#lib/domain/rupture.ts'
import type { SizeKind } from '#lib/domain/estimate.ts'

const count = (central: number | null, sizeKind: SizeKind | null, low: number | null = null) => ({ kind: 'patients' as const, low, central, high: null, sizeKind })
const indicator = { kind: 'indicator' as const, low: null, central: 16.7, high: null, sizeKind: null }

describe('the size of a rupture', () => {
  test.each<[SizeKind, boolean]>([
    ['people-per-year', true],
    ['people-stock', true],
    ['people-partial', false],
    ['visits', false],
    ['cumulative', false],
    ['other', false],
  ])('a count of %s is drawn to size: %s', (sizeKind, sized) => {
    const estimates = [indicator, count(77_601, sizeKind)]
    expect(isSized(estimates)).toBe(sized)
    expect(sizeInPeople(estimates)).toBe(sized ? 77_601 : null)
    expect(isQuantified(estimates)).toBe(true)
  })

  test('a count that was not found is no size, and no count either', () => {
    expect(isQuantified([count(null, null), indicator])).toBe(false)
    expect(sizeInPeople([count(null, null), indicator])).toBe(null)
    expect(isQuantified([indicator])).toBe(false)
    expect(headCount([indicator])).toBe(null)
  })

  test('a lower bound is the size when there is no centre', () => {
    expect(sizeInPeople([count(null, 'people-per-year', 100_000)])).toBe(100_000)
  })
})

test('conflicting figures come together, alone ones do not', () => {
  const a = { slug: 'a', conflictGroup: 'wait' }
  const b = { slug: 'b', conflictGroup: null }
  const c = { slug: 'c', conflictGroup: 'wait' }
  const d = { slug: 'd', conflictGroup: 'alone' }
  expect(conflicts([a, b, c, d])).toEqual([[a, c]])
})

test('a citation names the portal, the version and the Paris day', () => {
  const cited = { slug: 'readmission-a-30-jours', title: { fr: 'Réadmission', en: 'Readmission' }, version: 2, publishedAt: new Date('2026-11-23T23:30:00Z') }
  expect(citation(cited, 'en', 'https://portal.example')).toEqual({
    portal: 'Passerelle', title: 'Readmission', version: 2, publishedOn: '2026-11-24',
    address: 'https://portal.example/en/ruptures/readmission-a-30-jours?version=2',
  })
})
