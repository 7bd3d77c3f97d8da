import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import { isPast } from '#lib/domain/calendar.ts'
import { formatList } from '#lib/i18n/format.ts'

export type DraftNotices = {
  now: Date
  call: { opensAt: Date; closesAt: Date; staysOpen: readonly string[]; staysOpenUntil: Date | null }
  permitUntil: Date | null
  application: { number: string; withdrawnAt: Date | null } | null
  corrections: readonly { id: string; fields: readonly string[]; request: string; until: Date }[]
  editable: 'all' | readonly string[]
  isReader: boolean
  labelOf: (field: string) => string
}

/** What bears on this draft before a word of it: what is asked, what is closed and why, what happens at the deadline. */
export function DraftNotices({ now, call, permitUntil, application, corrections, editable, isReader, labelOf }: DraftNotices) {
  const t = useTranslations('draft.notes')
  const locale = useLocale()
  const names = (fields: readonly string[]) => formatList(fields.map(labelOf), locale)
  const isOpen = editable === 'all'
  const isDeposited = application !== null && application.withdrawnAt === null
  return (
    <div className="mb-10 space-y-4">
      {corrections.map(({ id, fields, request, until }) => (
        <Notice key={id} tone="uncertain" title={t('correction')}>
          <p className="whitespace-pre-line">{request}</p>
          <p>{t.rich('correctionUntil', { until: () => <Instant at={until} now={now} />, fields: names(fields) })}</p>
        </Notice>
      ))}
      {isReader && <Notice title={t('reader')}><p>{t('readerText')}</p></Notice>}
      {isDeposited && <Notice tone="done" title={t('submitted', { number: application.number })}><p>{isOpen ? t('submittedText') : t('submittedClosed')}</p></Notice>}
      {application?.withdrawnAt && isOpen && <Notice tone="uncertain"><p>{t('withdrawn')}</p></Notice>}
      {!isReader && !isOpen && editable.length === 0 && <Notice tone="stop" title={now < call.opensAt ? t('notOpen') : t('closed')}><p>{t('closedText')}</p></Notice>}
      {permitUntil && !isPast(permitUntil, now) && isPast(call.closesAt, now) && <Notice tone="uncertain"><p>{t.rich('permit', { until: () => <Instant at={permitUntil} now={now} /> })}</p></Notice>}
      {isOpen && (
        <div className="max-w-measure space-y-2 text-soft">
          <p>{t.rich('deadline', { at: () => <Instant at={permitUntil && permitUntil > call.closesAt ? permitUntil : call.closesAt} now={now} /> })}</p>
          {call.staysOpen.length > 0 && call.staysOpenUntil && <p>{t.rich('staysOpen', { until: () => <Instant at={call.staysOpenUntil as Date} />, fields: names(call.staysOpen) })}</p>}
          <p>{t('patients')}</p>
        </div>
      )}
    </div>
  )
}
