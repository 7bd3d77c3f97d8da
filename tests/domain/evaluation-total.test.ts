import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluationContent } from '#lib/domain/evaluation-marks.ts'
import { totalOf } from '#lib/domain/evaluation-total.ts'
import { anyGrid, anyScores } from '#tests/domain/marks.ts'

const totalFrom = (scores: Record<string, number | null>, criteria: Parameters<typeof totalOf>[1]) => totalOf(evaluationContent({ scores }), criteria)

test('weighs marks by their criteria, and leaves out what does not apply or is not marked yet', () => {
  const criteria = [{ id: 'a', weight: 50 }, { id: 'b', weight: 30 }, { id: 'c', weight: 20 }]
  expect(totalFrom({ a: 4, b: 5 }, criteria)).toEqual({ value: 4.375, points: 350, weight: 80, counted: 2, of: 3 })
  expect(totalFrom({ a: 4, b: null, c: 1 }, criteria).value).toBe(220 / 70)
  expect(totalFrom({ a: null }, criteria).value).toBeNull()
})

test('lies between the lowest and the highest mark counted, whatever the weights', () => {
  fc.assert(fc.property(anyGrid, anyScores, (criteria, scores) => {
    const { value, counted, of } = totalFrom(scores, criteria)
    const given = criteria.flatMap(({ id }) => scores[id] ?? [])
    expect([counted, of]).toEqual([given.length, criteria.length])
    expect(value === null).toBe(given.length === 0)
    expect(value ?? 0).toBeGreaterThanOrEqual(value === null ? 0 : Math.min(...given) - 1e-9)
    expect(value ?? 0).toBeLessThanOrEqual(value === null ? 0 : Math.max(...given) + 1e-9)
  }))
})

test('rises when a counted mark rises, and does not move with the order of the grid or the unit of its weights', () => {
  fc.assert(fc.property(anyGrid, anyScores, fc.integer({ min: 2, max: 9 }), (criteria, scores, unit) => {
    const { value } = totalFrom(scores, criteria)
    const again = totalFrom(scores, criteria.toReversed().map(({ id, weight }) => ({ id, weight: weight * unit }))).value
    expect(again === null).toBe(value === null)
    expect(again ?? 0).toBeCloseTo(value ?? 0, 9)
    const raised = criteria.flatMap(({ id }) => ((scores[id] ?? 5) < 5 ? [totalFrom({ ...scores, [id]: (scores[id] ?? 0) + 1 }, criteria).value ?? 0] : []))
    for (const total of raised) expect(total).toBeGreaterThan(value ?? 0)
  }))
})
