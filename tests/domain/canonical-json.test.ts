import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#lib/domain/canonical-json.ts'

const shuffled = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(shuffled) : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, shuffled(item)])) : value

describe('canonical JSON', () => {
  test('is written one way only', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined, 'A"': true })).toBe('{"A\\"":true,"b":[1,{"c":"é","d":null}]}')
  })

  test('does not depend on the order of keys, and says the same as JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })

  test('differs when the content does', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(JSON.parse(JSON.stringify(b))))
    }))
  })
})
