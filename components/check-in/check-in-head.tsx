import { useTranslations } from 'next-intl'
import type { ShownCheckIn } from '#components/check-in/shown-check-in.ts'
import { programmePath, useTopOf } from '#components/programme/room-of.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Day, Instant } from '#components/ui/time.tsx'

type Props = { checkIn: ShownCheckIn; programme: { id: string; solution: string } }

/** Which month it is about, and until when; or since when it was sent. */
export function CheckInHead({ checkIn: { month, opensOn, dueOn, submittedAt, skipped, editable, side }, programme }: Props) {
  const t = useTranslations('check-in')
  const top = useTopOf(side)
  const isComing = submittedAt === null && skipped === null && editable !== 'all'
  return (
    <>
      <PageHead above={<Breadcrumb items={[top, { href: programmePath(programme.id, side), label: programme.solution }]} />} title={t('title', { month })} lead={editable === 'all' ? t('lead') : undefined}>
        <p className="mt-3 font-semibold">{submittedAt ? t.rich('submitted', { at: () => <Instant at={submittedAt} /> }) : t.rich('due', { day: () => <Day date={dueOn} /> })}</p>
      </PageHead>
      {isComing && side === 'laureate' && <Notice title={t.rich('opens', { day: () => <Day date={opensOn} /> })}><p>{t('opensText')}</p></Notice>}
    </>
  )
}
