/** A metric's measurements in the order of time, as a plot or a table shows them: value, interval, n, how settled. */
import type { Bounds } from '#lib/domain/interval.ts'
import { currentMeasurements, type MeasuredMetric, measuredInterval, measuredN, measuredValue, type Measurement } from '#lib/domain/measurement.ts'
import type { MeasurementState } from '#lib/domain/programme-metric.ts'

/** `from` and `on`: the first and last day of its period. `bounds`: its 95 % interval, null where none can be known. */
export type MeasuredPoint = { id: string; from: string; on: string; value: number; bounds: Bounds | null; n: number | null; state: MeasurementState }
/** What of a point a small plot draws. */
export type DrawnPoint = Omit<MeasuredPoint, 'id' | 'from'>

type Figures = Pick<Measurement, 'value' | 'numerator' | 'denominator' | 'sd' | 'n'>
type Kept = Figures & { id: string; periodStart: string; periodEnd: string; state: MeasurementState; correctsId: string | null }

/** What was verified and no verified correction replaced, and what still waits to be verified, by the end of their periods. */
export function measuredSeries(metric: MeasuredMetric, all: readonly Kept[]): MeasuredPoint[] {
  const shown = [...currentMeasurements(all, 'verified'), ...all.filter(({ state }) => state === 'submitted')]
  const points = shown.flatMap((each) => {
    const value = measuredValue(metric, each)
    return value === null ? [] : [{ id: each.id, from: each.periodStart, on: each.periodEnd, value, bounds: measuredInterval(metric, each), n: measuredN(metric, each), state: each.state }]
  })
  return points.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
}

/** The last value that somebody else verified, or null. */
export function lastVerified<P extends Pick<MeasuredPoint, 'state'>>(points: readonly P[]): P | null {
  return points.findLast(({ state }) => state === 'verified') ?? null
}

/**
 * How a value stands to the site's baseline. `unclear`: its interval holds the baseline, so it cannot be told from no change;
 * without an interval, only an equal value is. `toward` and `against` are about what was hoped for; `moved` where nothing was.
 */
export type Movement = 'toward' | 'against' | 'moved' | 'unclear'

export function movementOf({ direction, baseline }: Pick<MeasuredMetric, 'direction' | 'baseline'>, { value, bounds }: Pick<MeasuredPoint, 'value' | 'bounds'>): Movement | null {
  if (baseline === null) return null
  if (value === baseline || (bounds !== null && bounds.low <= baseline && baseline <= bounds.high)) return 'unclear'
  if (direction === 'neutral') return 'moved'
  return value > baseline === (direction === 'higher-is-better') ? 'toward' : 'against'
}

/** Whether a value has reached its target; null without one. */
export function reachesTarget({ direction, target }: Pick<MeasuredMetric, 'direction' | 'target'>, { value }: Pick<MeasuredPoint, 'value'>): boolean | null {
  if (target === null || direction === 'neutral') return null
  return direction === 'higher-is-better' ? value >= target : value <= target
}
