import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, leastCoverage, middle, rank, score, weightScenarios } from '#lib/domain/prioritisation.ts'
import type { Cell, Marks } from '#lib/domain/prioritisation-marks.ts'
import { criteriaSlugs } from '#lib/domain/prioritisation-method.ts'
import { proposedWeights, type Weights } from '#lib/domain/prioritisation-weights.ts'

const none: Cell = { state: 'missing', reason: 'not-marked' }
const mark = (value: number, low = value, high = value): Cell => ({ state: 'marked', low, central: value, high })
const row = (given: Partial<Marks>): Marks => ({ patients: none, cost: none, severity: none, need: none, innovation: none, data: none, ...given })

const marks = fc.record(Object.fromEntries(criteriaSlugs.map((it) => [it, fc.oneof(
  fc.constant(none),
  fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .map((all) => all.toSorted((a, b) => a - b)).map(([low = 0, central = 0, high = 0]) => mark(central, low, high)),
)]))) as fc.Arbitrary<Marks>
const weights = fc.tuple(...criteriaSlugs.map(() => fc.integer({ min: 0, max: 100 })))
  .filter((all) => all.some((weight) => weight > 0))
  .map((all) => Object.fromEntries(criteriaSlugs.map((it, index) => [it, all[index]])) as unknown as Weights)
const candidates = fc.array(marks, { maxLength: 6 }).map((rows) => rows.map((it, index): Candidate => ({ slug: `rupture-${index}`, marks: it })))

describe('a score', () => {
  test('weighs what is marked, says its coverage and how far the missing marks could carry it', () => {
    const it = score(row({ patients: mark(4), data: mark(5) }), proposedWeights)
    expect(it.central).toBeCloseTo((20 * 4 + 10 * 5) / 30, 12)
    expect(it.coverage).toBeCloseTo(0.3, 12)
    expect(it.low).toBeCloseTo(1.3, 12)
    expect(it.high).toBeCloseTo((20 * 4 + 10 * 5 + 70 * 5) / 100, 12)
  })

  test('a fully marked row has no interval', () => {
    const all = row(Object.fromEntries(criteriaSlugs.map((it) => [it, mark(3)])))
    expect(score(all, proposedWeights)).toEqual({ central: 3, low: 3, high: 3, coverage: 1 })
  })

  test('an empty row could be anything and has no centre', () => {
    expect(score(row({}), proposedWeights)).toEqual({ central: null, low: 0, high: 5, coverage: 0 })
  })

  test('a mark known only from below widens the score', () => {
    const it = score(row({ patients: mark(3, 3, 5) }), { ...proposedWeights, cost: 0, severity: 0, need: 0, innovation: 0, data: 0 })
    expect(it).toEqual({ central: 3, low: 3, high: 5, coverage: 1 })
  })

  test('its centre lies in its interval, between 0 and 5', () => {
    fc.assert(fc.property(marks, weights, (it, under) => {
      const { central, low, high, coverage } = score(it, under)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(5 + 1e-9)
      expect(coverage).toBeGreaterThanOrEqual(0)
      expect(coverage).toBeLessThanOrEqual(1)
      expect(central === null).toBe(coverage === 0)
      expect(central ?? low).toBeGreaterThanOrEqual(low - 1e-9)
      expect(central ?? high).toBeLessThanOrEqual(high + 1e-9)
    }))
  })

  test('scaling all weights changes nothing', () => {
    fc.assert(fc.property(marks, weights, fc.integer({ min: 1, max: 50 }), (it, under, factor) => {
      const scaled = Object.fromEntries(criteriaSlugs.map((name) => [name, under[name] * factor])) as Weights
      const [a, b] = [score(it, under), score(it, scaled)]
      for (const key of ['low', 'high', 'coverage'] as const) expect(b[key]).toBeCloseTo(a[key], 9)
      expect(b.central ?? -1).toBeCloseTo(a.central ?? -1, 9)
    }))
  })

  test('forgetting a mark never narrows the interval', () => {
    fc.assert(fc.property(marks, weights, fc.constantFrom(...criteriaSlugs), (it, under, forgotten) => {
      const [known, unknown] = [score(it, under), score({ ...it, [forgotten]: none }, under)]
      expect(unknown.low).toBeLessThanOrEqual(known.low + 1e-9)
      expect(unknown.high).toBeGreaterThanOrEqual(known.high - 1e-9)
    }))
  })
})

