import { useLocale, useTranslations } from 'next-intl'
import { FlagList } from '#components/board/flag-list.tsx'
import { MetricCell } from '#components/board/metric-cell.tsx'
import type { ShownBoard, ShownLaureate } from '#components/board/shown-board.ts'
import { MilestoneTag } from '#components/milestone/milestone-tag.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { milestoneState } from '#lib/domain/milestone.ts'
import { programmeMonth } from '#lib/domain/programme.ts'

/** All laureates, one a line: months across with their milestones, last contact, check-ins, metrics, flags. */
export function BoardTable({ board: { today, laureates } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  if (laureates.length === 0) return <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState>
  const months = Array.from({ length: Math.max(...laureates.map((each) => each.months)) + 1 }, (_, month) => month)
  return (
    <Table id="board" caption={t('caption', { count: laureates.length })}>
      <thead>
        <tr>
          <th scope="col">{t('laureate')}</th><th scope="col">{t('flags')}</th><th scope="col">{t('contact')}</th><th scope="col">{t('checkIn')}</th>
          {months.map((month) => <th key={month} scope="col">{t('month', { month })}</th>)}
          <th scope="col">{t('metrics')}</th>
        </tr>
      </thead>
      <tbody>
        {laureates.map((its) => (
          <tr key={its.id}>
            <th scope="row" className="min-w-44"><Link href={`/manage/programmes/${its.id}`}>{its.organisationName}</Link><span className="block text-small font-normal text-soft">{its.solution}</span></th>
            <td className="min-w-56"><FlagList laureate={its} /></td>
            <td>{its.lastContactOn === null ? t('noContact') : <Day date={its.lastContactOn} />}</td>
            <td className="min-w-32">{t('checkIns', checkInCounts(its, today))}</td>
            {months.map((month) => <td key={month}><Milestones laureate={its} month={month} last={month === months.length - 1} today={today} /></td>)}
            <td className="min-w-56 space-y-3">{its.metrics.map((metric) => <MetricCell key={metric.id} laureate={its} metric={metric} />)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function checkInCounts({ checkIns }: ShownLaureate, today: string) {
  const sent = checkIns.filter(({ submittedOn }) => submittedOn !== null).length
  const skipped = checkIns.filter(({ skippedOn }) => skippedOn !== null).length
  return { sent, skipped, overdue: checkIns.filter(({ submittedOn, skippedOn, dueOn }) => submittedOn === null && skippedOn === null && dueOn < today).length }
}

/** Follow-up comes after the months: it stands in the last of them, with its day. */
function Milestones({ laureate: { milestones, startsOn }, month, last, today }: { laureate: ShownLaureate; month: number; last: boolean; today: string }) {
  const locale = useLocale()
  const here = milestones.filter(({ dueOn }) => {
    const at = Math.max(0, programmeMonth(startsOn, dueOn))
    return last ? at >= month : at === month
  })
  return here.map((each) => <span key={each.id} className="mb-2 block min-w-28"><MilestoneTag state={milestoneState(each, today)} /> <span className="block text-small">{inLocale(each.title, locale)}</span><span className="block text-small text-soft"><Day date={each.dueOn} /></span></span>)
}
