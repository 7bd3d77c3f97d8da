import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earlierCounts, type FollowedResult, resultsOf, type VerifiedMeasurement } from '#lib/domain/result.ts'
import { resultChanges } from '#lib/domain/result-change.ts'

const id = (letter: string, index = 0) => `00000000-0000-7000-8000-${letter.charCodeAt(0).toString(16)}${String(index).padStart(10, '0')}`
const metric = (more: Partial<FollowedResult> = {}): FollowedResult => ({
  metricId: id('m'), laureate: 'one', laureateName: 'One', solution: { fr: 'Une' }, rupture: 'r', ruptureTitle: { fr: 'R' }, stage: 'treatment', startsOn: '2026-01-01', months: 9,
  name: 'Contact à 7 jours', measure: 'proportion', unit: '%', ucum: '%', direction: 'higher-is-better', numerator: null, denominator: null, population: 'sorties', period: null, method: null, dataSource: null,
  comparator: 'before-after', comparatorNote: null, baseline: 40, baselineN: 200, baselineOn: '2025-12-31', target: 60, targetOn: '2026-10-01', amendments: [], measurements: [], ...more,
} as FollowedResult)
const share = (index: number, numerator: number, denominator: number): VerifiedMeasurement => ({ id: id('x', index), periodStart: `2026-0${index}-01`, periodEnd: `2026-0${index}-28`, correctsId: null, value: null, numerator, denominator, n: null, sd: null })
const release = (results: ReturnType<typeof resultsOf>['results']) => ({ call: 'c', title: { fr: 'C' }, demonstration: false, results })

describe('results', () => {
  it('give value, interval and counts where none is small', () => {
    const { results: [result], reasons } = resultsOf([metric({ measurements: [share(3, 60, 100)] })], new Map())
    expect(result).toMatchObject({ outcome: 'improved', baselineHidden: false, points: [{ value: 60, n: 100, numerator: 60, hidden: false }] })
    expect([result?.points[0]?.low, result?.points[0]?.high].map((bound) => bound?.toFixed(1))).toEqual(['50.2', '69.1'])
    expect(reasons).toEqual({})
  })

  it('hide the value where a count, or what is left of it, is small; a null result has the same place', () => {
    for (const few of [share(3, 5, 100), share(3, 95, 100), share(3, 4, 8)]) {
      const { results: [result] } = resultsOf([metric({ measurements: [few] })], new Map())
      expect(result).toMatchObject({ outcome: 'suppressed', points: [{ value: null, low: null, high: null, numerator: null, hidden: true }] })
    }
    expect(resultsOf([metric({ measurements: [share(3, 41, 100)] })], new Map()).results).toMatchObject([{ outcome: 'no-difference', points: [{ value: 41 }] }])
    expect(resultsOf([metric()], new Map()).results).toMatchObject([{ outcome: 'too-early', points: [] }])
  })

  it('never say a small baseline, nor in an amendment', () => {
    const amendments = [{ on: '2026-02-01', reason: 'Recomptée', changes: { baselineN: { from: 9, to: 200 }, baseline: { from: 44, to: 40 }, target: { from: 50, to: 60 } } }]
    expect(resultsOf([metric({ amendments })], new Map()).results[0]?.amendments).toEqual([{ on: '2026-02-01', reason: 'Recomptée', changes: { target: { from: 50, to: 60 } } }])
    expect(resultsOf([metric({ baselineN: 9, measurements: [share(3, 60, 100)] })], new Map()).results[0]).toMatchObject({ baseline: null, baselineN: null, baselineHidden: true, outcome: 'not-comparable' })
  })

  it('show no count from 1 to 10, and whether they are shown does not undo what was shown before', () => {
    const series = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }).chain((months) => fc.tuple(...months.map((month) => fc.integer({ min: 1, max: 60 }).chain((n) => fc.integer({ min: 0, max: n }).map((numerator) => share(month, numerator, n))))))
    fc.assert(fc.property(series, fc.integer({ min: 1, max: 40 }), (measurements, baselineN) => {
      const followed = metric({ measurements, baselineN })
      const first = resultsOf([followed], new Map())
      for (const { n, numerator, value } of first.results[0]?.points ?? []) {
        for (const count of [n, numerator]) expect(count === null || count === 0 || count > 10).toBe(true)
        const rest = value === null || n === null || numerator === null ? 0 : n - numerator
        expect(rest === 0 || rest > 10).toBe(true)
      }
      const again = resultsOf([followed], earlierCounts([release(first.results)]))
      expect(again.exposed).toEqual([])
      expect(again.results).toEqual(first.results)
    }), { numRuns: 200 })
  })
})

describe('what a release changes', () => {
  it('is named field by field, and nothing where nothing differs', () => {
    const [before] = resultsOf([metric({ measurements: [share(3, 60, 100)] })], new Map()).results
    const [after] = resultsOf([metric({ measurements: [share(3, 60, 100), share(6, 70, 110)] })], new Map()).results
    if (!before || !after) throw new Error('No result.')
    expect(resultChanges([before], [before])).toEqual([])
    expect(resultChanges([], [after])).toMatchObject([{ kind: 'added', fields: [] }])
    expect(resultChanges([before], [after])).toMatchObject([{ kind: 'changed', fields: ['points'] }])
    expect(resultChanges([before], [])).toMatchObject([{ kind: 'removed' }])
  })
})
