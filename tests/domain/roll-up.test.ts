import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson } from '#lib/domain/interval.ts'
import { metricDirections } from '#lib/domain/metric.ts'
import { comparators, metricMeasures } from '#lib/domain/programme-metric.ts'
import { differenceInterval, mayClaim, outcomeOf, outcomes, type Result, rollUp } from '#lib/domain/roll-up.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const base: Result = { laureateId: 'l1', ruptureId: 'r1', stage: 'suivi', metricId: 'm1', position: 1, measure: 'proportion', direction: 'higher-is-better', comparator: 'before-after', baseline: 40, baselineInterval: null, latest: null, suppressed: false }
const latest = (low: number, high: number) => ({ value: (low + high) / 2, interval: { low, high } })

describe('a result', () => {
  test.each<[string, Partial<Result>, string]>([
    ['wholly above', { latest: latest(41, 60) }, 'improved'],
    ['reaching the baseline', { latest: latest(40, 60) }, 'no-difference'],
    ['around it', { latest: latest(30, 60) }, 'no-difference'],
    ['wholly below', { latest: latest(20, 39) }, 'worse'],
    ['lower is better, below', { direction: 'lower-is-better', latest: latest(20, 39) }, 'improved'],
    ['lower is better, above', { direction: 'lower-is-better', latest: latest(41, 60) }, 'worse'],
    ['a baseline that is itself unsure', { baselineInterval: { low: 25, high: 56 }, latest: latest(41, 60) }, 'no-difference'],
    ['nothing yet', {}, 'too-early'],
    ['hidden, whatever it is', { suppressed: true, latest: latest(41, 60) }, 'suppressed'],
    ['hidden before anything', { suppressed: true }, 'suppressed'],
    ['no baseline', { baseline: null, latest: latest(41, 60) }, 'not-comparable'],
    ['no interval', { latest: { value: 50, interval: null } }, 'not-comparable'],
    ['neutral', { direction: 'neutral', latest: latest(41, 60) }, 'not-comparable'],
    ['a count', { measure: 'count', latest: { value: 41, interval: null } }, 'improved'],
    ['the same count', { measure: 'count', latest: { value: 40, interval: null } }, 'no-difference'],
  ])('%s', (_, changes, outcome) => { expect(outcomeOf({ ...base, ...changes })).toBe(outcome) })

  test('the difference of 56/70 and 48/80 is that of Newcombe 1998, table II, method 10: 0.0524 to 0.3339', () => {
    const found = differenceInterval({ value: 56 / 70, ...wilson(56, 70) }, { value: 48 / 80, ...wilson(48, 80) })
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual(['0.0524', '0.3339'])
  })

  test('9/10 and 3/10: 0.1705 to 0.8090, by the same table', () => {
    const found = differenceInterval({ value: 0.9, ...wilson(9, 10) }, { value: 0.3, ...wilson(3, 10) })
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual(['0.1705', '0.8090'])
  })

  test('turned round says the opposite', () => {
    const opposite: Record<string, string> = { improved: 'worse', worse: 'improved', 'no-difference': 'no-difference' }
    fc.assert(fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (middle, below, above) => {
      const at = (sign: number) => ({ value: 40 + sign * middle, interval: sign > 0 ? { low: 40 + middle - below, high: 40 + middle + above } : { low: 40 - middle - above, high: 40 - middle + below } })
      expect(outcomeOf({ ...base, latest: at(-1) })).toBe(opposite[outcomeOf({ ...base, latest: at(1) })])
      expect(outcomeOf({ ...base, direction: 'lower-is-better', latest: at(1) })).toBe(opposite[outcomeOf({ ...base, latest: at(1) })])
    }))
  })
})

test('what a comparator lets one claim', () => {
  expect(comparators.map(mayClaim)).toEqual(['value-only', 'change-without-cause', 'contribution'])
})

describe('put together', () => {
  const results: Result[] = [
    { ...base, laureateId: 'l2', metricId: 'm3', latest: latest(20, 39) },
    { ...base, metricId: 'm2', position: 2, latest: latest(41, 60) },
    { ...base, latest: latest(30, 60) },
    { ...base, ruptureId: 'r2', metricId: 'm4', stage: 'suivi' },
    { ...base, ruptureId: 'r3', metricId: 'm5', stage: 'diagnostic', suppressed: true },
  ]

  test('per rupture and per stage, a laureate counted once', () => {
    const { ruptures, stages } = rollUp(results, new Map([['l1', 57], ['l2', null]]))
    expect(ruptures.map(({ ruptureId, measured }) => [ruptureId, measured])).toEqual([['r1', 2], ['r2', 0], ['r3', 0]])
    expect(ruptures[0]?.bridges).toEqual([
      { laureateId: 'l1', measured: true, people: 57, results: [{ metricId: 'm1', outcome: 'no-difference', comparator: 'before-after' }, { metricId: 'm2', outcome: 'improved', comparator: 'before-after' }] },
      { laureateId: 'l2', measured: true, people: null, results: [{ metricId: 'm3', outcome: 'worse', comparator: 'before-after' }] },
    ])
    expect(stages).toEqual([
      { stage: 'diagnostic', ruptures: 1, laureates: 1, measured: 0, counts: { improved: 0, 'no-difference': 0, worse: 0, 'too-early': 0, suppressed: 1, 'not-comparable': 0 } },
      { stage: 'suivi', ruptures: 2, laureates: 2, measured: 2, counts: { improved: 1, 'no-difference': 1, worse: 1, 'too-early': 1, suppressed: 0, 'not-comparable': 0 } },
    ])
    expect(JSON.stringify(stages)).not.toContain('people')
  })

  const anyResult = fc.record({
    laureateId: fc.constantFrom('l1', 'l2', 'l3'), ruptureId: fc.constantFrom('r1', 'r2'), stage: fc.constant(stageSlugs[1]), metricId: fc.uuid(), position: fc.integer({ min: 1, max: 5 }),
    measure: fc.constantFrom(...metricMeasures), direction: fc.constantFrom(...metricDirections), comparator: fc.constantFrom(...comparators), baseline: fc.option(fc.integer({ min: 0, max: 100 })),
    baselineInterval: fc.constant(null), latest: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })).map(([low, width]) => latest(low, low + width))), suppressed: fc.boolean(),
  })

  test('the order does not depend on what was found, nor on how it came; nothing is lost', () => {
    fc.assert(fc.property(fc.uniqueArray(anyResult, { selector: ({ metricId }) => metricId, maxLength: 20 }), (given) => {
      const order = (results: readonly Result[]) => rollUp(results).ruptures.map(({ ruptureId, bridges }) => [ruptureId, bridges.map(({ laureateId, results }) => [laureateId, results.map(({ metricId }) => metricId)])])
      const found = rollUp(given)
      expect(order(given.map((it) => Object.assign({}, it, { suppressed: true })))).toEqual(order(given))
      expect(rollUp(given.toReversed())).toEqual(found)
      const total = (all: readonly { counts: Record<string, number> }[]) => outcomes.reduce((sum, outcome) => sum + all.reduce((own, { counts }) => own + (counts[outcome] ?? 0), 0), 0)
      expect([total(found.ruptures), total(found.stages)]).toEqual([given.length, given.length])
    }))
  })
})
