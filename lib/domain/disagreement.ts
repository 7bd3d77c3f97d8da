/**
 * Where scorers part ways, and whether it is the kinds of partner that do: a patient association and an insurer who see
 * an application differently are a signal, not noise. Counts for distribution strips instead of bare means.
 */
import { criterionScale } from '#lib/domain/criterion.ts'
import { toNumber } from '#lib/domain/fraction.ts'
import { evaluationTotal } from '#lib/domain/official-score.ts'
import { rounded } from '#lib/domain/portable-math.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'

/** Totals less than this apart, on the scale of the marks, are agreement. */
const notableSpread = 1
/** Share of an application's squared deviations between kinds from which the kinds are the story, and up to which they are not. */
const shareOfKinds = { from: 0.75, upTo: 0.35 } as const

/**
 * `single`: fewer than two evaluations · `agreement`: totals close together · `not-separable`: far apart, but no two
 * scorers of one kind, so that nobody can tell a kind from a person · the rest by `shareOfKinds`.
 */
const disagreementShapes = ['single', 'agreement', 'not-separable', 'between-kinds', 'within-kinds', 'both'] as const
export type DisagreementShape = (typeof disagreementShapes)[number]

export type Strip = {
  criterionId: string
  /** How many gave 1, 2, 3, 4, 5. */
  counts: number[]
  /** Null when the line applied to nobody. */
  lowest: number | null
  highest: number | null
  spread: number | null
}

export type Disagreement = {
  applicationId: string
  /** Totals of the evaluations, ascending, to 3 decimals; never with a name beside. */
  totals: number[]
  /** Largest minus smallest total; 0 with fewer than two. */
  spread: number
  strips: Strip[]
  kinds: { partnerKind: string; evaluations: number; mean: number }[]
  /** Squares between kinds ÷ all squares, to 3 decimals; null when it cannot be told or there are none. */
  betweenShare: number | null
  shape: DisagreementShape
}

/** One per application, by identifier; the largest `spread` first is the caller's to sort. */
export function disagreements(table: ScoreTable): Disagreement[] {
  return table.applications.map((applicationId, index) => {
    const rows = table.rows[index] as readonly number[]
    const totals = rows.map((row) => ({ kind: kindOf(table, row), value: toNumber(evaluationTotal(table, row)) }))
    const values = totals.map(({ value }) => value).sort((a, b) => a - b)
    const spread = rounded((values.at(-1) ?? 0) - (values[0] ?? 0), 9)
    const groups = [...Map.groupBy(totals, ({ kind }) => kind)].map(([kind, own]) => [kind, own.map(({ value }) => value)] as const)
    const squares = squaresOf(groups.map(([, own]) => own))
    const separable = groups.length > 1 && groups.length < totals.length
    const share = separable && squares.between + squares.within > nothing ? squares.between / (squares.between + squares.within) : null
    return {
      applicationId,
      totals: values.map((value) => rounded(value, 3)),
      spread: rounded(spread, 3),
      strips: table.criteria.map((_, column) => strip(table, rows, column)),
      kinds: groups.map(([partnerKind, own]) => ({ partnerKind, evaluations: own.length, mean: rounded(meanOf(own), 3) })).sort((a, b) => (a.partnerKind < b.partnerKind ? -1 : 1)),
      betweenShare: share === null ? null : rounded(share, 3),
      shape: shapeOf(values.length, spread, groups.length, share),
    }
  })
}

export type KindSplit = {
  /** Null for the weighted totals. */
  criterionId: string | null
} & (
  | { shown: false; reason: 'too-few-evaluations' }
  /** Variances in squared points of the scale, to 4 decimals; `share` = between ÷ (between + within), to 3, null when both are 0. */
  | { shown: true; between: number; within: number; share: number | null }
)

/** Degrees of freedom, between and within kinds, below which a split is not shown. */
const leastFreedom = 5

/**
 * The whole round's disagreement over the same applications, split between and within kinds of partner: components of a
 * nested analysis of variance (kinds within applications; Searle, Casella and McCulloch, 1992, ch. 3, unequal numbers).
 * The totals first, then each criterion.
 */
export function kindSplits(table: ScoreTable): KindSplit[] {
  const ofTotals = kindSplit(table, null, (row) => toNumber(evaluationTotal(table, row)))
  return [ofTotals, ...table.criteria.map((criterionId, column) => kindSplit(table, criterionId, (row) => table.marks[row * table.criteria.length + column] || null))]
}

function kindSplit(table: ScoreTable, criterionId: string | null, valueOf: (row: number) => number | null): KindSplit {
  let [between, within, betweenFree, withinFree, size] = [0, 0, 0, 0, 0]
  for (const rows of table.rows) {
    const given = rows.flatMap((row) => {
      const value = valueOf(row)
      return value === null ? [] : [{ kind: kindOf(table, row), value }]
    })
    if (given.length < 2) continue
    const groups = [...Map.groupBy(given, ({ kind }) => kind).values()].map((own) => own.map(({ value }) => value))
    const squares = squaresOf(groups)
    between += squares.between
    within += squares.within
    betweenFree += groups.length - 1
    withinFree += given.length - groups.length
    size += given.length - groups.reduce((sum, own) => sum + own.length ** 2, 0) / given.length
  }
  if (betweenFree < leastFreedom || withinFree < leastFreedom) return { criterionId, shown: false, reason: 'too-few-evaluations' }
  const ofPeople = within / withinFree
  const ofKinds = Math.max(0, ((between / betweenFree - ofPeople) * betweenFree) / size)
  const whole = ofKinds + ofPeople
  return { criterionId, shown: true, between: rounded(ofKinds), within: rounded(ofPeople), share: whole <= nothing ? null : rounded(ofKinds / whole, 3) }
}

function strip({ criteria, marks }: ScoreTable, rows: readonly number[], column: number): Strip {
  const given = rows.map((row) => marks[row * criteria.length + column] as number).filter((mark) => mark > 0)
  const [lowest, highest] = given.length === 0 ? [null, null] : [Math.min(...given), Math.max(...given)]
  return {
    criterionId: criteria[column] as string,
    counts: Array.from({ length: criterionScale.high - criterionScale.low + 1 }, (_, level) => given.filter((mark) => mark === level + criterionScale.low).length),
    lowest,
    highest,
    spread: lowest === null || highest === null ? null : highest - lowest,
  }
}

function shapeOf(evaluations: number, spread: number, kinds: number, share: number | null): DisagreementShape {
  if (evaluations < 2) return 'single'
  if (spread < notableSpread) return 'agreement'
  if (kinds === 1) return 'within-kinds'
  if (share === null) return 'not-separable'
  return share >= shareOfKinds.from ? 'between-kinds' : share <= shareOfKinds.upTo ? 'within-kinds' : 'both'
}

/** Squares of totals below this are the noise of their own sum. */
const nothing = 1e-12

function squaresOf(groups: readonly (readonly number[])[]): { between: number; within: number } {
  const centre = meanOf(groups.flat())
  return {
    between: groups.reduce((sum, own) => sum + own.length * (meanOf(own) - centre) ** 2, 0),
    within: groups.reduce((sum, own) => sum + own.reduce((inside, value) => inside + (value - meanOf(own)) ** 2, 0), 0),
  }
}

function kindOf({ scorers, scorer }: ScoreTable, row: number): string {
  return scorers[scorer[row] as number]?.partnerKind as string
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
