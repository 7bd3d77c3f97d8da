import { addMonths, daysBetween } from '#lib/domain/day.ts'
import { type MilestoneDays, type MilestoneState, milestoneState } from '#lib/domain/milestone.ts'
import { programmeMonth } from '#lib/domain/programme.ts'
import { type Drawing, type Shape, tenth } from '#lib/server/document/drawing.ts'

type Months = { startsOn: string; months: number; stoppedOn: string | null; milestones: readonly MilestoneDays[] }
/** `month` names a month under the line; without, the line stands alone, half as tall. */
type Room = { width: number; today: string; alt: string | null; month?: (month: number) => string }

/** A laureate's months as a line with its milestones, each state a shape of its own, today dashed, its end upright where something
 * follows; what comes after a stop is pale. */
export function drawMonths({ startsOn, months, stoppedOn, milestones }: Months, { width, today, alt, month }: Room): Drawing {
  const base = month ? 15 : 10
  const end = milestones.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), addMonths(startsOn, months))
  const length = Math.max(1, daysBetween(startsOn, end))
  const x = (day: string) => tenth(7 + (Math.min(Math.max(daysBetween(startsOn, day), 0), length) / length) * (width - 14))
  const lasts = Math.max(months, programmeMonth(startsOn, end))
  const monthly = Array.from({ length: lasts + 1 }, (_, index) => ({ index, at: x(addMonths(startsOn, index)) }))
  const step = lasts > 40 ? 12 : lasts > 24 ? 3 : 1
  const labels: Shape[] = month ? monthly.filter(({ index }) => index % step === 0).map(({ index, at }) => ({ label: month(index), at: [at, base + 17], anchor: 'middle', tone: 'soft' })) : []
  const stop: Shape[] = stoppedOn === null ? [{ path: `M${x(today)} ${base - 9}v18`, stroke: 'ink', dash: '2 2' }] : [{ path: `M${x(stoppedOn)} ${base - 9}v18M${tenth(x(stoppedOn) - 3)} ${base - 9}h6M${tenth(x(stoppedOn) - 3)} ${base + 9}h6`, stroke: 'rupture', thick: 1.5 }]
  return {
    width, height: month ? 35 : 20, alt,
    shapes: [
      { path: `M7 ${base}H${stoppedOn === null ? width - 7 : x(stoppedOn)}`, stroke: 'line', thick: 1.5 },
      ...(lasts > months ? [{ path: `M${x(addMonths(startsOn, months))} ${base - 7}v14`, stroke: 'line', thick: 1 } as const] : []),
      ...(stoppedOn === null ? [] : [{ path: `M${x(stoppedOn)} ${base}H${width - 7}`, stroke: 'rule', thick: 1.5 } as const]),
      ...monthly.map(({ index, at }): Shape => ({ path: `M${at} ${base + 4}v${index % 3 === 0 ? 5 : 3}`, stroke: 'edge', thick: 0.6 })),
      ...labels,
      ...stop,
      ...milestones.map((each) => mark(milestoneState(each, today), x(each.dueOn), base)),
    ],
  }
}

/** Accepted a full disc, done a ring, late a triangle, soon a diamond, to come a small bar: as on the board. */
function mark(state: MilestoneState, x: number, y: number): Shape {
  if (state === 'accepted') return { disc: [x, y, 3.6], fill: 'bridge' }
  if (state === 'done') return { disc: [x, y, 3.2], fill: 'paper', stroke: 'bridge', thick: 1.6 }
  if (state === 'late') return { path: `M${x} ${y - 6}l5 9h-10z`, fill: 'rupture' }
  if (state === 'due-soon') return { path: `M${x} ${y - 4.5}l4 4.5l-4 4.5l-4-4.5z`, fill: 'paper', stroke: 'uncertain', thick: 1.3 }
  return { path: `M${x} ${y - 4}v8`, stroke: 'soft', thick: 2 }
}
