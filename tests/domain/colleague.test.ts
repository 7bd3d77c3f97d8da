import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDisagreement, spreadOf } from '#lib/domain/colleague.ts'
import { anyScores } from '#tests/domain/marks.ts'

const colleagues = fc.uniqueArray(fc.record({ evaluationId: fc.uuid(), scores: anyScores }), { selector: ({ evaluationId }) => evaluationId, maxLength: 6 })

test('whoever parts furthest from one’s own comes first, over what both marked', () => {
  const mine = { a: 5, b: 2, c: null }
  const theirs = [{ evaluationId: '1', scores: { a: 4, b: 2 } }, { evaluationId: '2', scores: { a: 1, b: null, c: 5 } }, { evaluationId: '0', scores: { a: 4, d: 1 } }]
  expect(byDisagreement(mine, theirs).map(({ evaluationId, distance }) => [evaluationId, distance])).toEqual([['2', 4], ['0', 1], ['1', 1]])
})

test('distances fall, are as far from there as from here, and say nothing of the order evaluations came in', () => {
  fc.assert(fc.property(anyScores, colleagues, (mine, theirs) => {
    const shown = byDisagreement(mine, theirs)
    expect(shown.map(({ distance }) => distance)).toEqual(shown.map(({ distance }) => distance).toSorted((a, b) => b - a))
    expect(byDisagreement(mine, theirs.toReversed())).toEqual(shown)
    for (const { evaluationId, scores, distance } of shown) {
      expect(byDisagreement(scores, [{ evaluationId, scores: mine }])[0]?.distance).toBe(distance)
      expect(distance).toBeLessThanOrEqual(4 * Object.keys(mine).length)
    }
    expect(byDisagreement(mine, [{ evaluationId: 'own', scores: mine }])[0]?.distance).toBe(0)
  }))
})

test('the gap of a criterion is between marks that were given, two at least', () => {
  expect(spreadOf([3, null, undefined, 1, 4])).toEqual({ low: 1, high: 4, gap: 3 })
  expect(spreadOf([3, null, undefined])).toBeNull()
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 5 }))), (marks) => {
    const given = marks.filter((mark) => mark !== null)
    const spread = spreadOf(marks)
    const [low, high] = [Math.min(...given), Math.max(...given)]
    expect(spread).toEqual(given.length < 2 ? null : { low, high, gap: high - low })
    expect(spread).toEqual(spreadOf(given.toReversed()))
  }))
})
