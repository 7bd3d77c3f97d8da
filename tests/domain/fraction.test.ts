import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, dividedBy, fraction, meanOf, medianOf, times, toDecimal, toNumber, toText } from '#lib/domain/fraction.ts'

const whole = fc.integer({ min: 0, max: 2 ** 40 })
const positive = fc.integer({ min: 1, max: 2 ** 40 })
const any = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d))

test('thirds add up to one, which tenths of a double do not', () => {
  const third = fraction(1, 3)
  expect(toText(add(add(third, third), third))).toBe('1')
  expect(toText(add(fraction(1, 10), fraction(2, 10)))).toBe('3/10')
  expect(toText(fraction(600, 450))).toBe('4/3')
})

test.each([[10, 3, 3, '3.333'], [11, 3, 3, '3.667'], [7, 2, 0, '4'], [5, 2, 0, '3'], [1, 8, 2, '0.13'], [1, 16, 3, '0.063'], [4, 1, 3, '4.000'], [1, 1000, 2, '0.00']])('%i/%i to %i decimals is %s, halves up', (n, d, places, text) => {
  expect(toDecimal(fraction(n, d), places)).toBe(text)
})

test('the median of an even number is the mean of the two in the middle', () => {
  expect(medianOf([])).toBe(null)
  expect(medianOf([5, 1, 2].map((n) => fraction(n, 1)))).toEqual(fraction(2, 1))
  expect(medianOf([5, 1, 2, 3].map((n) => fraction(n, 1)))).toEqual(fraction(5, 2))
})

describe('small and large ones alike', () => {
  test('sums, products, quotients and order are those of the integers', () => {
    fc.assert(fc.property(whole, positive, whole, positive, fc.integer({ min: 1, max: 10_000 }), (a, b, c, d, factor) => {
      const [one, other] = [fraction(a, b), fraction(c, d)]
      const [A, B, C, D] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)]
      const same = (value: ReturnType<typeof fraction>, n: bigint, bottom: bigint) => expect(BigInt(value.n) * bottom).toBe(n * BigInt(value.d))
      same(add(one, other), A * D + C * B, B * D)
      same(times(one, factor), A * BigInt(factor), B)
      same(dividedBy(one, factor), A, B * BigInt(factor))
      expect(Math.sign(compare(one, other))).toBe(A * D < C * B ? -1 : A * D > C * B ? 1 : 0)
    }))
  })

  test('equal values are written the same, whatever they came from', () => {
    fc.assert(fc.property(whole, positive, fc.integer({ min: 1, max: 4_000 }), (n, d, factor) => {
      expect(toText(fraction(n * factor, d * factor))).toBe(toText(fraction(n, d)))
      expect(toText(dividedBy(times(fraction(n, d), factor), factor))).toBe(toText(fraction(n, d)))
    }))
  })

  test('a mean lies between the least and the most', () => {
    fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (values) => {
      const sorted = values.toSorted(compare)
      for (const middle of [meanOf(values), medianOf(values)]) {
        expect(compare(middle ?? fraction(0, 1), sorted[0] as (typeof values)[number])).toBeGreaterThanOrEqual(0)
        expect(compare(middle ?? fraction(0, 1), sorted.at(-1) as (typeof values)[number])).toBeLessThanOrEqual(0)
      }
    }))
  })

  test('the decimal is within half of its last place', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 6 }), (n, d, places) => {
      expect(Math.abs(Number(toDecimal(fraction(n, d), places)) - toNumber(fraction(n, d)))).toBeLessThanOrEqual(0.5 / 10 ** places + 1e-9)
    }))
  })
})
