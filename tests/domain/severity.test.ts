import { describe, expect, test } from 'vitest'
import { officialRanking, placesOf } from '#lib/domain/official-ranking.ts'
import { rankPosterior } from '#lib/domain/rank-posterior.ts'
import type { RankingInput } from '#lib/domain/ranking.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { severities, shortlistWithoutSeverity } from '#lib/domain/severity.ts'
import { simulatedRound } from '#tests/factories/ranking.ts'
import { written } from '#tests/domain/rankings.ts'

const round = (scorers: number, severity: number, applications = 60) => simulatedRound({ applications, scorers, each: 3, quality: 0.7, severity, view: 0.4, mark: 0.5, seed: 12 })
const found = (input: RankingInput) => { const table = scoreTable(input); return severities(table, rankPosterior(table, input.rules), input.rules) }
const without = (input: RankingInput) => { const table = scoreTable(input); return shortlistWithoutSeverity(table, rankPosterior(table, input.rules), placesOf(table, input.rules), input.rules) }

describe('severity', () => {
  test('is found where it is, and named only where it is clear', () => {
    const { input, leniency } = round(10, 0.5)
    const centre = leniency.reduce((sum, value) => sum + value, 0) / leniency.length
    let held = 0
    for (const [index, it] of found(input).entries()) {
      const truth = centre - (leniency[index] as number)
      expect(Math.abs(it.severity - truth)).toBeLessThan(0.35)
      if (it.low <= truth && truth <= it.high) held += 1
      expect(it.leaning).toBe(it.low > 0 ? 'severe' : it.high < 0 ? 'lenient' : 'unclear')
    }
    expect(held).toBeGreaterThanOrEqual(8)
  })

  test('is drawn toward zero: less is said than the bare differences say, and nothing where there is none', () => {
    const { input } = round(10, 0)
    for (const { severity, leaning } of found(input)) {
      expect(Math.abs(severity)).toBeLessThan(0.15)
      expect(leaning).toBe('unclear')
    }
    const few = written({ a: [[5], [3]], b: [[4], [3]], c: [[3], null, [2]], d: [[4], null, null, [4]] }, [1])
    const [first] = found(few)
    expect(first).toMatchObject({ scorerId: 'w', evaluations: 4, leaning: 'unclear' })
    expect(first?.severity).toBeLessThan(0)
    expect(first?.severity).toBeGreaterThan(-0.5)
  })

  test('of somebody who evaluated nothing is not spoken of', () => {
    expect(found(written({ a: [[5], [3]], b: [[4], [3]], c: [[3], [2]] }, [1])).map(({ scorerId }) => scorerId)).toEqual(['w', 'x'])
  })

  test('never touches the official ranking', () => {
    const { input } = round(10, 0.5)
    const before = structuredClone(officialRanking(input))
    found(input)
    without(input)
    expect(officialRanking(input)).toEqual(before)
  })
})

describe('would the shortlist change', () => {
  /** w and x are two points more severe than y and z on what both pairs saw; `worthy` met the severe pair only. */
  const marks = {
    worthy: [[3], [3], null, null], lucky: [null, null, [4], [4]],
    ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`seen-${index}`, index % 2 ? [[1], null, [3], null] : [null, [1], null, [3]]])),
  } as Parameters<typeof written>[0]

  test('yes: who met severe scorers comes, who met lenient ones goes', () => {
    const input = written(marks, [1], { places: 1 })
    expect(officialRanking(input)[0]?.applicationId).toBe('lucky')
    expect(without(input)).toEqual({ enters: ['worthy'], leaves: ['lucky'] })
    expect(without({ ...input, rules: { ...input.rules, aggregate: 'median' } })).toEqual({ enters: ['worthy'], leaves: ['lucky'] })
  })

  test('no, where all are in, or none', () => {
    for (const places of [0, 10, 50]) expect(without(written(marks, [1], { places }))).toEqual({ enters: [], leaves: [] })
  })

  test('no, where nobody is severe: equals keep the places that the tie rule gave them', () => {
    const same = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`application-${index}`, [[4 - (index >> 1)], [4 - (index >> 1)]]]))
    for (const places of [3, 4]) expect(without(written(same, [1], { places }))).toEqual({ enters: [], leaves: [] })
  })
})
