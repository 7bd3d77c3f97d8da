import { addMonths, daysBetween } from '#lib/domain/day.ts'
import type { DrawnPoint } from '#lib/domain/measured-series.ts'
import { type Drawing, type Shape, tenth } from '#lib/server/document/drawing.ts'

export type DrawnMetric = { points: readonly DrawnPoint[]; baseline: number | null; baselineOn: string | null; target: number | null; targetOn: string | null; amendedOn: readonly string[]; startsOn: string; months: number }
/** `month` and `number` write beside the axes, where there is room for it. */
type Room = { width: number; height: number; alt: string | null; month?: (month: number) => string; number?: (value: number) => string }

/**
 * A metric's values over its programme: a dot on a bar as tall as its interval, hollow while nobody verified it; the baseline
 * dashed from a square, the target dotted with a diamond, an amendment upright. Scales as on the metric's own page.
 */
export function drawMetric(metric: DrawnMetric, { width, height, alt, month, number }: Room): Drawing {
  const { points, baseline, baselineOn, target, targetOn, amendedOn, startsOn, months } = metric
  const [right, bottom] = [width - (number ? 34 : 5), height - (month ? 13 : 3)]
  const { x, y } = scales(metric, { left: 5, right, top: amendedOn.length > 0 ? 8 : 4, bottom })
  const level = (value: number | null, dash: string, tone: 'ink' | 'bridge', mark: (at: number) => string): Shape[] => (value === null ? [] : [
    { path: `M0 ${y(value)}H${right + 3}`, stroke: tone, thick: 0.9, dash },
    { path: mark(y(value)), stroke: tone, thick: 1, fill: tone === 'ink' ? 'paper' : tone },
  ])
  const [baseX, targetX] = [x(baselineOn ?? startsOn), x(targetOn ?? addMonths(startsOn, months))]
  return {
    width, height, alt,
    shapes: [
      ...(month ? axis(startsOn, months, x, bottom, right, month) : []),
      ...amendedOn.map((day): Shape => ({ path: `M${x(day)} 7V${bottom}M${tenth(x(day) - 2.5)} 4l2.5 3l2.5-3l-2.5-3z`, stroke: 'uncertain', thick: 0.9, fill: 'uncertain' })),
      ...level(baseline, '4 2.5', 'ink', (at) => `M${tenth(baseX - 2.4)} ${tenth(at - 2.4)}h4.8v4.8h-4.8z`),
      ...level(target, '0.8 2.2', 'bridge', (at) => `M${targetX} ${tenth(at - 3.2)}l3.2 3.2l-3.2 3.2l-3.2-3.2z`),
      ...points.flatMap((point) => dotOf(point, x, y)),
      ...(number ? numbers([[baseline, 'ink'], [target, 'bridge']], y, right + 6, number) : []),
    ],
  }
}

/** A value on the bar of its interval. */
function dotOf({ on, value, bounds, state }: DrawnPoint, x: (day: string) => number, y: (value: number) => number): Shape[] {
  const dot: Shape = { disc: [x(on), y(value), 2.6], stroke: 'line', thick: 1.2, fill: state === 'verified' ? 'line' : 'paper' }
  return bounds === null ? [dot] : [{ path: `M${x(on)} ${y(bounds.low)}V${y(bounds.high)}`, stroke: 'line', thick: 2.2, faint: true }, dot]
}

function axis(startsOn: string, months: number, x: (day: string) => number, bottom: number, right: number, name: (month: number) => string): Shape[] {
  const step = months > 18 ? 6 : 3
  const named = Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => index * step)
  return [{ path: `M0 ${bottom}H${right + 3}`, stroke: 'edge', thick: 0.6 }, ...named.flatMap((month): Shape[] => {
    const at = x(addMonths(startsOn, month))
    return [{ path: `M${at} ${bottom}v3`, stroke: 'edge', thick: 0.6 }, { label: name(month), at: [Math.max(at, 7), bottom + 10.5], anchor: 'middle', tone: 'soft' }]
  })]
}

/** Baseline and target as numbers at the end of their lines, a line apart where these are close. */
function numbers(levels: readonly (readonly [number | null, 'ink' | 'bridge'])[], y: (value: number) => number, at: number, write: (value: number) => string): Shape[] {
  const set = levels.flatMap(([value, tone]) => (value === null ? [] : [{ value, tone, at: y(value) + 2.2 }])).toSorted((a, b) => a.at - b.at)
  const [above, below] = set
  const short = above && below ? Math.max(0, 7.5 - (below.at - above.at)) / 2 : 0
  return set.map(({ value, tone, at: height }, index) => ({ label: write(value), at: [at, tenth(height + (index === 0 ? -short : short))], anchor: 'start', tone }))
}

/** Time from the baseline or the start to the end or the last value; values with room around, from zero where zero is near. */
function scales({ points, baseline, baselineOn, target, targetOn, startsOn, months }: DrawnMetric, { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }) {
  const first = baselineOn !== null && baselineOn < startsOn ? addMonths(startsOn, -1) > baselineOn ? addMonths(startsOn, -1) : baselineOn : startsOn
  const last = [addMonths(startsOn, months), ...points.map(({ on }) => on), ...(targetOn === null ? [] : [targetOn])].toSorted().at(-1) as string
  const days = Math.max(1, daysBetween(first, last))
  const values = [...points.flatMap(({ value, bounds }) => (bounds ? [value, bounds.low, bounds.high] : [value])), ...[baseline, target].filter((value) => value !== null)]
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const margin = (high - low || Math.abs(high) || 1) * 0.08
  const [from, to] = [low >= 0 && low < (high - low) * 0.6 ? 0 : low - margin, high + margin]
  const within = (share: number) => Math.min(1, Math.max(0, share))
  return {
    x: (day: string) => tenth(left + within(daysBetween(first, day) / days) * (right - left)),
    y: (value: number) => tenth(bottom - 3 - within((value - from) / (to - from)) * (bottom - 3 - top)),
  }
}
