import { criterionScale } from '#lib/domain/criterion.ts'

const width = 84
const span = criterionScale.high - criterionScale.low

/** Scores between 1 and 5 as dots on their scale, equal ones in a heap. Decorative: the words beside it say the same. */
export function StripPlot({ values }: { values: readonly number[] }) {
  const heights = new Map<number, number>()
  const dots = values.map((value) => {
    const x = Math.round(((value - criterionScale.low) / span) * width)
    const level = heights.get(x) ?? 0
    heights.set(x, level + 1)
    return `M${x} ${11 - level * 4}h0`
  })
  return (
    <svg aria-hidden="true" viewBox={`-4 0 ${width + 8} 16`} className="block h-4 w-[5.75rem]">
      <path d={`M0 14H${width}${[0, 1, 2, 3, 4].map((tick) => `M${(tick * width) / span} 12.5v3`).join('')}`} className="stroke-rule" />
      <path d={dots.join('')} strokeWidth="5" strokeLinecap="round" strokeOpacity="0.75" className="stroke-line" />
    </svg>
  )
}
