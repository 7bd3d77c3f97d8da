/**
 * Results put together, per rupture and per stage of the pathway. People are never added across ruptures or laureates: they
 * may be the same. Results stand in one order whatever they say, so that a null or a bad one has the place of a good one.
 * We speak of contribution, never of attribution: even a controlled comparison is of one place.
 */
import type { Bounds } from '#lib/domain/interval.ts'
import type { MetricDirection } from '#lib/domain/metric.ts'
import type { Comparator, MetricMeasure } from '#lib/domain/programme-metric.ts'
import { type StageSlug, stageSlugs } from '#lib/domain/stage.ts'

export const outcomes = ['improved', 'no-difference', 'worse', 'too-early', 'suppressed', 'not-comparable'] as const
export type Outcome = (typeof outcomes)[number]

export type Result = {
  laureateId: string
  ruptureId: string
  stage: StageSlug
  metricId: string
  /** The metric's place on the laureate's page. */
  position: number
  measure: MetricMeasure
  direction: MetricDirection
  comparator: Comparator
  baseline: number | null
  /** Of the baseline, where its n was known. */
  baselineInterval: Bounds | null
  /** The latest verified measurement; null while there is none. */
  latest: { value: number; interval: Bounds | null } | null
  /** Hidden by the rule of small counts: nothing of its value may show, its direction included. */
  suppressed: boolean
}

/**
 * How a result stands against its own baseline: `improved` or `worse` when all of the interval of the difference lies on one side
 * of zero, else `no-difference` (shown, not proved). `not-comparable`: no baseline, no interval that could be known, or a metric that is
 * neither better high nor low. A count is of everybody: its value is its interval.
 */
export function outcomeOf({ measure, direction, baseline, baselineInterval, latest, suppressed }: Omit<Result, 'laureateId' | 'ruptureId' | 'stage' | 'metricId' | 'position' | 'comparator'>): Outcome {
  if (suppressed) return 'suppressed'
  if (latest === null) return 'too-early'
  const interval = measure === 'count' ? { low: latest.value, high: latest.value } : latest.interval
  if (baseline === null || interval === null || direction === 'neutral') return 'not-comparable'
  const { low, high } = differenceInterval({ value: latest.value, ...interval }, { value: baseline, ...(baselineInterval ?? { low: baseline, high: baseline }) })
  if (low <= 0 && high >= 0) return 'no-difference'
  return low > 0 === (direction === 'higher-is-better') ? 'improved' : 'worse'
}

type Estimated = Bounds & { value: number }

/** The interval of a − b from theirs, the two being independent: square and add (Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10; Zou and Donner, 27, 2008). */
export function differenceInterval(a: Estimated, b: Estimated): Bounds {
  const difference = a.value - b.value
  return {
    low: difference - Math.sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2),
    high: difference + Math.sqrt((a.high - a.value) ** 2 + (b.value - b.low) ** 2),
  }
}

/** What a comparator lets one say, as a code: nothing, that things changed but not why, or that others did not change alike. */
export function mayClaim(comparator: Comparator): 'value-only' | 'change-without-cause' | 'contribution' {
  return comparator === 'controlled' ? 'contribution' : comparator === 'before-after' ? 'change-without-cause' : 'value-only'
}

/**
 * A laureate on a rupture. `measured`: at least one result may be shown and compared; what it says plays no part. `people`: whom
 * this laureate has reached in all, the same on each of its ruptures; null where hidden or unknown. It is in no sum.
 */
export type Bridge = { laureateId: string; measured: boolean; people: number | null; results: { metricId: string; outcome: Outcome; comparator: Comparator }[] }
export type RuptureRollUp = { ruptureId: string; stage: StageSlug; bridges: Bridge[]; measured: number; counts: Record<Outcome, number> }
/** `laureates` and `measured` count laureates once, on however many ruptures of the stage they stand. */
export type StageRollUp = { stage: StageSlug; ruptures: number; laureates: number; measured: number; counts: Record<Outcome, number> }

/** Ruptures, their bridges and the results on these, each in the order of identifiers and places, never of what was found. `reached`: people per laureate, as published. */
export function rollUp(results: readonly Result[], reached: ReadonlyMap<string, number | null> = new Map()): { ruptures: RuptureRollUp[]; stages: StageRollUp[] } {
  const judged = results
    .map((result) => ({ result, outcome: outcomeOf(result) }))
    .toSorted((a, b) => compare(a.result.ruptureId, b.result.ruptureId) || compare(a.result.laureateId, b.result.laureateId) || a.result.position - b.result.position || compare(a.result.metricId, b.result.metricId))
  const ruptures = [...Map.groupBy(judged, ({ result }) => result.ruptureId)].map(([ruptureId, own]) => {
    const bridges = [...Map.groupBy(own, ({ result }) => result.laureateId)].map(([laureateId, of]) => ({
      laureateId,
      measured: of.some(({ outcome }) => isMeasured(outcome)),
      people: reached.get(laureateId) ?? null,
      results: of.map(({ result: { metricId, comparator }, outcome }) => ({ metricId, outcome, comparator })),
    }))
    return { ruptureId, stage: (own[0] as (typeof own)[number]).result.stage, bridges, measured: bridges.filter(({ measured }) => measured).length, counts: countOf(own) }
  })
  const stages = [...Map.groupBy(judged, ({ result }) => result.stage)].toSorted(([a], [b]) => stageSlugs.indexOf(a) - stageSlugs.indexOf(b)).map(([stage, own]) => ({
    stage,
    ruptures: new Set(own.map(({ result }) => result.ruptureId)).size,
    laureates: new Set(own.map(({ result }) => result.laureateId)).size,
    measured: new Set(own.filter(({ outcome }) => isMeasured(outcome)).map(({ result }) => result.laureateId)).size,
    counts: countOf(own),
  }))
  return { ruptures, stages }
}

/** Compared with its baseline, whichever way it went. */
export function isMeasured(outcome: Outcome): boolean {
  return outcome === 'improved' || outcome === 'no-difference' || outcome === 'worse'
}

function countOf(judged: readonly { outcome: Outcome }[]): Record<Outcome, number> {
  const counts = { improved: 0, 'no-difference': 0, worse: 0, 'too-early': 0, suppressed: 0, 'not-comparable': 0 }
  for (const { outcome } of judged) counts[outcome] += 1
  return counts
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
