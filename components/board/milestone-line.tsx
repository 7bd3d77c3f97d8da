import { useLocale, useTranslations } from 'next-intl'
import { MilestoneMarks } from '#components/board/milestone-marks.tsx'
import type { ShownLaureate } from '#components/board/shown-board.ts'
import { dayNumber } from '#components/chart/measurement-spark.tsx'
import { Link } from '#components/ui/link.tsx'
import { addMonths } from '#lib/domain/day.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { milestoneState, milestoneStates } from '#lib/domain/milestone.ts'
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
  const ticks = Array.from({ length: months + 1 }, (_, month) => `M${x(addMonths(startsOn, month))} ${base + 5}v${month % 3 === 0 ? 7 : 4}`).join('')
  return (
    <div className="min-w-[19rem]">
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} className="block">
        <path d={`M8 ${base}H${width - 8}`} strokeWidth="2" className="stroke-line" />
        <path d={ticks} className="stroke-soft" />
        {[0, 3, 6, 9].filter((month) => month <= months).map((month) => <text key={month} x={x(addMonths(startsOn, month))} y={height - 3} textAnchor="middle" className="fill-soft text-[0.6875rem] tabular-nums">{t('month', { month })}</text>)}
        <path d={`M${x(today)} ${base - 15}v24`} strokeDasharray="2 2" className="stroke-ink" />
        <MilestoneMarks marks={placed.map(({ state, dueOn }) => ({ state, x: x(dueOn) }))} base={base} />
      </svg>
      <details data-still="">
        <summary data-still="" className="py-1 text-small pointer-coarse:py-3">{counts.map(({ state, count }) => t('counted', { count, state: states(state).toLocaleLowerCase(locale) })).join(' · ')}</summary>
        <ul className="no-print pb-3 text-small">
          {placed.map((each) => <li key={each.id} className="py-1">{inLocale(each.title, locale)}, {formatDay(each.dueOn, locale)}{t('colon')} {states(each.state)}</li>)}
          <li className="py-1"><Link href={`/programmes/${id}/milestones`}>{t('milestones')}</Link></li>
        </ul>
      </details>
    </div>
  )
}
