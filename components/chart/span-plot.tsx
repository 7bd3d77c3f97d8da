type Span = { from: number; to: number }

const width = 200
const middle = 7

/**
 * A span on an axis from `min` to `max`: hatched-thin where anything is possible, solid where only choices move it, a
 * dot where it stands. Decorative: the words beside it say the same.
 */
export function SpanPlot({ min = 0, max, outer, inner = null, dot }: { min?: number; max: number; outer: Span; inner?: Span | null; dot: number | null }) {
  const at = (value: number) => (max === min ? width / 2 : Math.round(((value - min) / (max - min)) * width * 10) / 10)
  return (
    <svg aria-hidden="true" viewBox={`-6 0 ${width + 12} 14`} className="block h-auto w-full max-w-[17rem]">
      <path d={`M0 ${middle}H${width}`} className="stroke-rule" />
      <path d={`M${at(outer.from)} ${middle}H${at(outer.to)}`} strokeWidth="4" className="stroke-uncertain" strokeOpacity="0.55" />
      <path d={`M${at(outer.from)} ${middle - 5}v10M${at(outer.to)} ${middle - 5}v10`} strokeWidth="1.5" className="stroke-uncertain" />
      {inner && <path d={`M${at(inner.from)} ${middle}H${at(inner.to)}`} strokeWidth="6" strokeLinecap="round" className="stroke-line" strokeOpacity="0.6" />}
      {dot !== null && <circle cx={at(dot)} cy={middle} r="4.5" className="fill-line" />}
    </svg>
  )
}
