import { useTranslations } from 'next-intl'
import { MoodTag } from '#components/check-in/mood-tag.tsx'
import type { ShownCheckInRow } from '#components/programme/shown-programme.ts'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'

type Props = { programmeId: string; checkIns: readonly ShownCheckInRow[]; today: string; isOwn: boolean }

/** The months of a programme, each with where its check-in is. */
export function CheckInTable({ programmeId, checkIns, today, isOwn }: Props) {
  const t = useTranslations('programme.page')
  const of = useTranslations('check-in')
  const stateOf = ({ submittedAt, skippedAt, opensOn, dueOn, version }: ShownCheckInRow) => {
    if (submittedAt) return 'submitted'
    if (skippedAt) return 'skipped'
    if (!isOwn) return 'waiting'
    if (opensOn > today) return 'coming'
    return dueOn < today ? 'late' : version > 0 ? 'begun' : 'open'
  }
  return (
    <Table id="check-in-table" caption={t('checkIns')} captionHidden>
      <thead><tr><th scope="col">{t('checkInMonth')}</th><th scope="col">{t('checkInState')}</th><th scope="col">{t('checkInDue')}</th><th scope="col">{t('checkInAnswers')}</th></tr></thead>
      <tbody>
        {checkIns.map((row) => {
          const state = stateOf(row)
          return (
            <tr key={row.id}>
              <th scope="row" className="whitespace-nowrap">{state === 'coming' ? of('title', { month: row.month }) : <Link href={`/programmes/${programmeId}/check-ins/${row.id}`} className="inline-block py-2">{of('title', { month: row.month })}</Link>}</th>
              <td><span className={state === 'late' ? 'font-semibold text-rupture-ink' : ''}>{t(`checkInNames.${state}`)}</span>{state === 'submitted' && row.mood && <> <MoodTag mood={row.mood} /></>}</td>
              <td><Day date={row.dueOn} /></td>
              <td className="tabular-nums">{row.answers}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
