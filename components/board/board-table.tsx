import { useTranslations } from 'next-intl'
import { FlagList } from '#components/board/flag-list.tsx'
import { MetricCell } from '#components/board/metric-cell.tsx'
import { MilestoneLine } from '#components/board/milestone-line.tsx'
import type { ShownBoard, ShownLaureate } from '#components/board/shown-board.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'

/** All laureates, one a line: its months with their milestones, metrics, flags, last contact, check-ins. */
export function BoardTable({ board: { today, laureates } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  if (laureates.length === 0) return <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState>
  return (
    <Table id="board" caption={t('caption', { count: laureates.length })}>
      <thead>
        <tr>
          <th scope="col">{t('laureate')}</th><th scope="col">{t('months')}</th><th scope="col">{t('metrics')}</th><th scope="col">{t('flags')}</th><th scope="col">{t('contact')}</th><th scope="col">{t('checkIn')}</th>
        </tr>
      </thead>
      <tbody>
        {laureates.map((its) => (
          <tr key={its.id}>
            <th scope="row" className="min-w-44"><Link href={`/manage/programmes/${its.id}`}>{its.organisationName}</Link><span className="block text-small font-normal text-soft">{its.solution}</span></th>
            <td><MilestoneLine laureate={its} today={today} /></td>
            <td className="min-w-56 space-y-3">{its.metrics.map((metric) => <MetricCell key={metric.id} laureate={its} metric={metric} />)}</td>
            <td className="min-w-48"><FlagList laureate={its} /></td>
            <td>{its.lastContactOn === null ? t('noContact') : <Day date={its.lastContactOn} />}</td>
            <td className="min-w-32">{t('checkIns', checkInCounts(its, today))}</td>
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
