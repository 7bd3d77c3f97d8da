/**
 * A measurement is a value of a metric over a period, for a group of people and never for one of them. Draft, submitted,
 * verified by somebody else; what was verified is corrected by another that says what it replaces.
 */
import { day } from '#lib/domain/day.ts'
import { draftLine, draftProse } from '#lib/domain/form-text.ts'
import { type Bounds, durationInterval, meanInterval, rateInterval, wilson } from '#lib/domain/interval.ts'
import type { MetricDirection } from '#lib/domain/metric.ts'
import type { MeasurementState, MetricMeasure } from '#lib/domain/programme-metric.ts'
import { z } from 'zod'

const figure = z.number().min(-1e12).max(1e12).nullable()
const whole = z.int().min(-1e9).max(1e9).nullable()

/** The form once, as a draft keeps it: any figure may be missing or wrong; `measurementFaults` says so. */
export const measurementForm = z.object({
  periodStart: day,
  periodEnd: day,
  value: figure,
  numerator: whole,
  denominator: whole,
  /** Standard deviation of the single values, divisor n − 1. */
  sd: figure,
  /** How many people or events the value rests on. */
  n: whole,
  method: draftLine.nullable(),
  note: draftProse.nullable(),
  /** Why a value that surprises is right all the same. */
  surpriseReason: draftProse.nullable(),
})
export type Measurement = z.infer<typeof measurementForm>
export type MeasurementField = keyof Measurement

/** What a metric says about its values. A proportion is in percent, 0 to 100, in its baseline and target too. */
export type MeasuredMetric = {
  measure: MetricMeasure
  direction: MetricDirection
  unit: string
  baseline: number | null
  target: number | null
  lowest: number | null
  highest: number | null
}

type Figures = Pick<Measurement, 'value' | 'numerator' | 'denominator' | 'sd' | 'n'>

/** The value, in the unit of the metric: from numerator and denominator where both are there, else as entered; null without either. */
export function measuredValue({ measure }: Pick<MeasuredMetric, 'measure'>, { value, numerator, denominator }: Figures): number | null {
  if (!isRatio(measure) || numerator === null || denominator === null || denominator <= 0) return value
  return (numerator / denominator) * scaleOf(measure)
}

/** How many people or events the value rests on: a proportion's denominator, a count itself, else `n`; null when nobody said. */
export function measuredN({ measure }: Pick<MeasuredMetric, 'measure'>, { value, numerator, denominator, n }: Figures): number | null {
  if (measure === 'proportion' && numerator !== null) return denominator
  return measure === 'count' ? value : n
}

/**
 * Its 95 % interval, or null: a count is of everybody and has none; a mean without deviation, or of one person, has none
 * that could be known. Methods: Wilson for proportions, Student for means, Cox for durations, Garwood for rates (interval.ts).
 */
export function measuredInterval(metric: Pick<MeasuredMetric, 'measure'>, measurement: Figures, level = 0.95): Bounds | null {
  const value = measuredValue(metric, measurement)
  const n = measuredN(metric, measurement)
  const { numerator, denominator, sd } = measurement
  if (value === null) return null
  switch (metric.measure) {
    case 'count': return null
    case 'proportion': {
      if (n === null || n < 1 || value < 0 || value > 100) return null
      const { low, high } = wilson(Math.min(n, (value / 100) * n), n, level)
      return { low: 100 * low, high: 100 * high }
    }
    case 'rate': return numerator === null || denominator === null || numerator < 0 || denominator <= 0 ? null : rateInterval(numerator, denominator, level)
    case 'mean': return sd === null || sd < 0 || n === null || n < 2 ? null : meanInterval(value, sd, n, level)
    case 'duration': return sd === null || sd < 0 || n === null || n < 2 || value <= 0 || sd / value >= 1e6 ? null : durationInterval(value, sd, n, level)
    default: return null
  }
}

export type MeasurementFault = { field: MeasurementField | 'unit'; code: string }

/** The programme as far as a period must lie in it: from its first day to the day of its last follow-up; `today` in Paris. */
export type MeasuredTime = { startsOn: string; lastOn: string; today: string }

/**
 * What keeps a measurement from being submitted, each with its field; empty when it is sound. Codes: `missing`, `not-asked`,
 * `not-whole`, `negative`, `under-one`, `over-denominator`, `disagrees` (with the other figures), `out-of-range`,
 * `unit-differs`, `ends-before-start`, `in-the-future`, `outside-programme`, `unexplained` (it surprises, and no reason is given).
 */
