import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gammaBelow, gammaQuantile, lnGamma } from '#lib/domain/gamma-distribution.ts'
import { durationInterval, meanInterval, normalQuantile, rateInterval, studentQuantile, wilson } from '#lib/domain/interval.ts'
import { seeded } from '#lib/domain/random.ts'

/** How far apart, as a share of what is published where that is above 1. */
const apart = (found: number, published: number) => Math.abs(found - published) / Math.max(1, Math.abs(published))

describe('a proportion', () => {
  test.each([[81, 263, '0.2553', '0.3662'], [15, 148, '0.0624', '0.1605'], [0, 20, '0.0000', '0.1611'], [1, 29, '0.0061', '0.1718']])('%i of %i: Newcombe 1998, table I, method 3, every digit printed', (successes, n, low, high) => {
    const found = wilson(successes, n)
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low, high])
  })

  test.each([[81, 263, 0.2552885198782742, 0.36620957698280004], [15, 148, 0.06238639953073629, 0.16048724172330806], [0, 20, 0, 0.16112515805281938], [1, 29, 0.006113214292762663, 0.17175521879320285], [29, 29, 0.8830302015002591, 1]])('%i of %i: the same rows carried to all digits', (successes, n, low, high) => {
    expect(apart(wilson(successes, n).low, low)).toBeLessThanOrEqual(1e-6)
    expect(apart(wilson(successes, n).high, high)).toBeLessThanOrEqual(1e-6)
  })

  test('8 of 10: as printed by binom.confint of R’s binom package', () => {
    expect(apart(wilson(8, 10).low, 0.4901625)).toBeLessThanOrEqual(1e-6)
    expect(apart(wilson(8, 10).high, 0.9433178)).toBeLessThanOrEqual(1e-6)
  })

  test('stays in 0 to 1, holds the share, mirrors, and narrows with n', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.8, 0.9, 0.95, 0.99), (n, share, level) => {
      const successes = Math.round(share * n)
      const { low, high } = wilson(successes, n, level)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(successes / n + 1e-12)
      expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12)
      expect(high).toBeGreaterThan(low)
      const mirror = wilson(n - successes, n, level)
      expect(mirror.low).toBeCloseTo(1 - high, 10)
      const tenfold = wilson(10 * successes, 10 * n, level)
      expect(tenfold.high - tenfold.low).toBeLessThan(high - low)
    }))
  })
})

describe('a mean', () => {
  test.each([[0.975, 1, 12.706204736174694], [0.975, 2, 4.302652729749462], [0.975, 9, 2.262157162798205], [0.975, 30, 2.0422724563012378], [0.995, 5, 4.032142983555228], [0.975, 120, 1.9799304050824402]])('t(%d; %i) = %d', (probability, degrees, value) => {
    expect(apart(studentQuantile(probability, degrees), value)).toBeLessThanOrEqual(1e-9)
    expect(studentQuantile(1 - probability, degrees)).toBeCloseTo(-value, 8)
  })

  test('t with one degree is a tangent, with two a root', () => {
    expect(apart(studentQuantile(0.975, 1), Math.tan(Math.PI * 0.475))).toBeLessThanOrEqual(1e-9)
    expect(apart(studentQuantile(0.975, 2), 0.95 / Math.sqrt(2 * 0.975 * 0.025))).toBeLessThanOrEqual(1e-9)
  })

  test('the normal quantile is that of OEIS A220510, and t comes to it', () => {
    expect(apart(normalQuantile(0.975), 1.959963984540054)).toBeLessThanOrEqual(1e-12)
    expect(apart(normalQuantile(0.995), 2.5758293035489004)).toBeLessThanOrEqual(1e-11)
    expect([normalQuantile(0.5), studentQuantile(0.5, 7)]).toEqual([0, 0])
    expect(Math.abs(studentQuantile(0.975, 1e5) - studentQuantile(0.975, 1e5 + 1))).toBeLessThan(1e-8)
    expect(studentQuantile(0.975, 1e12)).toBeCloseTo(normalQuantile(0.975), 10)
  })

  test('the hours of sleep of Student 1908, as printed by t.test in R’s documentation', () => {
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]
    const mean = gained.reduce((sum, hours) => sum + hours, 0) / 10
    const sd = Math.sqrt(gained.reduce((sum, hours) => sum + (hours - mean) ** 2, 0) / 9)
    const found = meanInterval(mean, sd, 10)
    expect(apart(found.low, 0.7001142)).toBeLessThanOrEqual(1e-6)
    expect(apart(found.high, 2.4598858)).toBeLessThanOrEqual(1e-6)
  })

  test('is centred, and without spread a point', () => {
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 5000 }), (mean, sd, n) => {
      const { low, high } = meanInterval(mean, sd, n)
      expect((low + high) / 2).toBeCloseTo(mean, 3)
      expect(meanInterval(mean, sd, 2 * n).high).toBeLessThanOrEqual(high)
    }), { numRuns: 60 })
    expect(meanInterval(3, 0, 5)).toEqual({ low: 3, high: 3 })
  })
})

