/**
 * How far scorers agree, criterion by criterion: to mend the grid, not to shame. Hidden when there is too little to say.
 * `ofMean` is the reliability of the mean of the marks an application has.
 */
import { type Intraclass, oneWayIntraclass, twoWayIntraclass } from '#lib/domain/intraclass.ts'
import { alpha, alphaIntervals, coincidencesOf } from '#lib/domain/krippendorff.ts'
import { rounded } from '#lib/domain/portable-math.ts'
import { toNumber } from '#lib/domain/fraction.ts'
import { evaluationTotal } from '#lib/domain/official-score.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import { seeded } from '#lib/domain/random.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'

/** Applications marked at least twice, and scorers, below which nothing is shown. */
export const leastSubjects = 10
const leastScorers = 3
/** Below this many applications the figure is shown with a caution (Koo and Li, Journal of Chiropractic Medicine 15, 2016). */
const steadySubjects = 30

/** Koo and Li, 2016: under 0.5, under 0.75, under 0.9, from there; read off both ends of the interval, not the estimate. */
const reliabilityGrades = ['poor', 'moderate', 'good', 'excellent'] as const
export type ReliabilityGrade = (typeof reliabilityGrades)[number]

const hiddenReasons = ['too-few-applications', 'too-few-scorers', 'no-variation'] as const
export type HiddenReason = (typeof hiddenReasons)[number]

type Estimate = { estimate: number; low: number; high: number }

export type Reliability = {
  /** Null for the weighted totals. */
  criterionId: string | null
  /** Applications marked at least twice, and scorers who marked them. */
  applications: number
  scorers: number
} & (
  | { shown: false; reason: HiddenReason }
  | {
      shown: true
      caution: 'few-applications' | null
      /** ICC(1) when each application has its own scorers, ICC(A,1) when all scorers marked all; 3 decimals. */
      intraclass: Estimate & { form: 'one-way' | 'two-way-agreement'; ofMean: number }
      /** From which grade to which: both ends of the interval. */
      grades: { low: ReliabilityGrade; high: ReliabilityGrade }
      /** Not for totals, which are no steps of a scale; null also when resampling gave no interval. */
      alpha: { ordinal: Estimate; interval: Estimate } | null
    }
)

/** The totals first, then each criterion by identifier. */
export function reliabilities(table: ScoreTable, { intervalLevel, seed }: Pick<RankingRules, 'intervalLevel' | 'seed'>): Reliability[] {
  const width = table.criteria.length
  const totals = table.rows.map((rows) => rows.map((row) => ({ scorer: table.scorer[row] as number, value: toNumber(evaluationTotal(table, row)) })))
  const perCriterion = table.criteria.map((criterionId, column): Reliability => {
    const marks = table.rows.map((rows) =>
      rows.flatMap((row) => {
        const value = table.marks[row * width + column] as number
        return value === 0 ? [] : [{ scorer: table.scorer[row] as number, value }]
      }))
    return reliability(criterionId, marks, intervalLevel, (units) => alphas(units, intervalLevel, seed, column))
  })
  return [reliability(null, totals, intervalLevel, () => null), ...perCriterion]
}

export function gradeOf(value: number): ReliabilityGrade {
  return value < 0.5 ? 'poor' : value < 0.75 ? 'moderate' : value < 0.9 ? 'good' : 'excellent'
}

type Mark = { scorer: number; value: number }

function reliability(criterionId: string | null, marks: readonly (readonly Mark[])[], level: number, alphasOf: (units: readonly (readonly number[])[]) => { ordinal: Estimate; interval: Estimate } | null): Reliability {
  const compared = marks.filter((own) => own.length > 1)
  const scorers = new Set(compared.flatMap((own) => own.map(({ scorer }) => scorer)))
  const head = { criterionId, applications: compared.length, scorers: scorers.size }
  if (compared.length < leastSubjects) return { ...head, shown: false, reason: 'too-few-applications' }
  if (scorers.size < leastScorers) return { ...head, shown: false, reason: 'too-few-scorers' }
  const units = compared.map((own) => own.map(({ value }) => value))
  const complete = compared.every((own) => own.length === scorers.size)
  const found = complete ? twoWayIntraclass(units, level)?.agreement ?? null : oneWayIntraclass(units, level)
  if (found === null) return { ...head, shown: false, reason: 'no-variation' }
  return {
    ...head,
    shown: true,
    caution: compared.length < steadySubjects ? 'few-applications' : null,
    intraclass: { form: complete ? 'two-way-agreement' : 'one-way', ...estimate(found), ofMean: rounded(Math.max(-1, found.ofMean), 3) },
    grades: { low: gradeOf(found.low), high: gradeOf(found.high) },
    alpha: alphasOf(units),
  }
}

const shownMetrics = ['ordinal', 'interval'] as const

function alphas(units: readonly (readonly number[])[], level: number, seed: number, column: number): { ordinal: Estimate; interval: Estimate } | null {
  const coincidences = coincidencesOf(units)
  const ends = alphaIntervals(coincidences, shownMetrics, level, seeded(seed, 100 + column))
  const [ordinal, interval] = shownMetrics.map((metric, index) => {
    const value = alpha(coincidences, metric)
    const own = ends?.[index]
    return value === null || own === undefined ? null : { estimate: rounded(value, 3), low: rounded(own.low, 3), high: rounded(own.high, 3) }
  })
  return ordinal && interval ? { ordinal, interval } : null
}

function estimate({ estimate, low, high }: Intraclass): Estimate {
  return { estimate: rounded(estimate, 3), low: rounded(low, 3), high: rounded(high, 3) }
}
