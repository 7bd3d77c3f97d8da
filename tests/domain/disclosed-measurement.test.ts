import { describe, expect, test } from 'vitest'
import { addDays } from '#lib/domain/day.ts'
import { type CountedMeasurement, countsPeople, measurementTable, shownMeasurement } from '#lib/domain/disclosed-measurement.ts'
import { disclose, protection, smallestShown } from '#lib/domain/disclosure.ts'
import { seeded } from '#lib/domain/random.ts'
import { attack } from '#tests/domain/count-tables.ts'

const base: CountedMeasurement = { id: 'march', metricId: 'm', measure: 'proportion', ofPeople: true, periodStart: '2026-01-01', periodEnd: '2026-03-31', correctsId: null, value: null, numerator: null, denominator: null, n: null, published: [] }
const shown = (...all: Partial<CountedMeasurement>[]) => {
  const measurements = all.map((it): CountedMeasurement => Object.assign({}, base, it))
  const disclosed = disclose(measurementTable(measurements))
  return measurements.map((it) => shownMeasurement(it, disclosed))
}

describe('a measurement alone', () => {
  test.each<[string, Partial<CountedMeasurement>, boolean, object]>([
    ['a proportion of enough', { numerator: 24, denominator: 50 }, true, { numerator: 24, denominator: 50 }],
    ['of whom few did', { numerator: 4, denominator: 50 }, false, { numerator: null, denominator: 50 }],
    ['of whom few did not', { numerator: 46, denominator: 50 }, false, { numerator: null, denominator: 50 }],
    ['of whom nobody did', { numerator: 0, denominator: 50 }, true, { numerator: 0, denominator: 50 }],
    ['a percentage with its n', { value: 8, n: 50 }, false, { numerator: null, denominator: 50 }],
    ['a percentage without', { value: 48 }, false, {}],
    ['a mean of enough', { measure: 'mean', value: 3, n: 11 }, true, { n: 11 }],
    ['a mean of few', { measure: 'mean', value: 3, n: 10 }, false, { n: null }],
    ['a mean of nobody knows how many', { measure: 'mean', value: 3 }, false, {}],
    ['a delay of few', { measure: 'duration', value: 3, n: 7 }, false, { n: null }],
    ['few people', { measure: 'count', value: 7 }, false, { count: null }],
    ['enough people', { measure: 'count', value: 57 }, true, { count: 57 }],
    ['few sites', { measure: 'count', value: 3, ofPeople: false }, true, {}],
    ['a rate of few events', { measure: 'rate', numerator: 4, denominator: 90, n: 40 }, false, { numerator: null, n: 40 }],
  ])('%s', (_, measurement, value, counts) => { expect(shown(measurement)).toEqual([{ value, counts }]) })
})

describe('of one metric', () => {
  const march = { measure: 'count', value: 50, published: ['count'] } as const
  test('a longer period that brings few more is hidden, one that brings many is shown', () => {
    expect(shown(march, { ...march, id: 'april', periodEnd: '2026-04-30', value: 57, published: [] })[1]).toEqual({ value: false, counts: { count: null } })
    expect(shown(march, { ...march, id: 'april', periodEnd: '2026-04-30', value: 61, published: [] })[1]).toEqual({ value: true, counts: { count: 61 } })
  })

  test('a period apart, or another metric, is not tied', () => {
    expect(shown(march, { ...march, id: 'april', periodStart: '2026-04-01', periodEnd: '2026-04-30', value: 57, published: [] })[1]?.value).toBe(true)
    expect(shown(march, { ...march, id: 'april', metricId: 'other', periodEnd: '2026-04-30', value: 57, published: [] })[1]?.value).toBe(true)
  })

  test('a correction by few is hidden, up or down', () => {
    for (const value of [47, 52]) expect(shown(march, { ...march, id: 'corrected', correctsId: 'march', value, published: [] })[1]?.value).toBe(false)
    expect(shown(march, { ...march, id: 'corrected', correctsId: 'march', value: 50, published: [] })[1]?.value).toBe(true)
  })

  test('few more who did not are hidden too, behind proportions that are large', () => {
    const first = { numerator: 30, denominator: 60, published: ['numerator', 'denominator'] as const }
    const [, second] = shown(first, { id: 'april', periodEnd: '2026-04-30', numerator: 50, denominator: 83 })
    expect(second?.value).toBe(false)
  })
})

test('an attacker recovers nobody from releases of a metric one after another', { timeout: 60_000 }, () => {
  const random = seeded(12)
  const below = (most: number) => Math.floor(random.uniform() * most)
  let hidden = 0
  for (let round = 0; round < 150; round += 1) {
    const measure = (['proportion', 'count', 'mean'] as const)[round % 3] as CountedMeasurement['measure']
    const published = new Map<string, CountedMeasurement['published']>()
    const all: CountedMeasurement[] = []
    for (let release = 0; release < 4; release += 1) {
      const before = all.at(-1)
      const corrects = before !== undefined && random.uniform() < 0.3
      const of = Math.max(0, (before?.denominator ?? 20) + (corrects ? below(9) - 4 : below(25)))
      const count = Math.min(of, (before?.numerator ?? 8) + below(15))
      all.push({ ...base, id: `at-${release}`, measure, periodEnd: corrects ? before.periodEnd : addDays('2026-02-01', 30 * release), correctsId: corrects ? before.id : null, numerator: count, denominator: of, n: measure === 'mean' ? of : null, value: measure === 'count' ? of : null })
      const known = all.map((it): CountedMeasurement => Object.assign({}, it, { published: published.get(it.id) ?? [] }))
      const table = measurementTable(known)
      const disclosed = disclose(table)
      expect(disclosed.exposed).toEqual([])
      const found = attack(table, disclosed.shown)
      for (const { key, implicit, count } of table.cells) {
        const bounds = found.get(key)
        if (bounds === undefined || (implicit && (count === 0 || Math.abs(count) >= smallestShown))) continue
        hidden += 1
        expect(bounds.high - bounds.low).toBeGreaterThanOrEqual(protection)
      }
      for (const it of known) {
        const { counts } = shownMeasurement(it, disclosed)
        published.set(it.id, Object.entries(counts).flatMap(([name, count]) => (count === null ? [] : [name as 'n'])))
      }
    }
  }
  expect(hidden).toBeGreaterThan(500)
})

test.each([['personnes', true], ['patients', true], ['%', true], ['points', true], ['sites', false], ['Établissements', false], ['normes /21', false], ['site d’essai', false], ['nombre', true], ['siteux', true]])('a count of %s is of people: %s', (unit, people) => { expect(countsPeople(unit)).toBe(people) })
