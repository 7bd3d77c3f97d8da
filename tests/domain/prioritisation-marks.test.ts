import { describe, expect, test } from 'vitest'
import { costMark, dataMark, marksFromFacts, patientsMark } from '#lib/domain/prioritisation-marks.ts'
import type { SizeKind } from '#lib/domain/estimate.ts'

test.each([[0, 1], [9_999, 1], [10_000, 2], [49_999, 2], [50_000, 3], [199_999, 3], [200_000, 4], [999_999, 4], [1_000_000, 5], [14_600_000, 5]])('%i people is mark %i', (people, mark) => {
  expect(patientsMark(people)).toBe(mark)
})

test.each([[49_999_999, 1], [50e6, 2], [250e6, 3], [1e9, 4], [4.99e9, 4], [5e9, 5]])('%i euros a year is mark %i', (euros, mark) => {
  expect(costMark(euros)).toBe(mark)
})

test('data availability is the best of the types of source', () => {
  expect(dataMark([])).toBe(0)
  expect(dataMark(['sondage'])).toBe(3)
  expect(dataMark(['enquete', 'PMSI'])).toBe(5)
})

describe('the row that facts give', () => {
  const figures = (low: number | null, central: number | null, high: number | null) => ({ low, central, high })
  const patients = (sizeKind: SizeKind | null, it = figures(null, null, null)) => ({ kind: 'patients' as const, sizeKind, ...it })
  const cost = (it = figures(null, null, null)) => ({ kind: 'cost' as const, sizeKind: null, ...it })

  test('what nobody marked is missing, and says why', () => {
    expect(marksFromFacts({ dataSourceTypes: ['SNDS'], estimates: [patients('people-per-year', figures(null, 77_601, null)), cost()] })).toEqual({
      patients: { state: 'marked', low: 3, central: 3, high: 3 },
      cost: { state: 'missing', reason: 'not-found' },
      severity: { state: 'missing', reason: 'not-marked' },
      need: { state: 'missing', reason: 'not-marked' },
      innovation: { state: 'missing', reason: 'not-marked' },
      data: { state: 'marked', low: 5, central: 5, high: 5 },
    })
  })

  test('visits and totals over years are not comparable', () => {
    for (const kind of ['visits', 'cumulative', 'people-partial', 'other'] as const) {
      expect(marksFromFacts({ dataSourceTypes: ['SNDS'], estimates: [patients(kind, figures(null, 566_000, null))] }).patients).toEqual({ state: 'missing', reason: 'not-comparable' })
    }
    expect(marksFromFacts({ dataSourceTypes: ['SNDS'], estimates: [patients(null)] }).patients).toEqual({ state: 'missing', reason: 'not-found' })
  })

  test('a bound leaves the mark open on the other side', () => {
    const estimates = [patients('people-per-year', figures(100_000, null, null)), cost(figures(1e9, null, null))]
    const { patients: people, cost: euros } = marksFromFacts({ dataSourceTypes: [], estimates })
    expect(people).toEqual({ state: 'marked', low: 3, central: 3, high: 5 })
    expect(euros).toEqual({ state: 'marked', low: 4, central: 4, high: 5 })
    const range = marksFromFacts({ dataSourceTypes: [], estimates: [patients('people-stock', figures(900_000, 1_600_000, null)), cost(figures(null, null, 60e6))] })
    expect(range.patients).toEqual({ state: 'marked', low: 4, central: 5, high: 5 })
    expect(range.cost).toEqual({ state: 'marked', low: 1, central: 2, high: 2 })
  })
})
