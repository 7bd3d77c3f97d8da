import type { Bar, Timeline } from '#lib/domain/timeline.ts'
import { Hatch } from '#components/chart/hatch.tsx'

const percent = (part: number) => `${(part * 100).toFixed(2)}%`

/** One phase on the line of months. Widths are shares of whatever room there is, so the strokes never shrink with it. */
export function PhaseLine({ id, bar, months }: { id: string; bar: Bar; months: Timeline['months'] }) {
  return (
    <span className="relative block min-h-8">
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        {months.map(({ month, at }) => (
          <line key={month} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" className="stroke-rule" />
        ))}
        <Shape id={id} bar={bar} />
      </svg>
    </span>
  )
}

/** Drawn around the origin, then brought to the middle of the row by the group it stands in. */
function Shape({ id, bar: { kind, from, to } }: { id: string; bar: Bar }) {
  const band = { x: percent(from), width: percent(to - from), y: -6, height: 12, rx: 2 }
  return (
    <svg y="50%" overflow="visible">
      {kind === 'unknown' && <Hatch id={id} />}
      {kind === 'unknown' && <rect {...band} fill={`url(#${id})`} strokeDasharray="3 3" className="stroke-edge" />}
      {kind === 'open' && <line x1={percent(from)} x2="100%" strokeWidth="5" strokeDasharray="8 5" className="stroke-line" />}
      {kind === 'open' && <line x1={percent(from)} x2={percent(from)} y1="-9" y2="9" strokeWidth="5" className="stroke-line" />}
      {kind === 'planned' && <rect {...band} strokeWidth="2" strokeDasharray="5 3" className="fill-none stroke-line" />}
      {kind === 'dated' && to - from >= 0.02 && <rect {...band} className="fill-line" />}
      {kind === 'dated' && to - from < 0.02 && <circle cx={percent((from + to) / 2)} r="7" className="fill-line" />}
    </svg>
  )
}
