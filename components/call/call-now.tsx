import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { phasesAt } from '#lib/domain/call.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Day, Instant } from '#components/ui/time.tsx'

/** Once a call run here has closed: what happens now, who must act, and when the answer comes. */
export function CallNow({ call: { phases, answerOn }, now }: { call: PublicCall; now: Date }) {
  const t = useTranslations('call.now')
  const locale = useLocale()
  const { current, next } = phasesAt(phases, now)
  const b = (words: ReactNode) => <strong>{words}</strong>
  return (
    <Notice title={t('title')}>
      <p>{t('closed')}</p>
      {current.map(({ slug, title, endsAt }) => (
        <p key={slug}>
          {endsAt === null
            ? t.rich('phase', { phase: inLocale(title, locale), b })
            : t.rich('phaseUntil', { phase: inLocale(title, locale), b, when: () => <Instant at={new Date(endsAt)} now={now} /> })}
        </p>
      ))}
      {next?.startsAt && <p>{t.rich('next', { phase: inLocale(next.title, locale), b, when: () => <Instant at={new Date(next.startsAt ?? '')} now={now} /> })}</p>}
      {answerOn !== null && <p>{t.rich(answerOn < parisDate(now) ? 'answered' : 'answer', { day: () => <Day date={answerOn} /> })}</p>}
    </Notice>
  )
}
