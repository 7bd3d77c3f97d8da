import { scaleLinear } from 'd3-scale'
import { useLocale } from 'next-intl'
import type { MeasuredPoint } from '#lib/domain/measured-series.ts'
import { addMonths } from '#lib/domain/day.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { dayNumber } from '#components/chart/measurement-spark.tsx'

/** All a plot shows, in the unit of the metric; `amendedOn` are the days of its amendments, `months` how long the programme is. */
export type Plotted = {
  points: readonly MeasuredPoint[]
  baseline: number | null
  baselineOn: string | null
  target: number | null
  targetOn: string | null
  amendedOn: readonly string[]
  startsOn: string
  months: number
  percent: boolean
}
type Words = { baseline: string; target: string; amendment: (sequence: number) => string; month: (month: number) => string }

/**
 * Values over time with their intervals, against the site's own baseline and the target. One drawing for telephones and one for
 * wide screens, so that letters keep their size; no script. The figure around it names it, and a table stands behind.
 */
export function MeasurementPlot({ plotted, words, label }: { plotted: Plotted; words: Words; label: string }) {
  return (
    <>
      <Drawing plotted={plotted} words={words} label={label} width={304} height={230} className="sm:hidden" />
      <Drawing plotted={plotted} words={words} label={label} width={640} height={280} className="hidden sm:block" />
    </>
  )
}

const pad = { left: 46, right: 14, top: 16, bottom: 30 }

function Drawing({ plotted, words, label, width, height, className }: { plotted: Plotted; words: Words; label: string; width: number; height: number; className: string }) {
  const locale = useLocale()
  const { points, baseline, baselineOn, target, targetOn, amendedOn, startsOn, months, percent } = plotted
  const { x, y } = scalesOf(plotted, width, height)
  const right = width - pad.right
  const bottom = height - pad.bottom
  const baseDay = Math.max(x.domain()[0] as number, baselineOn === null ? dayNumber(startsOn) : dayNumber(baselineOn))
  const [baseY, targetY] = [baseline === null ? null : round(y(baseline)), target === null ? null : round(y(target))]
  const apart = baseY === null || targetY === null || Math.abs(baseY - targetY) > 14
  const step = width < 400 ? 3 : months > 12 ? 3 : 1
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height} className={`h-auto max-w-full text-[0.8125rem] ${className}`}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <path d={`M${pad.left} ${round(y(tick))}H${right}`} className="stroke-rule" />
          <text x={pad.left - 7} y={round(y(tick)) + 4} textAnchor="end" className="fill-soft tabular-nums">{formatNumber(tick, locale)}{percent ? (locale === 'fr' ? '\u00A0%' : '%') : ''}</text>
        </g>
      ))}
      {Array.from({ length: Math.floor(months / step) + 1 }, (_, index) => index * step).map((month) => (
        <g key={month}>
          <path d={`M${round(x(dayNumber(addMonths(startsOn, month))))} ${bottom}v5`} className="stroke-edge" />
          <text x={round(x(dayNumber(addMonths(startsOn, month))))} y={bottom + 20} textAnchor="middle" className="fill-soft tabular-nums">{words.month(month)}</text>
        </g>
      ))}
      <path d={`M${pad.left} ${bottom}H${right}`} className="stroke-edge" />
      {amendedOn.map((day, index) => (
        <g key={`${day}-${index}`}>
          <path d={`M${round(x(dayNumber(day)))} ${pad.top}V${bottom}`} strokeDasharray="2 3" className="stroke-uncertain" />
          <path d={`M${round(x(dayNumber(day)))} ${pad.top - 12}l5 6l-5 6l-5-6z`} className="fill-uncertain"><title>{words.amendment(index + 1)}</title></path>
        </g>
      ))}
      {baseY !== null && (
        <>
          <path d={`M${pad.left} ${baseY}H${right}`} strokeDasharray="7 4" className="fill-none stroke-ink" />
          <path d={`M${round(x(baseDay)) - 4.5} ${baseY - 4.5}h9v9h-9z`} className="fill-paper stroke-ink" strokeWidth="1.75" />
          <text x={right} y={apart || (targetY ?? 0) > baseY ? baseY - 6 : baseY + 15} textAnchor="end" strokeWidth="4" className="fill-ink stroke-paper [paint-order:stroke]">{words.baseline}</text>
        </>
      )}
      {targetY !== null && (
        <>
          <path d={`M${pad.left} ${targetY}H${right}`} strokeDasharray="1 4" strokeWidth="2" strokeLinecap="round" className="fill-none stroke-bridge" />
          <path d={`M${round(x(targetOn === null ? (x.domain()[1] as number) : dayNumber(targetOn)))} ${targetY - 6}l6 6l-6 6l-6-6z`} className="fill-bridge" />
          <text x={right} y={apart || (baseY ?? 0) > targetY ? targetY - 8 : targetY + 17} textAnchor="end" strokeWidth="4" className="fill-bridge-ink stroke-paper [paint-order:stroke]">{words.target}</text>
        </>
      )}
      <path d={points.filter(({ state }) => state === 'verified').map(({ on, value }, index) => `${index === 0 ? 'M' : 'L'}${round(x(dayNumber(on)))} ${round(y(value))}`).join('')} strokeOpacity="0.5" strokeWidth="1.5" className="fill-none stroke-line" />
      {points.map((point) => <Point key={point.id} point={point} x={round(x(dayNumber(point.on)))} y={(value) => round(y(value))} />)}
    </svg>
  )
}

/** A value: a dot, hollow while nobody verified it, on a bar from the low end of its interval to the high one. */
function Point({ point: { value, bounds, state }, x, y }: { point: MeasuredPoint; x: number; y: (value: number) => number }) {
  return (
    <g>
      {bounds && <path d={`M${x} ${y(bounds.low)}V${y(bounds.high)}M${x - 5} ${y(bounds.low)}h10M${x - 5} ${y(bounds.high)}h10`} strokeWidth="2" className="fill-none stroke-line" />}
      <circle cx={x} cy={y(value)} r="5" strokeWidth="2" className={state === 'verified' ? 'fill-line stroke-line' : 'fill-paper stroke-line'} />
    </g>
  )
}

/** Time from the baseline or the start to the end or the last value; values with room around, from zero where zero is near. */
function scalesOf({ points, baseline, baselineOn, target, targetOn, startsOn, months }: Plotted, width: number, height: number) {
  const start = dayNumber(startsOn)
  const first = baselineOn === null ? start : Math.max(start - 45, Math.min(start, dayNumber(baselineOn)))
  const last = Math.max(dayNumber(addMonths(startsOn, months)), ...points.map(({ on }) => dayNumber(on)), targetOn === null ? 0 : dayNumber(targetOn))
  const values = [...points.flatMap(({ value, bounds }) => [value, ...(bounds ? [bounds.low, bounds.high] : [])]), ...[baseline, target].filter((value) => value !== null)]
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const margin = (high - low || Math.abs(high) || 1) * 0.12
  const from = low >= 0 && low - margin < (high - low) * 0.6 ? 0 : low - margin
  return {
    x: scaleLinear([first, last], [pad.left + 6, width - pad.right - 6]).clamp(true),
    y: scaleLinear([from, high + margin], [height - pad.bottom, pad.top]).nice(4),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