describe('a duration', () => {
  test('is the modified Cox interval of Olsson 2005, by his formula', () => {
    const [logMean, logVariance, n] = [5.127, 1.01, 40]
    const mean = Math.exp(logMean + logVariance / 2)
    const found = durationInterval(mean, mean * Math.sqrt(Math.exp(logVariance) - 1), n)
    expect(apart(found.low, 187.91802938177796)).toBeLessThanOrEqual(1e-6)
    expect(apart(found.high, 414.88200154697137)).toBeLessThanOrEqual(1e-6)
  })

  test('is never negative where Student’s is, holds the mean, and leans to the long side', () => {
    expect(meanInterval(10, 30, 20).low).toBeLessThan(0)
    fc.assert(fc.property(fc.double({ min: 0.1, max: 1000, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }), fc.integer({ min: 3, max: 400 }), (mean, spread, n) => {
      const { low, high } = durationInterval(mean, mean * spread, n)
      expect(low).toBeGreaterThan(0)
      expect(low).toBeLessThan(mean)
      expect(high - mean).toBeGreaterThan(mean - low)
    }), { numRuns: 60 })
  })

  test('holds the truth about as often as it says, for log-normal delays known by mean and deviation', () => {
    const random = seeded(7)
    let held = 0
    for (let round = 0; round < 1000; round += 1) {
      const delays = Array.from({ length: 30 }, () => Math.exp(3 + 0.8 * random.normal()))
      const mean = delays.reduce((sum, delay) => sum + delay, 0) / 30
      const sd = Math.sqrt(delays.reduce((sum, delay) => sum + (delay - mean) ** 2, 0) / 29)
      const { low, high } = durationInterval(mean, sd, 30)
      if (low <= Math.exp(3.32) && high >= Math.exp(3.32)) held += 1
    }
    expect(held / 1000).toBeGreaterThan(0.91)
    expect(held / 1000).toBeLessThan(0.97)
  })
})

describe('a rate', () => {
  test.each([[0, '0.00', '3.69'], [1, '0.03', '5.57'], [2, '0.24', '7.22'], [10, '4.80', '18.39'], [25, '16.18', '36.90']])('%i events: Garwood 1936 as tabled in Biometrika Tables, table 40', (count, low, high) => {
    const found = rateInterval(count, 1)
    expect([found.low.toFixed(2), found.high.toFixed(2)]).toEqual([low, high])
  })

  test.each([[0, 0, 3.6888794541139354], [1, 0.025317807984289876, 5.571643390938898], [2, 0.24220927854396496, 7.22468766772396], [10, 4.7953886961324335, 18.39035604201778], [25, 16.178681847829328, 36.904931697530365], [1000, 938.9730184076952, 1063.952136016302]])('%i events: the same rows carried to all digits', (count, low, high) => {
    expect(apart(rateInterval(count, 1).low, low)).toBeLessThanOrEqual(1e-9)
    expect(apart(rateInterval(count, 1).high, high)).toBeLessThanOrEqual(1e-9)
  })

  test('the Welsh nickel workers, as printed by poisson.test in R’s documentation', () => {
    const found = rateInterval(137, 24.19893)
    expect(apart(found.low, 4.753125)).toBeLessThanOrEqual(1e-6)
    expect(apart(found.high, 6.692709)).toBeLessThanOrEqual(1e-6)
  })

  test('each end leaves the tail it says, and half of twice the chance comes back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(0.8, 0.95, 0.99), (count, level) => {
      const { low, high } = rateInterval(count, 1, level)
      expect(gammaBelow(low, count)).toBeCloseTo((1 - level) / 2, 9)
      expect(gammaBelow(high, count + 1)).toBeCloseTo((1 + level) / 2, 9)
    }))
    const [exact, near] = [rateInterval(1e6, 1), rateInterval(1e6 + 1, 1)]
    expect(near.low - exact.low).toBeCloseTo(1, 2)
    expect(near.high - exact.high).toBeCloseTo(1, 2)
  })
})

test('the gamma distribution: factorials, χ² of Abramowitz and Stegun, table 26.8', () => {
  expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 11)
  expect((2 * gammaQuantile(0.975, 1)).toFixed(5)).toBe('7.37776')
  expect((2 * gammaQuantile(0.025, 1)).toFixed(7)).toBe('0.0506356')
  expect((2 * gammaQuantile(0.95, 5)).toFixed(4)).toBe('18.3070')
  expect(gammaBelow(0, 3)).toBe(0)
})

test.each([
  () => wilson(3, 2), () => wilson(-1, 2), () => wilson(0, 0), () => wilson(1, 2, 1), () => wilson(Number.NaN, 2),
  () => meanInterval(1, 1, 1), () => meanInterval(1, -1, 4), () => durationInterval(0, 1, 5), () => durationInterval(5, 1, 1), () => durationInterval(1e-200, 10, 5),
  () => rateInterval(-1, 1), () => rateInterval(1, 0),
])('refuses what it is not defined for (%#)', (call) => { expect(call).toThrow(RangeError) })