test('the sensitivity analysis is the weights, 64 corners of ±30 % and each criterion left out', () => {
  const scenarios = weightScenarios(proposedWeights)
  expect(scenarios).toHaveLength(1 + 64 + 6)
  expect(scenarios[0]).toEqual(proposedWeights)
  expect(scenarios[1]?.patients).toBeCloseTo(14, 12)
  expect(scenarios[64]?.data).toBeCloseTo(13, 12)
  expect(scenarios[70]).toEqual({ ...proposedWeights, data: 0 })
  expect(weightScenarios({ patients: 0, cost: 0, severity: 0, need: 0, innovation: 0, data: 5 })).toHaveLength(1 + 64 + 5)
})

describe('a ranking', () => {
  const full = (value: number): Marks => row(Object.fromEntries(criteriaSlugs.map((it) => [it, mark(value)])))

  test('orders fully marked ruptures, surely', () => {
    const { rows, stability } = rank([{ slug: 'low', marks: full(1) }, { slug: 'high', marks: full(4) }, { slug: 'middle', marks: full(2) }], proposedWeights)
    expect(rows.map(({ slug, place, possible }) => [slug, place, possible.best, possible.worst])).toEqual([['high', 1, 1, 1], ['middle', 2, 2, 2], ['low', 3, 3, 3]])
    expect(stability).toEqual({ pairs: 3, steady: 3, decided: 3 })
    expect(rows.every(({ ranked }) => ranked)).toBe(true)
  })

  test('equal ruptures share a place and exchange ranks', () => {
    const { rows, stability } = rank([{ slug: 'a', marks: full(3) }, { slug: 'b', marks: full(3) }], proposedWeights)
    expect(rows.map(({ place, possible }) => [place, possible])).toEqual([[1, { best: 1, worst: 2 }], [1, { best: 1, worst: 2 }]])
    expect(stability).toEqual({ pairs: 1, steady: 0, decided: 0 })
  })

  test('a rupture under 60 % coverage is not ranked', () => {
    const sixty = row({ patients: mark(1), cost: mark(1), severity: mark(1) })
    expect(leastCoverage).toBe(0.6)
    expect(rank([{ slug: 'sixty', marks: sixty }], proposedWeights).rows[0]?.ranked).toBe(true)
    expect(rank([{ slug: 'less', marks: row({ patients: mark(1), cost: mark(1), data: mark(5) }) }], proposedWeights).rows[0]?.ranked).toBe(false)
  })

  test('no ruptures, no ranking', () => {
    expect(rank([], proposedWeights)).toEqual({ rows: [], stability: { pairs: 0, steady: 0, decided: 0 } })
  })

  test('ranks lie in 1..n and hold the place; what is decided is steady', () => {
    fc.assert(fc.property(candidates, weights, (all, under) => {
      const { rows, stability } = rank(all, under)
      for (const { place, possible, underWeights } of rows) {
        expect(1 <= possible.best && possible.best <= underWeights.best && underWeights.best <= place).toBe(true)
        expect(place <= underWeights.worst && underWeights.worst <= possible.worst && possible.worst <= all.length).toBe(true)
      }
      expect(stability.decided).toBeLessThanOrEqual(stability.steady)
      expect(stability.steady).toBeLessThanOrEqual(stability.pairs)
    }), { numRuns: 50 })
  })

  test('the order in which ruptures are given changes nothing but ties', () => {
    fc.assert(fc.property(candidates, weights, (all, under) => {
      const byName = (rows: ReturnType<typeof rank>['rows']) => rows.toSorted((a, b) => a.slug.localeCompare(b.slug))
      expect(byName(rank(all.toReversed(), under).rows)).toEqual(byName(rank(all, under).rows))
    }), { numRuns: 50 })
  })

  test('a better mark never lowers a rupture’s place', () => {
    fc.assert(fc.property(candidates.filter((all) => all.length > 0), weights, fc.constantFrom(...criteriaSlugs), (all, under, raised) => {
      const [first, ...others] = all as [Candidate, ...Candidate[]]
      const before = rank([{ ...first, marks: { ...first.marks, [raised]: mark(2) } }, ...others], under).rows.find(({ slug }) => slug === first.slug)
      const after = rank([{ ...first, marks: { ...first.marks, [raised]: mark(4) } }, ...others], under).rows.find(({ slug }) => slug === first.slug)
      expect(after?.place).toBeLessThanOrEqual(before?.place ?? 0)
      expect(middle(after?.score ?? { low: 0, high: 0 })).toBeGreaterThanOrEqual(middle(before?.score ?? { low: 9, high: 9 }))
    }), { numRuns: 50 })
  })
})
