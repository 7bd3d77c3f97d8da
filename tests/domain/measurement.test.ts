import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '#lib/domain/day.ts'
import { currentMeasurements, type Measurement, type MeasuredMetric, measuredInterval, measuredN, measuredValue, measurementDoubts, measurementFaults, measurementForm, measurementHistory, smallN } from '#lib/domain/measurement.ts'
import { measurementStates, metricMeasures } from '#lib/domain/programme-metric.ts'

const followUp: MeasuredMetric = { measure: 'proportion', direction: 'higher-is-better', unit: '%', baseline: 40, target: 60, lowest: null, highest: null }
const delay: MeasuredMetric = { measure: 'duration', direction: 'lower-is-better', unit: 'jours', baseline: 90, target: 45, lowest: null, highest: null }
const score: MeasuredMetric = { measure: 'mean', direction: 'lower-is-better', unit: 'points', baseline: 0, target: -6, lowest: -27, highest: 27 }
const included: MeasuredMetric = { measure: 'count', direction: 'higher-is-better', unit: 'personnes', baseline: 0, target: 120, lowest: null, highest: null }
const rate: MeasuredMetric = { measure: 'rate', direction: 'lower-is-better', unit: 'par personne-année', baseline: 0.5, target: 0.3, lowest: null, highest: null }

const empty: Measurement = { periodStart: '2026-03-01', periodEnd: '2026-03-31', value: null, numerator: null, denominator: null, sd: null, n: null, method: null, note: null, surpriseReason: null }
const time = { startsOn: '2026-01-05', lastOn: '2028-01-05', today: '2026-06-10' }
const of = (figures: Partial<Measurement>) => ({ ...empty, ...figures })
const faults = (metric: MeasuredMetric, figures: Partial<Measurement> & { unit?: string }) => measurementFaults(metric, { ...of(figures), ...(figures.unit === undefined ? {} : { unit: figures.unit }) }, time).map(({ field, code }) => `${field}: ${code}`)

describe('the value and its interval', () => {
  test('of a proportion are in percent, by Wilson', () => {
    const found = of({ numerator: 81, denominator: 263 })
    expect(measuredValue(followUp, found)).toBeCloseTo(30.798479, 6)
    expect(measuredN(followUp, found)).toBe(263)
    expect(measuredInterval(followUp, found)?.low).toBeCloseTo(25.52885198782742, 9)
    expect(measuredInterval(followUp, found)?.high).toBeCloseTo(36.62095769828, 9)
  })

  test('of a percentage with its n are the same', () => {
    const [ratio, typed] = [of({ numerator: 12, denominator: 48 }), of({ value: 25, n: 48 })]
    expect(measuredInterval(followUp, typed)).toEqual(measuredInterval(followUp, ratio))
  })

  test('of a mean, a duration and a rate', () => {
    expect(measuredInterval(score, of({ value: 1.58, sd: 1.229995, n: 10 }))?.low).toBeCloseTo(0.7001146, 5)
    expect(measuredInterval(delay, of({ value: 10, sd: 30, n: 20 }))?.low).toBeGreaterThan(0)
    expect(measuredValue(rate, of({ numerator: 10, denominator: 40 }))).toBe(0.25)
    expect(measuredInterval(rate, of({ numerator: 10, denominator: 40 }))?.high).toBeCloseTo(18.39035604201778 / 40, 9)
  })

  test('a count is of everybody; what rests on one, or has no spread, has no interval', () => {
    expect(measuredInterval(included, of({ value: 57 }))).toBe(null)
    expect(measuredN(included, of({ value: 57 }))).toBe(57)
    expect(measuredInterval(score, of({ value: 3, n: 20 }))).toBe(null)
    expect(measuredInterval(score, of({ value: 3, sd: 1, n: 1 }))).toBe(null)
    expect(measuredInterval(delay, of({ value: 0, sd: 1, n: 5 }))).toBe(null)
    expect(measuredInterval(followUp, of({ value: 40 }))).toBe(null)
  })

  const anyFigures = fc.record({ value: fc.option(fc.double({ min: -200, max: 200, noNaN: true })), numerator: fc.option(fc.integer({ min: -5, max: 60 })), denominator: fc.option(fc.integer({ min: -5, max: 60 })), sd: fc.option(fc.double({ min: -1, max: 50, noNaN: true })), n: fc.option(fc.integer({ min: -2, max: 60 })) })

  test('never throw, and whatever is sound lies in its own interval', () => {
    fc.assert(fc.property(fc.constantFrom(...metricMeasures), anyFigures, (measure, figures) => {
      const metric = { ...followUp, measure, baseline: null, target: null }
      const sound = measurementFaults(metric, of(figures), time).length === 0
      const interval = measuredInterval(metric, of(figures))
      const value = measuredValue(metric, of(figures))
      expect(!sound || value !== null).toBe(true)
      expect(!sound || interval === null || value === null || (interval.low <= value + 1e-9 && interval.high >= value - 1e-9)).toBe(true)
    }), { numRuns: 2000 })
  })
})

