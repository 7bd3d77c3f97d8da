import { useLocale, useTranslations } from 'next-intl'
import { FlagList } from '#components/board/flag-list.tsx'
import { MetricCell } from '#components/board/metric-cell.tsx'
import { MilestoneLine } from '#components/board/milestone-line.tsx'
import type { ShownBoard, ShownLaureate } from '#components/board/shown-board.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import { parisDate } from '#lib/domain/calendar.ts'
import { checkInCounts } from '#lib/domain/check-in.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatParisHour } from '#lib/i18n/format.ts'

/** All laureates in view, one a line: its months with their milestones, metrics, flags, last contact, check-ins. */
export function BoardTable({ board: { call, calls, today, laureates } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  if (laureates.length === 0) return <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState>
  const titles = new Map(calls.map(({ slug, title }) => [slug, inLocale(title, locale)]))
  return (
    <Table id="board" caption={t('caption', { count: laureates.length })} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t('laureate')}</th><th scope="col">{t('months')}</th><th scope="col">{t('metrics')}</th><th scope="col">{t('flags')}</th><th scope="col">{t('contact')}</th><th scope="col">{t('checkIn')}</th>
        </tr>
      </thead>
      <tbody>
        {laureates.map((its) => (
          <tr key={its.id}>
            <th scope="row" className="min-w-40">
              <Link href={`/manage/programmes/${its.id}`}>{its.organisationName}</Link>
              <span className="block text-small font-normal text-soft">{its.solution}</span>
              {call === null && <span className="block text-small font-normal text-soft">{titles.get(its.call)}</span>}
            </th>
            <td><MilestoneLine laureate={its} today={today} /></td>
            <td className="min-w-56 space-y-3">{its.metrics.map((metric) => <MetricCell key={metric.id} laureate={its} metric={metric} />)}</td>
            <td className="min-w-48"><FlagList laureate={its} /></td>
            <td data-label={t('contact')}>
              {its.lastContactOn === null ? t('noContact') : <Day date={its.lastContactOn} />}
              {its.remindedAt !== null && parisDate(new Date(its.remindedAt)) === today && <span className="block text-small text-soft">{t('reminder.today', { hour: formatParisHour(new Date(its.remindedAt), locale) })}</span>}
            </td>
            <td data-label={t('checkIn')} className="min-w-28"><CheckIns laureate={its} today={today} /></td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function CheckIns({ laureate, today }: { laureate: ShownLaureate; today: string }) {
  const t = useTranslations('flag')
  return t('checkIns', checkInCounts(laureate, today))
}
