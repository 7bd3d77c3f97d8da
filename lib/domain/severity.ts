/**
 * How severe each scorer is, drawn toward zero as few evaluations must be: who read 5 good files is not lenient. Shown
 * to managers, never applied to the official score; what can be asked is whether it would change the shortlist.
 */
import { toNumber } from '#lib/domain/fraction.ts'
import { evaluationTotal } from '#lib/domain/official-score.ts'
import { type Places, shortlist } from '#lib/domain/official-ranking.ts'
import { rounded } from '#lib/domain/portable-math.ts'
import { shortestRun } from '#lib/domain/rank-interval.ts'
import type { Posterior } from '#lib/domain/rank-posterior.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'
import { type ShortlistChange, shortlistChange } from '#lib/domain/shortlist-change.ts'

export type Severity = {
  scorerId: string
  evaluations: number
  /** Points by which this scorer marks lower than an ordinary one, the same applications being judged; to 3 decimals. */
  severity: number
  low: number
  high: number
  /** `unclear` while the interval holds zero. */
  leaning: 'severe' | 'lenient' | 'unclear'
}

/** One per scorer who evaluated, by identifier. */
export function severities({ scorers, scorer }: ScoreTable, { leniencies, draws }: Posterior, { intervalLevel }: Pick<RankingRules, 'intervalLevel'>): Severity[] {
  const counts = new Int32Array(scorers.length)
  for (const index of scorer) counts[index] = (counts[index] as number) + 1
  return scorers.flatMap(({ id }, index) => {
    const evaluations = counts[index] as number
    if (evaluations === 0) return []
    const sorted = leniencies.slice(index * draws, (index + 1) * draws).sort()
    const [low, high] = shortestRun(sorted, Math.ceil(intervalLevel * draws - 1e-9))
    const leaning = low > 0 ? 'lenient' : high < 0 ? 'severe' : 'unclear'
    return [{ scorerId: id, evaluations, severity: rounded(-meanLeniency(sorted), 3), low: rounded(-high, 3), high: rounded(-low, 3), leaning }]
  })
}

/** Would the shortlist change if every total were corrected for its scorer's severity? Ties keep their official order. */
export function shortlistWithoutSeverity(table: ScoreTable, { leniencies, draws }: Posterior, official: Places, { aggregate, places }: Pick<RankingRules, 'aggregate' | 'places'>): ShortlistChange {
  const lenient = table.scorers.map((_, index) => meanLeniency(leniencies.subarray(index * draws, (index + 1) * draws)))
  const middle = aggregate === 'mean' ? meanOfNumbers : medianOfNumbers
  const corrected = table.applications.map((_, index) => {
    const score = official.scores[index]
    if (score == null) return 0
    const rows = table.rows[index] as readonly number[]
    const totals = rows.map((row) => toNumber(evaluationTotal(table, row)))
    const fair = totals.map((total, at) => total - (lenient[table.scorer[rows[at] as number] as number] as number))
    return rounded(toNumber(score) + middle(fair) - middle(totals), 9)
  })
  const officially = shortlist(table, official, places).applicationIds
  const scored = official.order.filter((index) => official.scores[index] !== null)
  const inside = scored
    .toSorted((a, b) => (corrected[b] as number) - (corrected[a] as number))
    .slice(0, Math.max(places, officially.length))
    .map((index) => table.applications[index] as string)
  return shortlistChange(officially, places === 0 ? [] : inside)
}

function meanLeniency(values: Float32Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

function meanOfNumbers(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function medianOfNumbers(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return meanOfNumbers(sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1))
}
