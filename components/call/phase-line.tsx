import type { Bar, Timeline } from '#lib/domain/timeline.ts'
import { Hatch } from '#components/chart/hatch.tsx'

const height = 30
const middle = height / 2

const percent = (part: number) => `${(part * 100).toFixed(2)}%`

/** One phase on the line of months. Widths are shares of whatever room there is, so the strokes never shrink with it. */
export function PhaseLine({ id, bar, months }: { id: string; bar: Bar; months: Timeline['months'] }) {
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block">
      {months.map(({ month, at }) => (
        <line key={month} x1={percent(at)} x2={percent(at)} y1="0" y2={height} className="stroke-rule" />
      ))}
      <Shape id={id} bar={bar} />
    </svg>
  )
}

function Shape({ id, bar: { kind, from, to } }: { id: string; bar: Bar }) {
  const band = { x: percent(from), width: percent(to - from), y: middle - 6, height: 12, rx: 2 }
  switch (kind) {
    case 'unknown':
      return (
        <>
          <Hatch id={id} />
          <rect {...band} fill={`url(#${id})`} strokeDasharray="3 3" className="stroke-edge" />
        </>
      )
    case 'open':
      return (
        <>
          <line x1={percent(from)} x2="100%" y1={middle} y2={middle} strokeWidth="5" strokeDasharray="8 5" className="stroke-line" />
          <line x1={percent(from)} x2={percent(from)} y1={middle - 9} y2={middle + 9} strokeWidth="5" className="stroke-line" />
        </>
      )
    case 'planned':
      return <rect {...band} strokeWidth="2" strokeDasharray="5 3" className="fill-none stroke-line" />
    case 'dated':
      return to - from < 0.02 ? <circle cx={percent((from + to) / 2)} cy={middle} r="7" className="fill-line" /> : <rect {...band} className="fill-line" />
  }
}
