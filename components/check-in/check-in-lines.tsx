import { useTranslations } from 'next-intl'
import { MoodTag } from '#components/check-in/mood-tag.tsx'
import type { ShownCheckInRow } from '#components/programme/shown-programme.ts'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'

type Props = { programmeId: string; checkIns: readonly ShownCheckInRow[]; today: string; isOwn: boolean }

/** The months of a programme, each with where its check-in is. */
export function CheckInLines({ programmeId, checkIns, today, isOwn }: Props) {
  const t = useTranslations('programme.page')
  const of = useTranslations('check-in')
  return (
    <ol className="border-t border-rule">
      {checkIns.map((row) => {
        const state = stateOf(row, today, isOwn)
        const title = of('title', { month: row.month })
        return (
          <li key={row.id} className="grid items-center gap-x-6 gap-y-1 border-b border-rule py-1.5 md:grid-cols-[minmax(0,1fr)_10rem_minmax(0,22rem)]">
            {state === 'coming' ? <span className="py-1.5 text-soft">{title}</span> : <span><Link href={`/programmes/${programmeId}/check-ins/${row.id}`} className="inline-block py-1.5">{title}</Link></span>}
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small md:contents">
              <span className="text-small text-soft"><Day date={row.dueOn} /></span>
              <span className="contents text-small md:flex md:flex-wrap md:items-center md:gap-x-3 md:gap-y-1">
                <span className={state === 'late' ? 'font-semibold text-rupture-ink' : state === 'open' || state === 'begun' ? 'font-semibold' : 'text-soft'}>{t(`checkInNames.${state}`)}</span>
                {state === 'submitted' && row.mood && <MoodTag mood={row.mood} />}
                {row.answers > 0 && <span className="text-soft">{t('checkInAnswers', { count: row.answers })}</span>}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function stateOf({ submittedAt, skippedAt, opensOn, dueOn, version }: ShownCheckInRow, today: string, isOwn: boolean) {
  if (submittedAt) return 'submitted'
  if (skippedAt) return 'skipped'
  if (opensOn > today) return 'coming'
  if (!isOwn) return 'waiting'
  return dueOn < today ? 'late' : version > 0 ? 'begun' : 'open'
}
