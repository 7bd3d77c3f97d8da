import { discs } from '#components/chart/measurement-spark.tsx'
import type { MilestoneState } from '#lib/domain/milestone.ts'

/** Accepted a full disc, done a ring, late a triangle, soon a diamond, to come a small bar: each shape is one path for all that have it. */
export function MilestoneMarks({ marks, base }: { marks: readonly { state: MilestoneState; x: number }[]; base: number }) {
  const path = (wanted: MilestoneState, drawn: (x: number) => string) => marks.filter(({ state }) => state === wanted).map(({ x }) => drawn(x)).join('')
  const disc = (x: number) => discs([[x, base]])
  const [accepted, done, late, soon, planned] = [path('accepted', disc), path('done', disc), path('late', (x) => `M${x} ${base - 9}l8 14h-16z`), path('due-soon', (x) => `M${x} ${base - 7}l6 7l-6 7l-6-7z`), path('planned', (x) => `M${x} ${base - 6}v12`)]
  return (
    <>
      {planned !== '' && <path d={planned} strokeWidth="3" className="stroke-soft" />}
      {accepted !== '' && <path d={accepted} strokeWidth="11" strokeLinecap="round" className="stroke-bridge" />}
      {done !== '' && <path d={done} strokeWidth="12.5" strokeLinecap="round" className="stroke-bridge" />}
      {done !== '' && <path d={done} strokeWidth="7.5" strokeLinecap="round" className="stroke-paper" />}
      {soon !== '' && <path d={soon} strokeWidth="2" className="fill-paper stroke-uncertain" />}
      {late !== '' && <path d={late} className="fill-rupture" />}
    </>
  )
}