describe('what is refused, with its field', () => {
  test.each<[string, MeasuredMetric, Partial<Measurement> & { unit?: string }, string[]]>([
    ['a sound proportion', followUp, { numerator: 30, denominator: 60 }, []],
    ['all of them', followUp, { numerator: 60, denominator: 60 }, []],
    ['more than all', followUp, { numerator: 61, denominator: 60 }, ['numerator: over-denominator']],
    ['a denominator of nothing', followUp, { numerator: 0, denominator: 0 }, ['denominator: under-one']],
    ['a numerator alone', followUp, { numerator: 3 }, ['denominator: missing']],
    ['a denominator alone', followUp, { denominator: 3 }, ['numerator: missing']],
    ['a negative one', followUp, { numerator: -1, denominator: 20 }, ['numerator: negative', 'numerator: out-of-range']],
    ['a percentage without n', followUp, { value: 52 }, ['n: missing']],
    ['more than 100 %', followUp, { value: 101, n: 60 }, ['value: out-of-range']],
    ['a typed value that agrees to its last digit', followUp, { value: 41.7, numerator: 25, denominator: 60 }, []],
    ['one that does not', followUp, { value: 41.8, numerator: 25, denominator: 60 }, ['value: disagrees']],
    ['an n that is not the denominator', followUp, { numerator: 25, denominator: 60, n: 61 }, ['n: disagrees']],
    ['nothing at all', followUp, {}, ['value: missing', 'n: missing']],
    ['a mean', score, { value: -4, sd: 3, n: 22 }, []],
    ['a mean of nobody', score, { value: -4, sd: 3, n: 0 }, ['n: under-one']],
    ['a mean out of its scale', score, { value: -28, n: 22 }, ['value: out-of-range']],
    ['a negative deviation', score, { value: -4, sd: -3, n: 22 }, ['sd: negative']],
    ['a ratio where a mean is asked', score, { value: -4, n: 22, numerator: 1, denominator: 2 }, ['numerator: not-asked', 'denominator: not-asked', 'n: missing'].slice(0, 2)],
    ['a negative delay', delay, { value: -1, n: 20 }, ['value: out-of-range']],
    ['half a person', included, { value: 12.5 }, ['value: not-whole']],
    ['a count', included, { value: 57 }, []],
    ['a rate without its exposure', rate, { numerator: 3 }, ['denominator: missing']],
    ['a rate as a value only', rate, { value: 0.4 }, ['numerator: missing', 'denominator: missing']],
    ['another unit', delay, { value: 60, n: 20, unit: 'semaines' }, ['unit: unit-differs']],
    ['its own unit', delay, { value: 60, n: 20, unit: ' jours ' }, []],
    ['a period turned round', included, { value: 5, periodStart: '2026-04-02', periodEnd: '2026-04-01' }, ['periodEnd: ends-before-start']],
    ['a period to come', included, { value: 5, periodEnd: '2026-06-11' }, ['periodEnd: in-the-future']],
    ['a period up to today', included, { value: 5, periodEnd: '2026-06-10' }, []],
    ['a period begun before the programme', included, { value: 5, periodStart: '2026-01-04' }, ['periodStart: outside-programme']],
  ])('%s', (_, metric, figures, expected) => { expect(faults(metric, figures)).toEqual(expected) })

  test('what lies after the last follow-up', () => {
    expect(measurementFaults(included, of({ value: 5, periodEnd: '2028-01-06' }), { ...time, today: '2028-06-01' })).toEqual([{ field: 'periodEnd', code: 'outside-programme' }])
  })

  test('the form keeps a draft with holes, and no figure out of bounds', () => {
    expect(measurementForm.safeParse(empty).success).toBe(true)
    expect(measurementForm.partial().safeParse({ value: 3 }).success).toBe(true)
    expect(measurementForm.safeParse({ ...empty, value: 1e13 }).success).toBe(false)
    expect(measurementForm.safeParse({ ...empty, periodEnd: '2026-02-30' }).success).toBe(false)
  })
})

