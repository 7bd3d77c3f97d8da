import { scaleLinear } from 'd3-scale'
import type { MeasuredPoint } from '#lib/domain/measured-series.ts'

type Props = { points: readonly MeasuredPoint[]; baseline: number | null; target: number | null; from: string; to: string; width?: number }

const height = 36

/** Days as a number, for axes. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/**
 * A metric at a glance, for a board: values with their intervals from `from` to `to`, the baseline dashed, the target dotted with a
 * flag, what nobody verified yet hollow. Decorative: the words beside it say the same.
 */
export function MeasurementSpark({ points, baseline, target, from, to, width = 120 }: Props) {
  const values = [...points.flatMap(({ value, bounds }) => (bounds ? [value, bounds.low, bounds.high] : [value])), ...[baseline, target].filter((value) => value !== null)]
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - 5, 5])
  const x = scaleLinear([dayNumber(from), Math.max(dayNumber(to), dayNumber(from) + 1)], [5, width - 9]).clamp(true)
  const at = (value: number) => Math.round(value * 10) / 10
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="block">
      {baseline !== null && <path d={`M0 ${at(y(baseline))}H${width}`} strokeDasharray="5 3" className="fill-none stroke-soft" />}
      {target !== null && <path d={`M0 ${at(y(target))}H${width - 6}`} strokeDasharray="1 3" strokeWidth="1.5" strokeLinecap="round" className="fill-none stroke-bridge" />}
      {target !== null && <path d={`M${width - 6} ${at(y(target)) - 3.5}l5 3.5l-5 3.5z`} className="fill-bridge" />}
      {points.map(({ id, on, value, bounds, state }) => (
        <g key={id}>
          {bounds && <path d={`M${at(x(dayNumber(on)))} ${at(y(bounds.low))}V${at(y(bounds.high))}`} strokeWidth="2.5" strokeOpacity="0.45" className="stroke-line" />}
          <circle cx={at(x(dayNumber(on)))} cy={at(y(value))} r="3" strokeWidth="1.5" className={state === 'verified' ? 'fill-line stroke-line' : 'fill-paper stroke-line'} />
        </g>
      ))}
    </svg>
  )
}
