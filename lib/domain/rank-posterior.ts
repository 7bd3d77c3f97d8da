/** Draws of what could be true behind the totals, kept so that intervals of ranks, scores and severities can be read off them. */
import { sortedBest } from '#lib/domain/bin-sort.ts'
import { toNumber } from '#lib/domain/fraction.ts'
import { evaluationTotal } from '#lib/domain/official-score.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import { seeded } from '#lib/domain/random.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'
import { type Crossed, drawPosterior } from '#lib/domain/scorer-model.ts'

/** Fewer say nothing that a prior has not said: no interval is shown. */
const leastScored = 3
/** Evaluations beyond the first of each application: all there is to tell the rest from the applications. */
const leastRepeats = 3

const tooFewReasons = ['too-few-applications', 'too-few-evaluations'] as const
export type TooFew = (typeof tooFewReasons)[number]

export type Posterior = {
  draws: number
  /** Indices of the scored applications in the table, in order: the rows of `ranks` and `qualities`. */
  scored: Int32Array
  /** Rank of the k-th scored application in draw d at `k × draws + d`. */
  ranks: Uint32Array
  /** Score a scorer of ordinary severity would give in the long run, likewise. */
  qualities: Float32Array
  /** Leniency of scorer s in draw d at `s × draws + d`, in points of the scale. */
  leniencies: Float32Array
}

/** Enough draws for the two ends of an interval, fewer where a national call makes them dear: 4,000 down to 400. */
function drawsFor(applications: number): number {
  return Math.max(400, Math.min(2_000, Math.floor(2_000_000 / Math.max(1, applications))))
}

/** Why there can be no intervals, or null. */
export function tooFew({ rows }: Pick<ScoreTable, 'rows'>): TooFew | null {
  const scored = rows.filter((own) => own.length > 0)
  if (scored.length < leastScored) return 'too-few-applications'
  return scored.reduce((sum, own) => sum + own.length - 1, 0) < leastRepeats ? 'too-few-evaluations' : null
}

/** For a table that is not too small. `draws` is for measuring: left out, it follows from the size. */
export function rankPosterior(table: ScoreTable, { seed }: Pick<RankingRules, 'seed'>, draws?: number): Posterior {
  const scored = Int32Array.from(table.rows.flatMap((own, index) => (own.length > 0 ? [index] : [])))
  const data = crossed(table, scored)
  const many = draws ?? drawsFor(scored.length)
  const posterior: Posterior = {
    draws: many,
    scored,
    ranks: new Uint32Array(scored.length * many),
    qualities: new Float32Array(scored.length * many),
    leniencies: new Float32Array(table.scorers.length * many),
  }
  const order = new Int32Array(scored.length)
  drawPosterior(data, many, seeded(seed, 1), ({ mean, quality, leniency }, draw) => {
    for (let s = 0; s < leniency.length; s += 1) posterior.leniencies[s * many + draw] = leniency[s] as number
    sortedBest(quality, order)
    for (let position = 0; position < order.length; position += 1) {
      const k = order[position] as number
      posterior.ranks[k * many + draw] = position + 1
      posterior.qualities[k * many + draw] = mean + (quality[k] as number)
    }
  })
  return posterior
}

/**
 * Totals on the scale of the marks. Where a line was left out, its place is taken by what is usual on that line, so that
 * not being asked about a hard criterion does not look like leniency.
 */
function crossed(table: ScoreTable, scored: Int32Array): Crossed {
  const { criteria, weights, marks, scorer } = table
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const usual = criteria.map((_, column) => {
    let [sum, count] = [0, 0]
    for (let at = column; at < marks.length; at += criteria.length) {
      sum += marks[at] as number
      count += marks[at] === 0 ? 0 : 1
    }
    return count === 0 ? null : sum / count
  })
  const rows = Array.from(scored).flatMap((index) => table.rows[index] as readonly number[])
  const total = Float64Array.from(rows, (row) => {
    let [own, expected, asked, all, present] = [0, 0, 0, 0, 0]
    for (let column = 0; column < criteria.length; column += 1) {
      const [mark, weight, level] = [marks[row * criteria.length + column] as number, weights[column] as number, usual[column] as number | null]
      if (level === null) continue
      all += weight * level
      present += weight
      if (mark === 0) continue
      own += weight * mark
      expected += weight * level
      asked += weight
    }
    return asked === present ? toNumber(evaluationTotal(table, row)) : (own - expected) / asked + all / present
  })
  const first = new Int32Array(scored.length + 1)
  scored.forEach((index, k) => { first[k + 1] = (first[k] as number) + (table.rows[index]?.length ?? 0) })
  return {
    applications: scored.length,
    scorers: table.scorers.length,
    first,
    scorer: Int32Array.from(rows, (row) => scorer[row] as number),
    total,
    rounding: weights.reduce((sum, weight) => sum + (weight / whole) ** 2, 0) / 12,
  }
}