describe('what surprises is asked about', () => {
  test.each<[MeasuredMetric, Partial<Measurement>, string[]]>([
    [followUp, { value: 55, n: 40 }, []],
    [followUp, { value: 100, n: 40 }, []],
    [delay, { value: 300, n: 40 }, ['implausible', 'wrong-direction']],
    [delay, { value: 136, n: 40 }, ['wrong-direction']],
    [delay, { value: 135, n: 40 }, []],
    [followUp, { value: 19, n: 40 }, ['wrong-direction']],
    [followUp, { value: 0.52, n: 40 }, ['wrong-direction', 'looks-like-fraction']],
    [included, { value: 400 }, ['implausible']],
    [{ ...included, baseline: null }, { value: 400 }, []],
    [{ ...included, direction: 'neutral' }, { value: 400 }, ['implausible']],
    [{ ...delay, target: 90 }, { value: 230, n: 30 }, ['implausible', 'wrong-direction']],
    [{ ...included, target: 0 }, { value: 10 }, []],
  ])('%# %j', (metric, figures, expected) => { expect(measurementDoubts(metric, of(figures))).toEqual(expected) })

  test('and passes only with a reason', () => {
    expect(faults(included, { value: 400 })).toEqual(['surpriseReason: unexplained'])
    expect(faults(included, { value: 400, surpriseReason: ' ' })).toEqual(['surpriseReason: unexplained'])
    expect(faults(included, { value: 400, surpriseReason: 'Deux sites de plus' })).toEqual([])
    expect(faults(included, { value: 400.5, surpriseReason: 'Deux sites de plus' })).toEqual(['value: not-whole'])
  })
})

test.each([[null, null], [1, 'under-11'], [10, 'under-11'], [11, 'under-30'], [29, 'under-30'], [30, null]] as const)('n = %s is said to be %s', (n, said) => { expect(smallN(n)).toBe(said) })

describe('corrections', () => {
  const row = (id: string, state: 'draft' | 'submitted' | 'verified', correctsId: string | null = null) => ({ id, state, correctsId })
  const all = [row('a', 'verified'), row('b', 'verified', 'a'), row('c', 'submitted', 'b'), row('d', 'draft', 'c'), row('e', 'submitted')]

  test('take the place of what they correct once as settled as is asked', () => {
    expect(currentMeasurements(all).map(({ id }) => id)).toEqual(['b'])
    expect(currentMeasurements(all, 'submitted').map(({ id }) => id)).toEqual(['c', 'e'])
    expect(currentMeasurements(all, 'draft').map(({ id }) => id)).toEqual(['d', 'e'])
  })

  test('keep the history', () => {
    expect(measurementHistory(all, 'c').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(measurementHistory(all, 'nobody')).toEqual([])
    expect(measurementHistory([row('x', 'draft', 'y'), row('y', 'draft', 'x')], 'x').map(({ id }) => id)).toEqual(['y', 'x'])
  })

  test('leave exactly one of each chain standing', () => {
    const chains = fc.array(fc.array(fc.constantFrom(...measurementStates), { minLength: 1, maxLength: 5 }), { maxLength: 5 })
    fc.assert(fc.property(chains, fc.constantFrom(...measurementStates), (states, least) => {
      const rank = (state: string) => measurementStates.indexOf(state as 'draft')
      // Whoever corrects does so once the corrected one is settled: states fall along a chain.
      const rows = states.map((chain) => chain.toSorted((a, b) => rank(b) - rank(a))).flatMap((chain, at) => chain.map((state, step) => row(`${at}.${step}`, state, step === 0 ? null : `${at}.${step - 1}`)))
      const expected = states.filter((chain) => chain.some((state) => rank(state) >= rank(least))).length
      expect(currentMeasurements(rows, least)).toHaveLength(expected)
    }))
  })
})

describe('days', () => {
  test.each([['2026-01-31', 1, '2026-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2026-10-31', 4, '2027-02-28'], ['2026-05-12', 24, '2028-05-12'], ['2024-02-29', 12, '2025-02-28'], ['2026-03-31', -1, '2026-02-28'], ['2026-01-15', -1, '2025-12-15'], ['2026-05-12', 0, '2026-05-12']])('%s and %i months: %s', (from, months, to) => { expect(addMonths(from, months)).toBe(to) })

  const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

  test('months later fall in the month asked, on the same day or the last; days there and back', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const to = addMonths(from, months)
      const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
      expect(month(to) - month(from)).toBe(months)
      expect(to.slice(8) === from.slice(8) || (to.slice(8) < from.slice(8) && addDays(to, 1).slice(8) === '01')).toBe(true)
      expect(daysBetween(from, addDays(from, months))).toBe(months)
      expect(addDays(to, daysBetween(to, from))).toBe(from)
    }))
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError)
  })
})
