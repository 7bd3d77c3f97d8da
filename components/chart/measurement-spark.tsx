import type { DrawnPoint } from '#lib/domain/measured-series.ts'

type Props = { points: readonly DrawnPoint[]; baseline: number | null; target: number | null; from: string; to: string; width?: number }

const height = 36

/** Days as a number, for axes. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** Discs at these places as one path of round caps: as many elements for one as for thirty. */
export function discs(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y]) => `M${x} ${y}h.01`).join('')
}

/**
 * A metric at a glance, for a board: values with their intervals from `from` to `to`, the baseline dashed, the target dotted with a
 * flag, what nobody verified yet hollow. Decorative: the words beside it say the same.
 */
export function MeasurementSpark({ points, baseline, target, from, to, width = 120 }: Props) {
  const { x, y } = scalesOf(points, [baseline, target], from, to, width)
  const placed = points.map(({ on, value, bounds, state }) => ({ at: [x(on), y(value)] as const, bounds, state }))
  const intervals = placed.flatMap(({ at: [at], bounds }) => (bounds ? [`M${at} ${y(bounds.low)}V${y(bounds.high)}`] : [])).join('')
  const [verified, waiting] = [true, false].map((settled) => discs(placed.filter(({ state }) => (state === 'verified') === settled).map(({ at }) => at)))
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="block">
      {baseline !== null && <path d={`M0 ${y(baseline)}H${width}`} strokeDasharray="5 3" className="stroke-soft" />}
      {target !== null && <path d={`M0 ${y(target)}H${width - 6}`} strokeDasharray="1 3" strokeWidth="1.5" strokeLinecap="round" className="stroke-bridge" />}
      {target !== null && <path d={`M${width - 6} ${tenth(y(target) - 3.5)}l5 3.5l-5 3.5z`} className="fill-bridge" />}
      {intervals !== '' && <path d={intervals} strokeWidth="2.5" strokeOpacity="0.45" className="stroke-line" />}
      {verified !== '' && <path d={verified} strokeWidth="7.5" strokeLinecap="round" className="stroke-line" />}
      {waiting !== '' && <path d={waiting} strokeWidth="7.5" strokeLinecap="round" className="stroke-line" />}
      {waiting !== '' && <path d={waiting} strokeWidth="4.5" strokeLinecap="round" className="stroke-paper" />}
    </svg>
  )
}

/** From days and values to places in tenths of a pixel; what lies before or after the days stands at their ends. */
function scalesOf(points: Props['points'], lines: readonly (number | null)[], from: string, to: string, width: number) {
  const values = [...points.flatMap(({ value, bounds }) => (bounds ? [value, bounds.low, bounds.high] : [value])), ...lines.filter((value) => value !== null)]
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const [low, high] = least === most ? [least - 1, most + 1] : [least, most]
  const [first, last] = [dayNumber(from), Math.max(dayNumber(to), dayNumber(from) + 1)]
  return {
    x: (on: string) => tenth(5 + (Math.min(Math.max(dayNumber(on), first), last) - first) / (last - first) * (width - 14)),
    y: (value: number) => tenth(height - 5 - (value - low) / (high - low) * (height - 10)),
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
