import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disagreements, kindSplits } from '#lib/domain/disagreement.ts'
import { seeded } from '#lib/domain/random.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { anyRanking, reordered, written } from '#tests/domain/rankings.ts'
import { plainRules } from '#tests/factories/ranking.ts'

/** Scorers w and x are a hospital's, y and z an association's. */
const of = (...marks: (readonly (number | null)[] | null)[]) => disagreements(scoreTable(written({ one: marks }, [3, 1])))[0]

describe('one application', () => {
  test('counts who gave what, and how far apart the ends are', () => {
    expect(of([5, 2], [5, null], [1, 2], [4, 2])).toEqual({
      applicationId: 'one',
      totals: [1.25, 3.5, 4.25, 5],
      spread: 3.75,
      strips: [
        { criterionId: 'a', counts: [1, 0, 0, 1, 2], lowest: 1, highest: 5, spread: 4 },
        { criterionId: 'b', counts: [0, 3, 0, 0, 0], lowest: 2, highest: 2, spread: 0 },
      ],
      kinds: [{ partnerKind: 'association', evaluations: 2, mean: 2.375 }, { partnerKind: 'hospital', evaluations: 2, mean: 4.625 }],
      betweenShare: 0.643,
      shape: 'both',
    })
  })

  test('a criterion that applied to nobody has no ends', () => {
    expect(of([5, null])?.strips[1]).toEqual({ criterionId: 'b', counts: [0, 0, 0, 0, 0], lowest: null, highest: null, spread: null })
  })

  test.each([
    ['single', [[5, 5]]],
    ['agreement', [[4, 4], [4, 3], [4, 4], [4, 4]]],
    ['between-kinds', [[5, 5], [5, 4], [2, 2], [2, 1]]],
    ['within-kinds', [[5, 5], [1, 1], [5, 5], [1, 1]]],
    ['within-kinds', [[5, 5], [1, 1]]],
    ['not-separable', [[5, 5], null, [1, 1]]],
    ['both', [[5, 5], [3, 3], [2, 2], [3, 3]]],
  ] as const)('%s', (shape, marks) => {
    expect(of(...marks)?.shape).toBe(shape)
  })

  test('squares between and within kinds are all the squares: the share is that of an analysis of variance', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      const found = disagreements(scoreTable(input))
      expect(found.map(({ applicationId }) => applicationId)).toEqual(input.applications.map(({ id }) => id))
      for (const { totals, spread, strips, kinds, betweenShare } of found) {
        const marked = input.criteria.map(({ id }) => strips.find((it) => it.criterionId === id)?.counts.reduce((sum, count) => sum + count, 0) ?? 0)
        expect(Math.max(0, ...marked)).toBeLessThanOrEqual(totals.length)
        expect(kinds.reduce((sum, { evaluations }) => sum + evaluations, 0)).toBe(totals.length)
        expect(spread).toBeCloseTo((totals.at(-1) ?? 0) - (totals[0] ?? 0), 2)
        const centre = totals.reduce((sum, value) => sum + value, 0) / totals.length
        const all = totals.reduce((sum, value) => sum + (value - centre) ** 2, 0)
        const between = kinds.reduce((sum, { evaluations, mean }) => sum + evaluations * (mean - centre) ** 2, 0)
        expect(Math.abs((betweenShare ?? between / all) * all - between) < 0.05 || betweenShare === null).toBe(true)
        expect(betweenShare === null).toBe(kinds.length < 2 || kinds.length === totals.length || all < 1e-9)
      }
      expect(disagreements(scoreTable(reordered(input, 5)))).toEqual(found)
    }))
  })
})

describe('the whole round', () => {
  /** Two scorers of each of two kinds on every application: a nested analysis whose truth is known. */
  const nested = (applications: number, ofKinds: number, ofPeople: number) => {
    const random = seeded(8)
    const name = (index: number) => `application-${String(index).padStart(4, '0')}`
    return scoreTable({
      applications: Array.from({ length: applications }, (_, index) => ({ id: name(index), ruptures: [], stages: [], challenge: null, region: null })),
      criteria: [{ id: 'a', weight: 1 }],
      scorers: ['w', 'x', 'y', 'z'].map((id, index) => ({ id, organisationId: id, partnerKind: index < 2 ? 'hospital' : 'association' })),
      evaluations: Array.from({ length: applications }, (_, index) => {
        const kinds = [random.normal() * ofKinds, random.normal() * ofKinds]
        return ['w', 'x', 'y', 'z'].map((scorerId, scorer) => ({
          applicationId: name(index), scorerId, scores: { a: Math.max(1, Math.min(5, Math.round(3 + (kinds[scorer >> 1] as number) + random.normal() * ofPeople))) },
        }))
      }).flat(),
      rules: plainRules,
    })
  }

  test('finds how much lies between kinds of partner', () => {
    const [totals, line] = kindSplits(nested(2_000, 0.6, 0.5))
    expect(line).toEqual({ ...totals, criterionId: 'a' })
    expect(totals).toMatchObject({ criterionId: null, shown: true })
    if (!totals?.shown) return
    expect(totals.between).toBeGreaterThan(0.3)
    expect(totals.between).toBeLessThan(0.42)
    expect(totals.within).toBeGreaterThan(0.27)
    expect(totals.within).toBeLessThan(0.4)
    const none = kindSplits(nested(8_000, 0, 0.8))[0]
    expect(none?.shown && none.share).toBeLessThan(0.03)
  })

  test('by hand, with unequal numbers: the components of a nested analysis', () => {
    const marks = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`application-${index}`, [[5], [4], [2]]]))
    const [split] = kindSplits(scoreTable(written(marks, [1])))
    const [between, within, size] = [2 * (4.5 - 11 / 3) ** 2 + (2 - 11 / 3) ** 2, 0.5, 3 - 5 / 3]
    expect(split).toEqual({ criterionId: null, shown: true, between: Number(((between - within) / size).toFixed(4)), within: 0.5, share: Number(((between - within) / size / ((between - within) / size + within)).toFixed(3)) })
  })

  test('is not shown where kinds or people are too few', () => {
    expect(kindSplits(scoreTable(written({ one: [[5], [4], [2]], two: [[5], [4], [2]] }, [1])))[0]).toEqual({ criterionId: null, shown: false, reason: 'too-few-evaluations' })
    expect(kindSplits(scoreTable(written(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a${index}`, [[5], null, [2]]])), [1])))[0]).toMatchObject({ shown: false })
  })
})
