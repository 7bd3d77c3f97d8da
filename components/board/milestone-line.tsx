import { useLocale, useTranslations } from 'next-intl'
import { dayNumber } from '#components/chart/measurement-spark.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ShownLaureate } from '#components/board/shown-board.ts'
import { addMonths } from '#lib/domain/day.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { type MilestoneState, milestoneState, milestoneStates } from '#lib/domain/milestone.ts'
import { formatDay } from '#lib/i18n/format.ts'

const [width, height, base] = [300, 46, 20]

/** A laureate's months as a line with its milestones, each state a shape of its own; how many of each in words, and the list behind. */
export function MilestoneLine({ laureate: { id, milestones, startsOn, months }, today }: { laureate: ShownLaureate; today: string }) {
  const t = useTranslations('flag')
  const states = useTranslations('milestone.states')
  const locale = useLocale()
  const end = milestones.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), addMonths(startsOn, months))
  const [from, to] = [dayNumber(startsOn), dayNumber(end)]
  const x = (day: string) => Math.round((8 + ((Math.min(Math.max(dayNumber(day), from), to) - from) / (to - from)) * (width - 16)) * 10) / 10
  const placed = milestones.map((each) => Object.assign({ state: milestoneState(each, today) }, each))
  const counts = milestoneStates.map((state) => ({ state, count: placed.filter((each) => each.state === state).length })).filter(({ count }) => count > 0)
  return (
    <div className="min-w-[19rem]">
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="block">
        <path d={`M8 ${base}H${width - 8}`} strokeWidth="2" className="stroke-line" />
        {Array.from({ length: months + 1 }, (_, month) => month).map((month) => <path key={month} d={`M${x(addMonths(startsOn, month))} ${base + 5}v${month % 3 === 0 ? 7 : 4}`} className="stroke-soft" />)}
        {[0, 3, 6, 9].filter((month) => month <= months).map((month) => <text key={month} x={x(addMonths(startsOn, month))} y={height - 3} textAnchor="middle" className="fill-soft text-[0.6875rem] tabular-nums">{t('month', { month })}</text>)}
        <path d={`M${x(today)} ${base - 15}v24`} strokeDasharray="2 2" className="stroke-ink" />
        {placed.map((each) => <Mark key={each.id} state={each.state} x={x(each.dueOn)} />)}
      </svg>
      <Disclosure id={`milestones-${id}`} summary={<span className="text-small font-normal">{counts.map(({ state, count }) => t('counted', { count, state: states(state) })).join(', ')}</span>}>
        <ul className="text-small">
          {placed.map((each) => <li key={each.id} className="py-1"><Link href={`/programmes/${id}/milestones#milestone-${each.id}`}>{inLocale(each.title, locale)}</Link>, {formatDay(each.dueOn, locale)}{t('colon')} {states(each.state)}</li>)}
        </ul>
      </Disclosure>
    </div>
  )
}

/** Accepted a full disc, done a ring, late a triangle, soon a diamond, to come a small bar. */
function Mark({ state, x }: { state: MilestoneState; x: number }) {
  if (state === 'accepted') return <circle cx={x} cy={base} r="5.5" className="fill-bridge" />
  if (state === 'done') return <circle cx={x} cy={base} r="5" strokeWidth="2.5" className="fill-paper stroke-bridge" />
  if (state === 'late') return <path d={`M${x} ${base - 9}l8 14h-16z`} className="fill-rupture" />
  if (state === 'due-soon') return <path d={`M${x} ${base - 7}l6 7l-6 7l-6-7z`} strokeWidth="2" className="fill-paper stroke-uncertain" />
  return <path d={`M${x} ${base - 6}v12`} strokeWidth="3" className="stroke-soft" />
}
