import { archPath } from '#lib/domain/pathway-arch.ts'
import { Hatch } from '#components/chart/hatch.tsx'

const width = 128
const base = 26
const widest = 88
const hatch = 16
const least = 3

/**
 * One rupture's gap in a short piece of line. `largest` is the head count drawn at full width, the same for every mark
 * beside it; `people` null is hatched. Decorative: the words beside it say the same.
 */
export function GapMark({ id, people, largest, bridged }: { id: string; people: number | null; largest: number; bridged: boolean }) {
  const gap = people === null ? hatch : Math.max(least, (people / largest) * widest)
  const [from, to] = [(width - gap) / 2, (width + gap) / 2]
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} 44`} width={width} height="44" className="mt-1 block">
      <path d={`M2 ${base}H${from}M${to} ${base}H${width - 2}`} strokeWidth="5" className="stroke-line" />
      {people === null ? (
        <>
          <Hatch id={id} />
          <rect x={from} y={base - 8} width={hatch} height="16" rx="2" fill={`url(#${id})`} strokeDasharray="3 2" className="stroke-rupture" />
        </>
      ) : (
        <path d={`M${from} ${base - 12}v24M${to} ${base - 12}v24`} strokeWidth="3" className="stroke-rupture" />
      )}
      {bridged && <path d={archPath({ from: from - 6, to: to + 6, rise: 22 }, base, 'horizontal')} fill="none" strokeWidth="3" strokeLinecap="round" className="stroke-bridge" />}
    </svg>
  )
}
