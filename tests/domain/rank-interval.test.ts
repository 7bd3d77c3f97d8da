import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortedBest } from '#lib/domain/bin-sort.ts'
import { rankingResult } from '#lib/domain/frozen-ranking.ts'
import { placesOf } from '#lib/domain/official-ranking.ts'
import { type RankInterval, rankIntervals, shortestRun } from '#lib/domain/rank-interval.ts'
import { rankPosterior } from '#lib/domain/rank-posterior.ts'
import type { RankingInput } from '#lib/domain/ranking.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { type Simulated, simulatedRound } from '#tests/factories/ranking.ts'
import { anyRanking, reordered, written } from '#tests/domain/rankings.ts'

function intervals(input: RankingInput, draws?: number): RankInterval[] {
  const table = scoreTable(input)
  return rankIntervals(table, rankPosterior(table, input.rules, draws), placesOf(table, input.rules), input.rules)
}

/**
 * Coverage of the 90 % interval of the rank. The truth is the rank by quality: by the score that all possible scorers
 * together would give (see `simulatedRound`). Each scenario is many rounds with new qualities, new scorers, new marks;
 * covered is the share of all their applications whose true rank lies in their interval. Scorers are noisy (one scorer's
 * total has an ICC near 0.26, as in Mutz et al., PLoS ONE 2012) or consistent (near 0.55); three evaluate each file.
 */
describe('the 90 % interval holds the true rank of 85 to 95 % of the applications', () => {
  const noisy = { quality: 0.5, view: 0.8, mark: 0.7 }
  const consistent = { quality: 0.7, view: 0.5, mark: 0.6 }
  const alike = { severity: 0 }
  const unlike = { severity: 0.4 }

  test.each<[string, number, Omit<Simulated, 'seed'>]>([
    ['few applications, noisy scorers', 150, { applications: 12, scorers: 5, each: 3, ...noisy, ...alike }],
    ['few applications, noisy scorers of unlike severity', 150, { applications: 12, scorers: 5, each: 3, ...noisy, ...unlike }],
    ['few applications, consistent scorers', 150, { applications: 12, scorers: 5, each: 3, ...consistent, ...alike }],
    ['few applications, consistent scorers of unlike severity', 150, { applications: 12, scorers: 5, each: 3, ...consistent, ...unlike }],
    ['fifty applications, noisy scorers', 50, { applications: 50, scorers: 12, each: 3, ...noisy, ...alike }],
    ['fifty applications, noisy scorers of unlike severity', 50, { applications: 50, scorers: 12, each: 3, ...noisy, ...unlike }],
    ['fifty applications, consistent scorers', 50, { applications: 50, scorers: 12, each: 3, ...consistent, ...alike }],
    ['fifty applications, consistent scorers of unlike severity', 50, { applications: 50, scorers: 12, each: 3, ...consistent, ...unlike }],
    ['many applications, noisy scorers of unlike severity', 8, { applications: 400, scorers: 40, each: 3, ...noisy, ...unlike }],
    ['many applications, consistent scorers', 8, { applications: 400, scorers: 40, each: 3, ...consistent, ...alike }],
  ])('%s', (_, rounds, scenario) => {
    const covered = coverage(rounds, scenario, 1_000)
    expect(covered).toBeGreaterThanOrEqual(0.85)
    expect(covered).toBeLessThanOrEqual(0.95)
  })

  test('a national call, with the few draws it is given', () => {
    const covered = coverage(1, { applications: 5_000, scorers: 250, each: 3, ...noisy, ...unlike })
    expect(covered).toBeGreaterThanOrEqual(0.85)
    expect(covered).toBeLessThanOrEqual(0.95)
  })

  function coverage(rounds: number, scenario: Omit<Simulated, 'seed'>, draws?: number): number {
    let held = 0
    for (let seed = 1; seed <= rounds; seed += 1) {
      const { input, truth } = simulatedRound({ ...scenario, seed })
      for (const { applicationId, rank } of intervals(input, draws)) {
        const own = truth[Number(applicationId.slice('application-'.length))] as number
        if (rank.low <= own && own <= rank.high) held += 1
      }
    }
    return held / (rounds * scenario.applications)
  }
})

