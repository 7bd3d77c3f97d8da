import type { Interval } from '#lib/domain/estimate.ts'
import type { Axis } from '#components/chart/axis.ts'

export const plotWidth = 240
const pad = 8
const middle = 10

/**
 * One figure on an axis: a dot where it is, a bar as wide as what is not known, an arrow where only a bound is given.
 * Decorative: the words beside it say the same. `axis` is shared by the figures it may be compared with.
 */
export function IntervalPlot({ interval, axis }: { interval: Interval; axis: Axis }) {
  return (
    <svg aria-hidden="true" viewBox={`${-pad} 0 ${plotWidth + 2 * pad} 20`} className="block h-auto w-full max-w-[16rem]">
      <path d={`M0 ${middle}H${plotWidth}`} className="stroke-rule" />
      {axis.ticks.map((tick) => (
        <path key={tick} d={`M${axis.at(tick)} ${middle - 4}v8`} className="stroke-rule" />
      ))}
      <Mark interval={interval} axis={axis} />
    </svg>
  )
}

function Mark({ interval, axis: { at, max } }: { interval: Interval; axis: Axis }) {
  switch (interval.shape) {
    case 'not-quantified':
      return null
    case 'point':
      return <Dot x={at(interval.value)} />
    case 'range':
      return (
        <>
          <Bar from={at(interval.low)} to={at(interval.high)} />
          {interval.central !== null && <Dot x={at(interval.central)} />}
        </>
      )
    case 'at-least':
      return (
        <>
          <Fade from={at(interval.low)} to={at(max)} />
          <path d={`M${at(interval.low)} ${middle - 6}v12`} strokeWidth="3" className="stroke-line" />
        </>
      )
    case 'at-most':
      return (
        <>
          <Fade from={0} to={at(interval.high)} />
          <path d={`M${at(interval.high)} ${middle - 6}v12`} strokeWidth="3" className="stroke-line" />
        </>
      )
  }
}

function Dot({ x }: { x: number }) {
  return <circle cx={x} cy={middle} r="5" className="fill-line" />
}

function Bar({ from, to }: { from: number; to: number }) {
  return <path d={`M${from} ${middle}H${to}`} strokeWidth="5" strokeLinecap="round" strokeOpacity="0.45" className="stroke-line" />
}

/** The side on which only a bound is known: dashed, since the figure may be anywhere there. */
function Fade({ from, to }: { from: number; to: number }) {
  return <path d={`M${from} ${middle}H${to}`} strokeWidth="4" strokeDasharray="2 4" className="stroke-uncertain" />
}