export function measurementFaults(metric: MeasuredMetric, measurement: Measurement & { unit?: string | null }, time: MeasuredTime): MeasurementFault[] {
  const { value, numerator, denominator, sd, n, periodStart, periodEnd, unit, surpriseReason } = measurement
  const { measure, lowest, highest } = metric
  const found = measuredValue(metric, measurement)
  const ratio = numerator !== null || denominator !== null
  const asksRatio = isRatio(measure)
  const carrier = asksRatio && ratio ? 'numerator' : 'value'
  const least = Math.max(lowest ?? Number.NEGATIVE_INFINITY, measure === 'mean' ? Number.NEGATIVE_INFINITY : 0)
  const most = Math.min(highest ?? Number.POSITIVE_INFINITY, measure === 'proportion' ? 100 : Number.POSITIVE_INFINITY)
  const faults: (MeasurementFault | false)[] = [
    measure === 'rate' && numerator === null && { field: 'numerator', code: 'missing' },
    (measure === 'rate' || ratio) && asksRatio && denominator === null && { field: 'denominator', code: 'missing' },
    measure === 'proportion' && denominator !== null && numerator === null && { field: 'numerator', code: 'missing' },
    !asksRatio && numerator !== null && { field: 'numerator', code: 'not-asked' },
    !asksRatio && denominator !== null && { field: 'denominator', code: 'not-asked' },
    measure !== 'rate' && !(asksRatio && ratio) && value === null && { field: 'value', code: 'missing' },
    measure === 'count' && value !== null && !Number.isInteger(value) && { field: 'value', code: 'not-whole' },
    asksRatio && numerator !== null && numerator < 0 && { field: 'numerator', code: 'negative' },
    asksRatio && denominator !== null && denominator < 1 && { field: 'denominator', code: 'under-one' },
    measure === 'proportion' && numerator !== null && denominator !== null && numerator > denominator && denominator >= 1 && { field: 'numerator', code: 'over-denominator' },
    asksRatio && ratio && value !== null && found !== null && Math.abs(value - found) > roundingOf(value) && { field: 'value', code: 'disagrees' },
    sd !== null && sd < 0 && { field: 'sd', code: 'negative' },
    measure !== 'count' && measure !== 'rate' && !ratio && n === null && { field: 'n', code: 'missing' },
    n !== null && n < 1 && { field: 'n', code: 'under-one' },
    measure === 'proportion' && denominator !== null && n !== null && n >= 1 && n !== denominator && { field: 'n', code: 'disagrees' },
    found !== null && (found < least || found > most) && !(measure === 'proportion' && carrier === 'numerator' && (numerator ?? 0) > (denominator ?? 0)) && { field: carrier, code: 'out-of-range' },
    unit !== undefined && unit !== null && unit.trim() !== '' && unit.trim() !== metric.unit && { field: 'unit', code: 'unit-differs' },
    periodEnd < periodStart && { field: 'periodEnd', code: 'ends-before-start' },
    periodEnd > time.today && { field: 'periodEnd', code: 'in-the-future' },
    periodStart < time.startsOn && { field: 'periodStart', code: 'outside-programme' },
    periodEnd > time.lastOn && periodEnd <= time.today && { field: 'periodEnd', code: 'outside-programme' },
  ]
  const real = faults.filter((fault) => fault !== false)
  if (real.length > 0 || (surpriseReason ?? '').trim() !== '') return real
  return measurementDoubts(metric, measurement).length > 0 ? [{ field: 'surpriseReason', code: 'unexplained' }] : []
}

/** How far from the baseline a value may be before it must be explained, in steps from baseline to target: our rule. */
const surprises = { beyond: 3, against: 1 } as const

/**
 * What makes a value surprising, so that it is asked about and never passes in silence. `implausible`: more than three times
 * as far from the baseline as the target is. `wrong-direction`: further from it than the target, on the other side.
 * `looks-like-fraction`: a percentage between 0 and 1 where the baseline is above 1, as 0.42 typed for 42 %.
 */
export function measurementDoubts(metric: MeasuredMetric, measurement: Figures): ('implausible' | 'wrong-direction' | 'looks-like-fraction')[] {
  const { measure, baseline, target, direction } = metric
  const value = measuredValue(metric, measurement)
  if (value === null || baseline === null) return []
  const fraction = measure === 'proportion' && measurement.numerator === null && value > 0 && value < 1 && baseline > 1
  const step = target === null || target === baseline ? Math.abs(baseline) / 2 : Math.abs(target - baseline)
  if (step === 0) return fraction ? ['looks-like-fraction'] : []
  const moved = value - baseline
  const better = direction === 'neutral' ? 0 : direction === 'higher-is-better' ? 1 : -1
  const against = better !== 0 && moved * better < 0 && Math.abs(moved) > surprises.against * step
  const far = Math.abs(moved) > surprises.beyond * step
  return [...(far ? ['implausible' as const] : []), ...(against ? ['wrong-direction' as const] : []), ...(fraction ? ['looks-like-fraction' as const] : [])]
}

/** How small a number is, to be said in words: under 11 it is not published, under 30 one person weighs more than 3 %; null: unknown or large enough. */
export function smallN(n: number | null): 'under-11' | 'under-30' | null {
  if (n === null || n >= 30) return null
  return n < 11 ? 'under-11' : 'under-30'
}

type Kept = { id: string; correctsId: string | null; state: MeasurementState }

/**
 * The measurements that count, in their order: at least as settled as `least`, and not replaced by a correction that is.
 * So a correction under way leaves what was verified standing until it is verified itself.
 */
export function currentMeasurements<T extends Kept>(all: readonly T[], least: MeasurementState = 'verified'): T[] {
  const rank = { draft: 0, submitted: 1, verified: 2 } satisfies Record<MeasurementState, number>
  const settled = all.filter(({ state }) => rank[state] >= rank[least])
  const replaced = new Set(settled.map(({ correctsId }) => correctsId))
  return settled.filter(({ id }) => !replaced.has(id))
}

/** A measurement and everything it replaced, oldest first. */
export function measurementHistory<T extends Kept>(all: readonly T[], id: string): T[] {
  const byId = new Map(all.map((it) => [it.id, it]))
  const chain = new Set<T>()
  for (let at = byId.get(id); at !== undefined && !chain.has(at); at = at.correctsId === null ? undefined : byId.get(at.correctsId)) chain.add(at)
  return [...chain].toReversed()
}

function isRatio(measure: MetricMeasure): boolean {
  return measure === 'proportion' || measure === 'rate'
}

function scaleOf(measure: MetricMeasure): number {
  return measure === 'proportion' ? 100 : 1
}

/** Half of the last decimal that was written, up to the third. */
function roundingOf(value: number): number {
  const decimals = [0, 1, 2].find((places) => Number(value.toFixed(places)) === value) ?? 3
  return 0.5 * 10 ** -decimals + 1e-9
}
