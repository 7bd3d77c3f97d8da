/**
 * How sure a rank is. What is covered: the rank an application would hold among the scored ones if everybody eligible
 * as a scorer had evaluated all of them, severity and chance averaged out. The interval is the shortest run of ranks
 * that holds the declared share of the posterior draws (scorer-model.ts). On simulated scorers the 90 % interval holds
 * the truth 89 to 94 times in 100; about 85 where kinds of partner part ways as much as people do and two of one kind
 * score the same file. It may leave out the official rank: that rank then owes more to who scored than to what was scored.
 * Expected ranks and a band at the cut: Heyard, Ott, Salanti and Egger, Statistics and Public Policy 9, 2022 (SNSF).
 */
import { sortedBest } from '#lib/domain/bin-sort.ts'
import type { Places } from '#lib/domain/official-ranking.ts'
import { rounded } from '#lib/domain/portable-math.ts'
import type { Posterior } from '#lib/domain/rank-posterior.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'

export type RankInterval = {
  applicationId: string
  /** Whole ranks, best to worst, among the scored applications. */
  rank: { low: number; high: number }
  /** Mean of the ranks drawn, to 2 decimals. */
  expectedRank: number
  /** On the scale of the marks, drawn toward the mean as few evaluations must be; to 3 decimals. */
  score: { estimate: number; low: number; high: number }
  /** Probability of being among the first `places`, to 3 decimals. */
  aboveCut: number
  /** Indistinguishable at the cut: the interval of ranks reaches to both sides of it. */
  atCut: boolean
  /** The official rank lies in the interval. */
  holdsOfficialRank: boolean
}

/** One per scored application, in the order of the official ranking. */
export function rankIntervals(table: ScoreTable, posterior: Posterior, { order, ranks }: Places, { places, intervalLevel }: Pick<RankingRules, 'places' | 'intervalLevel'>): RankInterval[] {
  const { draws, scored } = posterior
  const need = Math.ceil(intervalLevel * draws - 1e-9)
  const position = new Map(Array.from(scored, (index, k) => [index, k]))
  const drawn = new Float64Array(draws)
  const drawnRanks = new Float64Array(draws)
  const drawnScores = new Float64Array(draws)
  const byDraw = new Int32Array(draws)
  const ascending = (values: Uint32Array | Float32Array, into: Float64Array): void => {
    drawn.set(values)
    sortedBest(drawn, byDraw)
    for (let at = 0; at < draws; at += 1) into[draws - 1 - at] = drawn[byDraw[at] as number] as number
  }
  return order.flatMap((index) => {
    const k = position.get(index)
    if (k === undefined) return []
    ascending(posterior.ranks.subarray(k * draws, (k + 1) * draws), drawnRanks)
    ascending(posterior.qualities.subarray(k * draws, (k + 1) * draws), drawnScores)
    const [low, high] = shortestRun(drawnRanks, need)
    const [from, to] = shortestRun(drawnScores, need)
    const official = ranks[index] as number
    return [{
      applicationId: table.applications[index] as string,
      rank: { low, high },
      expectedRank: rounded(mean(drawnRanks), 2),
      score: { estimate: rounded(mean(drawnScores), 3), low: rounded(from, 3), high: rounded(to, 3) },
      aboveCut: rounded(countUpTo(drawnRanks, places) / draws, 3),
      atCut: low <= places && high > places,
      holdsOfficialRank: official >= low && official <= high,
    }]
  })
}

/**
 * Ends of the shortest stretch that holds at least `need` of the sorted values; among equally short ones the one that
 * holds most. With few ranks to choose from, equal tails would hold 95 % where 90 % were promised.
 */
export function shortestRun(sorted: Float64Array | Float32Array | Uint32Array, need: number): [low: number, high: number] {
  let best: [low: number, high: number] = [sorted[0] as number, sorted.at(-1) as number]
  let most = 0
  let width = Number.POSITIVE_INFINITY
  let end = 0
  for (let start = 0; start + need <= sorted.length; start += 1) {
    const [low, high] = [sorted[start] as number, sorted[start + need - 1] as number]
    if (high - low > width) continue
    end = Math.max(end, start + need)
    while (end < sorted.length && sorted[end] === high) end += 1
    if (high - low === width && end - start <= most) continue
    best = [low, high]
    most = end - start
    width = high - low
  }
  return best
}

function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

function countUpTo(sorted: Float64Array, limit: number): number {
  let count = 0
  while (count < sorted.length && (sorted[count] as number) <= limit) count += 1
  return count
}
