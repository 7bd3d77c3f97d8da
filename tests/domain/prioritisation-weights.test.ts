import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { criteriaSlugs } from '#lib/domain/prioritisation-method.ts'
import { parseWeights, proposedWeights, weightsQuery } from '#lib/domain/prioritisation-weights.ts'

test('the proposal is what an address without weights means', () => {
  expect(parseWeights({})).toEqual({ weights: proposedWeights, moved: false, problem: null })
  expect(parseWeights({ w: '' })).toEqual({ weights: proposedWeights, moved: false, problem: null })
  expect(parseWeights({ w: '20,15,25,15,15,10' })).toEqual({ weights: proposedWeights, moved: false, problem: null })
  expect(weightsQuery(proposedWeights)).toBe('20,15,25,15,15,10')
})

test('weights of any scale are brought to 100, from one value or six fields', () => {
  const half = { weights: { patients: 50, cost: 50, severity: 0, need: 0, innovation: 0, data: 0 }, moved: true, problem: null }
  expect(parseWeights({ w: '1,1,0,0,0,0' })).toEqual(half)
  expect(parseWeights({ w: ['20', '20', '0', '0', '0', '0'] })).toEqual(half)
  expect(parseWeights({ w: '4,3,5,3,3,2' }).moved).toBe(false)
})

test.each([
  ['1,2,3', 'wrong-count'],
  ['1,2,3,4,5,6,7', 'wrong-count'],
  ['a,1,1,1,1,1', 'not-a-number'],
  ['-1,1,1,1,1,1', 'not-a-number'],
  ['1e3,1,1,1,1,1', 'not-a-number'],
  [',1,1,1,1,1', 'not-a-number'],
  ['NaN,1,1,1,1,1', 'not-a-number'],
  ['101,1,1,1,1,1', 'out-of-range'],
  ['0,0,0,0,0,0', 'all-zero'],
])('%s leaves the proposal and says %s', (w, problem) => {
  expect(parseWeights({ w })).toEqual({ weights: proposedWeights, moved: false, problem })
})

test('a field left empty among six is not a number, never another criterion’s weight', () => {
  expect(parseWeights({ w: ['', '20', '20', '20', '20', '20'] }).problem).toBe('not-a-number')
})

test('nothing typed throws, and weights always add up to 100', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.nat(120), { minLength: 6, maxLength: 6 }).map((all) => all.join(',')), fc.array(fc.string()))
  fc.assert(fc.property(typed, (w) => {
    const { weights } = parseWeights({ w })
    expect(criteriaSlugs.reduce((sum, it) => sum + weights[it], 0)).toBeCloseTo(100, 9)
    expect(criteriaSlugs.every((it) => weights[it] >= 0)).toBe(true)
  }))
})

test('an address written from weights reads back as them, to a tenth', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 6, maxLength: 6 }), (numbers) => {
    const { weights } = parseWeights({ w: numbers.join(',') })
    const again = parseWeights({ w: weightsQuery(weights) })
    expect(again.problem).toBe(null)
    for (const it of criteriaSlugs) expect(Math.abs(again.weights[it] - weights[it])).toBeLessThan(0.5)
  }))
})