describe('an interval', () => {
  const round = (places: number, seed = 4) => simulatedRound({ applications: 30, scorers: 8, each: 3, quality: 0.7, severity: 0.3, view: 0.5, mark: 0.5, seed }, { places }).input

  test('goes from better to worse, around the expected rank, and its score is on the scale', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      const { estimates, official } = rankingResult(input)
      const scored = official.filter(({ rank }) => rank !== null)
      const rows = estimates.shown ? estimates.intervals : []
      expect(rows.map(({ applicationId }) => applicationId)).toEqual(estimates.shown ? scored.map(({ applicationId }) => applicationId) : [])
      for (const { rank, expectedRank, score, aboveCut, atCut } of rows) {
        expect(rank.low).toBeGreaterThanOrEqual(1)
        expect(rank.high).toBeLessThanOrEqual(scored.length)
        expect(rank.low).toBeLessThanOrEqual(rank.high)
        expect(expectedRank).toBeGreaterThanOrEqual(1)
        expect(expectedRank).toBeLessThanOrEqual(scored.length)
        expect(score.low).toBeLessThanOrEqual(score.estimate)
        expect(score.high).toBeGreaterThanOrEqual(score.estimate)
        expect(atCut).toBe(rank.low <= input.rules.places && rank.high > input.rules.places)
        expect(aboveCut).toBeGreaterThanOrEqual(0)
        expect(aboveCut).toBeLessThanOrEqual(1)
      }
      expect(rows.reduce((sum, row) => sum + row.expectedRank, 0)).toBeCloseTo((rows.length * (rows.length + 1)) / 2, 0)
      expect(rows.reduce((sum, row) => sum + row.aboveCut, 0)).toBeCloseTo(Math.min(input.rules.places, rows.length), 1)
    }), { numRuns: 40 })
  })

  test('does not depend on the order in which anything arrives, and does on the seed', () => {
    fc.assert(fc.property(anyRanking, fc.nat(), (input, seed) => { expect(rankingResult(reordered(input, seed))).toEqual(rankingResult(input)) }), { numRuns: 30 })
    expect(intervals(round(5))).toEqual(intervals(reordered(round(5), 7)))
    expect(intervals(round(5))).not.toEqual(intervals({ ...round(5), rules: { ...round(5).rules, seed: 2 } }))
  })

  test('is wider the surer it has to be', () => {
    const width = (intervalLevel: number) => intervals({ ...round(5), rules: { ...round(5).rules, intervalLevel } }).reduce((sum, { rank }) => sum + rank.high - rank.low, 0)
    expect(width(0.5)).toBeLessThan(width(0.9) * 0.6)
  })

  test('at the cut: the band is what reaches to both sides, and nobody is at a cut that cuts nobody off', () => {
    const band = intervals(round(10)).filter(({ atCut }) => atCut)
    expect(band.length).toBeGreaterThan(3)
    expect(band.length).toBeLessThan(25)
    expect(band.every(({ aboveCut }) => aboveCut > 0.01 && aboveCut < 0.99)).toBe(true)
    for (const places of [0, 30, 99]) expect(intervals(round(places)).some(({ atCut }) => atCut)).toBe(false)
    expect(intervals(round(30)).every(({ aboveCut }) => aboveCut === 1)).toBe(true)
  })

  test('a clear first is surely first, and equals are equally likely', () => {
    const rows = intervals(written({ best: [[5], [5], [5], [5]], three: [[3], [3], [3], [3]], two: [[2], [2], [2], [2]], one: [[1], [1], [1], [1]] }, [1], { places: 1 }))
    expect(rows[0]).toMatchObject({ applicationId: 'best', rank: { low: 1, high: 1 }, atCut: false, holdsOfficialRank: true })
    expect(rows[0]?.aboveCut).toBeGreaterThan(0.95)
    const equal = intervals(written({ a: [[3], [3], [3]], b: [[3], [3], [3]], c: [[3], [3], [3]], d: [[3], [3], [3]] }, [1], { places: 2 }))
    for (const { aboveCut, expectedRank } of equal) {
      expect(aboveCut).toBeCloseTo(0.5, 1)
      expect(Math.abs(expectedRank - 2.5)).toBeLessThan(0.1)
    }
  })

  test('corrects for whoever drew the severe scorers, where the official rank does not', () => {
    const marks = { lucky: [[4], [4], null, null], unlucky: [null, null, [3], [3]], a: [[5], null, [3], null], b: [null, [5], null, [3]], c: [[4], null, [2], null], d: [null, [3], null, [1]], e: [[4], null, [2], null], f: [null, [5], null, [3]] }
    const input = written(marks as Parameters<typeof written>[0], [1])
    const byId = new Map(intervals(input).map((row) => [row.applicationId, row]))
    const official = new Map(rankingResult(input).official.map(({ applicationId, rank }) => [applicationId, rank as number]))
    expect(official.get('lucky')).toBeLessThan(official.get('unlucky') as number)
    expect(byId.get('unlucky')?.expectedRank).toBeLessThan(byId.get('lucky')?.expectedRank as number)
  })

  test('not being asked about a hard criterion is not leniency', () => {
    const marks = Object.fromEntries(Array.from({ length: 12 }, (_, index) => {
      const level = 2 + (index % 3)
      return [`application-${index}`, [[level + 1, level - 1], [level + 1, level - 1], [level + 1, index % 2 ? null : level - 1]]]
    }))
    const { estimates } = rankingResult(written(marks, [1, 1]))
    expect(estimates.shown && estimates.severities.map(({ leaning }) => leaning)).toEqual(['unclear', 'unclear', 'unclear'])
    expect(estimates.shown && Math.max(...estimates.severities.map(({ severity }) => Math.abs(severity)))).toBeLessThan(0.05)
  })

  test('there is none where evaluations are too few', () => {
    const estimates = (marks: Parameters<typeof written>[0]) => rankingResult(written(marks, [1])).estimates
    expect(estimates({})).toEqual({ shown: false, reason: 'too-few-applications' })
    expect(estimates({ a: [[3], [3], [4]], b: [[3], [3]], c: [] })).toEqual({ shown: false, reason: 'too-few-applications' })
    expect(estimates({ a: [[3]], b: [[4], [3]], c: [[5], [4]] })).toEqual({ shown: false, reason: 'too-few-evaluations' })
    expect(estimates({ a: [[3], [3]], b: [[4], [3]], c: [[5], [4]] })).toMatchObject({ shown: true })
  })
})

test('the shortest run holds enough and none shorter does', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
    const sorted = Uint32Array.from(values).sort()
    const need = Math.max(1, Math.ceil(share * values.length))
    const held = (low: number, high: number) => values.filter((value) => value >= low && value <= high).length
    const [low, high] = shortestRun(sorted, need)
    expect(held(low, high)).toBeGreaterThanOrEqual(need)
    for (let from = 1; from <= 9; from += 1) {
      expect(held(from, from + high - low - 1)).toBeLessThan(need)
      expect(held(from, from + high - low)).toBeLessThanOrEqual(held(low, high))
    }
  }))
})

test('sorting by bins is sorting', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0), { maxLength: 60 }), (values) => {
    const order = new Int32Array(values.length)
    sortedBest(Float64Array.from(values), order)
    expect(Array.from(order, (index) => values[index])).toEqual(values.toSorted((a, b) => b - a))
    expect(new Set(order).size).toBe(values.length)
  }))
})
