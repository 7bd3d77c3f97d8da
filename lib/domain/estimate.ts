/**
 * An estimate is one figure about a rupture, with its range, unit, year, place, source and evidence grade.
 * A figure that was looked for and not found is an estimate too: all its numbers are null.
 * Bounds are filled only when the source gives them: "at least 18" is a lower bound and no centre.
 */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const estimateKinds = ['indicator', 'patients', 'cost'] as const
export type EstimateKind = (typeof estimateKinds)[number]

/** high: official or peer-reviewed text read directly; medium: seen through press; low: poll, old, regional or conflicting. */
export const evidenceGrades = ['high', 'medium', 'low'] as const
export type EvidenceGrade = (typeof evidenceGrades)[number]

/**
 * What a head count counts. Only the first two are "people in France in a year" and may be compared in size:
 * per-year (people met by the event during a year) and stock (people living with it in a given year).
 */
export const sizeKinds = ['people-per-year', 'people-stock', 'people-partial', 'visits', 'cumulative', 'other'] as const
export type SizeKind = (typeof sizeKinds)[number]

/** Where a range comes from: they do not mean the same thing, so the screen names it. */
export const rangeKinds = ['confidence-95', 'source-range', 'stated-bound', 'spread', 'sensitivity', 'other-source'] as const
export type RangeKind = (typeof rangeKinds)[number]

const figure = z.number().nullable()

export const estimate = z.object({
  slug,
  kind: z.enum(estimateKinds),
  name: localized,
  low: figure,
  central: figure,
  high: figure,
  rangeKind: z.enum(rangeKinds).nullable(),
  rangeSourceId: sourceId.nullable(),
  unit: localized.nullable(),
  year: z.int().min(1900).max(2100).nullable(),
  place: localized.nullable(),
  sourceId: sourceId.nullable(),
  evidence: z.enum(evidenceGrades).nullable(),
  approximate: z.boolean(),
  computed: z.boolean(),
  sizeKind: z.enum(sizeKinds).nullable(),
  conflictGroup: slug.nullable(),
  note: localized.nullable(),
})
export type Estimate = z.infer<typeof estimate>

type Figures = Pick<Estimate, 'low' | 'central' | 'high'>

export type Interval =
  | { shape: 'not-quantified' }
  | { shape: 'point'; value: number }
  | { shape: 'range'; low: number; central: number | null; high: number }
  | { shape: 'at-least'; low: number }
  | { shape: 'at-most'; high: number }

/**
 * The shape to draw and to say. A centre with one bound is a range that stops at the centre on the other side.
 */
export function interval({ low, central, high }: Figures): Interval {
  if (low !== null && high !== null) return { shape: 'range', low, central, high }
  if (central !== null) {
    if (low !== null) return { shape: 'range', low, central, high: central }
    if (high !== null) return { shape: 'range', low: central, central, high }
    return { shape: 'point', value: central }
  }
  if (low !== null) return { shape: 'at-least', low }
  if (high !== null) return { shape: 'at-most', high }
  return { shape: 'not-quantified' }
}

/** The one number that stands for the estimate where only one fits: the centre, else the bound that is stated. */
export function headline({ low, central, high }: Figures): number | null {
  return central ?? low ?? high
}

/** True when at least one number was found. */
export function isFound(figures: Figures): boolean {
  return headline(figures) !== null
}

/** Problems that make an estimate unfit to publish, as codes; empty when it is sound. */
export function estimateProblems(it: Estimate): string[] {
  const ordered = [it.low, it.central, it.high].filter((value) => value !== null)
  const problems: string[] = []
  if (ordered.some((value, index) => index > 0 && value < (ordered[index - 1] as number))) problems.push('range-out-of-order')
  if (isFound(it) && it.sourceId === null) problems.push('figure-without-source')
  if (isFound(it) && it.evidence === null) problems.push('figure-without-evidence')
  if (isFound(it) && it.unit === null) problems.push('figure-without-unit')
  if ((it.low !== null || it.high !== null) !== (it.rangeKind !== null)) problems.push('range-and-kind-disagree')
  if ((it.rangeKind === 'other-source') !== (it.rangeSourceId !== null)) problems.push('range-source-and-kind-disagree')
  if ((it.kind === 'patients' && isFound(it)) !== (it.sizeKind !== null)) problems.push('size-kind-and-kind-disagree')
  return problems
}
