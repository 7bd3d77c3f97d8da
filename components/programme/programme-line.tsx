import { useLocale, useTranslations } from 'next-intl'
import { MilestoneMarks } from '#components/board/milestone-marks.tsx'
import { dayNumber } from '#components/chart/measurement-spark.tsx'
import { type ShownMilestone, stateOn } from '#components/milestone/shown-milestone.ts'
import type { ShownCheckInRow } from '#components/programme/shown-programme.ts'
import { addMonths } from '#lib/domain/day.ts'
import { formatShortMonth } from '#lib/i18n/format.ts'

type Props = { startsOn: string; months: number; milestones: readonly ShownMilestone[]; checkIns: readonly ShownCheckInRow[]; today: string }

/**
 * The months of a programme on one line: milestones on it, check-ins under it, today across. What comes after the last month
 * stands on a dotted end. Decorative: the counts under it and the lists below say the same.
 */
export function ProgrammeLine(props: Props) {
  const t = useTranslations('programme.line')
  const { milestones, checkIns, today } = props
  const milestonesIn = (...wanted: readonly string[]) => milestones.filter((each) => wanted.includes(stateOn(each, today))).length
  const filed = { sent: checkIns.filter(({ submittedAt }) => submittedAt).length, skipped: checkIns.filter(({ skippedAt }) => skippedAt).length, late: checkIns.filter((each) => isLate(each, today)).length }
  return (
    <figure className="keep mb-2">
      <Drawing {...props} width={328} every={3} className="max-w-xl lg:hidden" />
      <Drawing {...props} width={1150} every={1} className="hidden lg:block" />
      <figcaption className="mt-1 text-small text-soft">
        {t('milestones', { accepted: milestonesIn('accepted'), done: milestonesIn('done'), late: milestonesIn('late'), ahead: milestonesIn('planned', 'due-soon') })} {t('checkIns', filed)}
      </figcaption>
    </figure>
  )
}

const [base, under, height] = [18, 38, 62]

function Drawing({ startsOn, months, milestones, checkIns, today, width, every, className }: Props & { width: number; every: number; className: string }) {
  const locale = useLocale()
  const end = addMonths(startsOn, months)
  const after = milestones.filter(({ dueOn }) => dueOn > end)
  const right = width - (after.length > 0 ? 44 : 10)
  const [from, to] = [dayNumber(startsOn), dayNumber(end)]
  const x = (day: string) => Math.round((10 + ((Math.min(Math.max(dayNumber(day), from), to) - from) / (to - from)) * (right - 20)) * 10) / 10
  const starts = Array.from({ length: months + 1 }, (_, month) => ({ month, day: addMonths(startsOn, month) }))
  const marks = milestones.map((each) => ({ state: stateOn(each, today), x: each.dueOn > end ? right + 14 + 18 * (after.indexOf(each) + 1) / after.length : x(each.dueOn) }))
  const sent = (state: string) => checkIns.filter((each) => markOf(each, today) === state).map(({ dueOn }) => x(dueOn))
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className={`h-auto w-full ${className}`}>
      <path d={`M10 ${base}H${x(today)}`} strokeWidth="3" className="stroke-line" />
      <path d={`M${x(today)} ${base}H${right - 10}`} strokeWidth="3" className="stroke-rule" />
      {after.length > 0 && <path d={`M${right - 6} ${base}H${width}`} strokeWidth="3" strokeDasharray="2 5" className="stroke-edge" />}
      {starts.filter(({ month }) => month % every === 0).map(({ month, day }) => (
        <text key={month} x={x(day)} y={height - 4} textAnchor={month === 0 ? 'start' : 'middle'} dx={month === 0 ? -10 : 0} className="fill-soft text-[0.75rem]">{formatShortMonth(day, locale)}</text>
      ))}
      <path d={`M${x(today)} ${base - 16}V${under + 6}`} strokeDasharray="2 3" className="stroke-ink" />
      {sent('sent').map((at) => <circle key={at} cx={at} cy={under} r="3.5" className="fill-soft" />)}
      {sent('missed').map((at) => <circle key={at} cx={at} cy={under} r="3.25" strokeWidth="2" className="fill-paper stroke-rupture" />)}
      {sent('ahead').map((at) => <circle key={at} cx={at} cy={under} r="3" strokeWidth="1.25" className="fill-paper stroke-edge" />)}
      <MilestoneMarks marks={marks} base={base} />
    </svg>
  )
}

function isLate({ submittedAt, skippedAt, dueOn }: ShownCheckInRow, today: string): boolean {
  return !submittedAt && !skippedAt && dueOn < today
}

function markOf(row: ShownCheckInRow, today: string): 'sent' | 'missed' | 'ahead' {
  if (row.submittedAt) return 'sent'
  return row.skippedAt || isLate(row, today) ? 'missed' : 'ahead'
}
