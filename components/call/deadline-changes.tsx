import { useTranslations } from 'next-intl'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Clock } from '#components/ui/time.tsx'

/** Each time the deadline was moved: when, from what, to what, and why in the words of whoever moved it. */
export function DeadlineChanges({ changes }: { changes: PublicCall['deadlineChanges'] }) {
  const t = useTranslations('call.dates')
  if (changes.length === 0) return null
  const clock = (instant: string) => () => <Clock at={new Date(instant)} />
  return (
    <div className="mt-6">
      <Notice tone="uncertain" title={t('moved', { count: changes.length })}>
        <ol className="space-y-2">
          {changes.map(({ from, to, reason, changedAt }) => (
            <li key={changedAt}>
              {t.rich('movedRow', { at: clock(changedAt), from: clock(from), to: clock(to) })} <span dir="auto">{t('reason', { reason })}</span>
            </li>
          ))}
        </ol>
      </Notice>
    </div>
  )
}
