/**
 * The official score: raw marks, weights, and the rules declared before the round opened. Exact fractions, never
 * rounded before they are compared; no statistic ever touches it.
 */
import { add, dividedBy, type Fraction, fraction, meanOf, medianOf, times } from '#lib/domain/fraction.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import type { Aggregate } from '#lib/domain/round.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'

/** Σ weight × mark ÷ Σ weight over the lines that apply, between 1 and 5. Every row of a table has at least one such line. */
export function evaluationTotal({ criteria, weights, marks }: ScoreTable, row: number): Fraction {
  let [sum, weight] = [0, 0]
  for (let column = 0; column < criteria.length; column += 1) {
    const mark = marks[row * criteria.length + column] as number
    if (mark === 0) continue
    sum += mark * (weights[column] as number)
    weight += weights[column] as number
  }
  return fraction(sum, weight)
}

/** Of the application these rows evaluate: between 1 and 5; null without any row. */
export function officialScore(table: ScoreTable, { aggregate, notApplicable }: Pick<RankingRules, 'aggregate' | 'notApplicable'>, rows: readonly number[]): Fraction | null {
  if (notApplicable === 'spread-weights') return aggregated(rows.map((row) => evaluationTotal(table, row)), aggregate)
  let sum: Fraction | null = null
  let weight = 0
  for (let column = 0; column < table.criteria.length; column += 1) {
    const middle = aggregated(marksOn(table, rows, column), aggregate)
    if (middle === null) continue
    const own = table.weights[column] as number
    const weighed = times(middle, own)
    sum = sum === null ? weighed : add(sum, weighed)
    weight += own
  }
  return sum === null ? null : dividedBy(sum, weight)
}

/** The marks given on one criterion, lines left out aside. */
export function marksOn({ criteria, marks }: ScoreTable, rows: readonly number[], column: number): Fraction[] {
  return rows.flatMap((row) => {
    const mark = marks[row * criteria.length + column] as number
    return mark === 0 ? [] : [fraction(mark, 1)]
  })
}

function aggregated(values: readonly Fraction[], aggregate: Aggregate): Fraction | null {
  return aggregate === 'mean' ? meanOf(values) : medianOf(values)
}
