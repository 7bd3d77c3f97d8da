import { archPath } from '#lib/domain/pathway-arch.ts'
import { Hatch } from '#components/chart/hatch.tsx'

const at = 14.5
const foot = 7
const tick = 9

/** A gap in the line that runs down a narrow screen, `height` pixels long, with its bridge if somebody builds one. */
export function PathwayRail({ id, height, quantified, bridged }: { id: string; height: number; quantified: boolean; bridged: boolean }) {
  const from = foot + 3
  const to = from + height
  const all = Math.ceil(height + 2 * (foot + 3))
  return (
    <svg aria-hidden="true" width="44" height={all} viewBox={`0 0 44 ${all}`} className="block overflow-visible">
      <path d={`M${at} 0V${from}M${at} ${to}V${all}`} strokeWidth="5" className="stroke-line" />
      {quantified ? (
        <path d={`M${at - tick} ${from}h${2 * tick}M${at - tick} ${to}h${2 * tick}`} strokeWidth="3" className="stroke-rupture" />
      ) : (
        <>
          <Hatch id={id} />
          <rect x={at - tick} y={from} width={2 * tick} height={height} rx="2" fill={`url(#${id})`} strokeDasharray="3 2" className="stroke-rupture" />
        </>
      )}
      {bridged && (
        <path d={archPath({ from: from - foot, to: to + foot, rise: 22 }, at, 'vertical')} fill="none" strokeWidth="3" strokeLinecap="round" className="stroke-bridge" />
      )}
    </svg>
  )
}
