/** Places by the official score: ties by the declared keys, and what remains equal shares its rank (1, 2, 2, 4). */
import { compare, type Fraction, fraction, meanOf, medianOf, toDecimal, toNumber, toText } from '#lib/domain/fraction.ts'
import { evaluationTotal, marksOn, officialScore } from '#lib/domain/official-score.ts'
import type { RankingInput, RankingRules } from '#lib/domain/ranking.ts'
import { type ScoreTable, scoreTable } from '#lib/domain/score-table.ts'
import { criterionOfTie, type TieKey } from '#lib/domain/tie-rule.ts'

/** Indices of applications from best to worst, the unscored last, and the rank of each by index: 0 when unscored. */
export type Places = { order: number[]; ranks: Int32Array; scores: (Fraction | null)[] }

export type ScoringRules = Pick<RankingRules, 'aggregate' | 'notApplicable' | 'tieRule'>

export type OfficialRow = {
  applicationId: string
  /** Null when nobody evaluated it. */
  rank: number | null
  /** Others hold the same rank. */
  exAequo: boolean
  /** `exact` as "11/3", `decimal` as "3.667", halves up. */
  score: { exact: string; decimal: string } | null
  evaluations: number
}

export type Shortlist = {
  /** All of rank at most `places`, best first; more than `places` when the last rank is shared. */
  applicationIds: string[]
  /** Those who share the last rank when there are not places for all: the rule does not separate them. */
  tiedAtCut: string[]
}

/** The official ranking, best first. Does not depend on the order of anything in the input. */
export function officialRanking(input: RankingInput): OfficialRow[] {
  const table = scoreTable(input)
  return officialRows(table, placesOf(table, input.rules))
}

export function officialRows(table: ScoreTable, { order, ranks, scores }: Places): OfficialRow[] {
  const holders = new Map<number, number>()
  for (const rank of ranks) holders.set(rank, (holders.get(rank) ?? 0) + 1)
  return order.map((index) => {
    const rank = ranks[index] as number
    const score = scores[index] ?? null
    return {
      applicationId: table.applications[index] as string,
      rank: rank || null,
      exAequo: rank > 0 && (holders.get(rank) as number) > 1,
      score: score && { exact: toText(score), decimal: toDecimal(score, 3) },
      evaluations: table.rows[index]?.length ?? 0,
    }
  })
}

/** Scores and ranks under any rules; between equals the order is that of identifiers and means nothing. */
export function placesOf(table: ScoreTable, rules: ScoringRules): Places {
  const scores = table.rows.map((rows) => officialScore(table, rules, rows))
  const inFront = bestFirst(table, rules, scores)
  const order = table.applications.map((_, index) => index).sort(inFront)
  const ranks = new Int32Array(order.length)
  order.forEach((index, position) => {
    if (scores[index] === null) return
    const before = order[position - 1]
    ranks[index] = before !== undefined && inFront(before, index) === 0 ? (ranks[before] as number) : position + 1
  })
  return { order, ranks, scores }
}

/** The shortlist alone, as indices, from scores known already: sorts only those near enough to the top. The same as `shortlist`. */
export function shortlisted(table: ScoreTable, rules: ScoringRules & Pick<RankingRules, 'places'>, scores: Places['scores']): number[] {
  const near = Float64Array.from(scores, (score) => (score === null ? 0 : toNumber(score)))
  const bar = (near.toSorted().at(-rules.places) ?? 0) - 1e-9
  const inFront = bestFirst(table, rules, scores)
  const top = table.rows.map((_, index) => index).filter((index) => scores[index] !== null && (near[index] as number) >= bar).sort(inFront)
  const last = top[rules.places - 1]
  return rules.places === 0 ? [] : last === undefined ? top : top.filter((index, position) => position < rules.places || inFront(last, index) === 0)
}

/** Who is on the shortlist of `places` places. */
export function shortlist(table: ScoreTable, { order, ranks }: Places, places: number): Shortlist {
  const inside = order.filter((index) => (ranks[index] as number) > 0 && (ranks[index] as number) <= places)
  const last = inside.at(-1)
  const tied = inside.length > places && last !== undefined ? inside.filter((index) => ranks[index] === ranks[last]) : []
  const named = (indices: readonly number[]) => indices.map((index) => table.applications[index] as string)
  return { applicationIds: named(inside), tiedAtCut: named(tied) }
}

/** Zero between those whom neither the score nor any key separates. */
function bestFirst(table: ScoreTable, { tieRule }: Pick<RankingRules, 'tieRule'>, scores: Places['scores']): (a: number, b: number) => number {
  const keys = tieRule.map((key) => remembered((index) => tieValue(table, key, table.rows[index] as readonly number[])))
  return (a, b) => {
    const byScore = worseFirst(scores[b] ?? null, scores[a] ?? null)
    if (byScore !== 0 || scores[a] === null) return byScore
    for (const key of keys) {
      const byKey = worseFirst(key(b), key(a))
      if (byKey !== 0) return byKey
    }
    return 0
  }
}

/** Higher is better for every key; null is worst. */
function tieValue(table: ScoreTable, key: TieKey, rows: readonly number[]): Fraction | null {
  const totals = () => rows.map((row) => evaluationTotal(table, row))
  switch (key) {
    case 'mean':
      return meanOf(totals())
    case 'median':
      return medianOf(totals())
    case 'lowest':
      return totals().toSorted(compare)[0] ?? null
    case 'more-evaluations':
      return fraction(rows.length, 1)
    case 'fewer-not-applicable':
      return fraction(-rows.length * table.criteria.length + table.criteria.reduce((sum, _, column) => sum + marksOn(table, rows, column).length, 0), 1)
    default:
      return meanOf(marksOn(table, rows, table.criteria.indexOf(criterionOfTie(key) ?? '')))
  }
}

function worseFirst(one: Fraction | null, other: Fraction | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  return compare(one, other)
}

function remembered(value: (index: number) => Fraction | null): (index: number) => Fraction | null {
  const known = new Map<number, Fraction | null>()
  return (index) => {
    const before = known.get(index)
    if (before !== undefined) return before
    const now = value(index)
    known.set(index, now)
    return now
  }
}
