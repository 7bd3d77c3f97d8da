import { useTranslations } from 'next-intl'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Instant } from '#components/ui/time.tsx'

/** Until when one may apply to a call run here, and the way to do it or to get ready. */
export function CallWindow({ call: { slug, state, opensAt, closesAt }, now }: { call: PublicCall; now: Date }) {
  const t = useTranslations('call.window')
  const when = (instant: string | null, near: boolean) => () => instant !== null && <Instant at={new Date(instant)} {...(near && { now })} />
  return (
    <>
      <p className="mt-6 max-w-measure font-serif text-h2 font-medium text-pretty">
        {state === 'open' && t.rich('openUntil', { when: when(closesAt, true) })}
        {state === 'closed' && t.rich('closed', { when: when(closesAt, false) })}
        {state === 'forecasted' && t.rich('opens', { when: when(opensAt, true) })}
      </p>
      {state === 'forecasted' && (
        <>
          <p className="mt-1">{t.rich('closes', { when: when(closesAt, false) })}</p>
          <p className="mt-3 max-w-measure">{t('notYet')}</p>
        </>
      )}
      <p className="no-print mt-5 flex flex-wrap gap-3">
        {state === 'open' && (
          <ButtonLink href={`/applications/start/${slug}`} tone="primary">
            {t('apply')}
          </ButtonLink>
        )}
        {state === 'closed' && (
          <ButtonLink href="/applications" tone="primary">
            {t('follow')}
          </ButtonLink>
        )}
        {state !== 'closed' && (
          <ButtonLink href={`/calls/${slug}/eligibility`} tone={state === 'open' ? 'secondary' : 'primary'}>
            {t('eligible')}
          </ButtonLink>
        )}
        <ButtonLink href={`/calls/${slug}/form`}>{t('form')}</ButtonLink>
        <ButtonLink href={`/calls/${slug}/grid`}>{t('grid')}</ButtonLink>
      </p>
      {state !== 'closed' && <p className="no-print mt-3 text-small text-soft">{t('noAccount')}</p>}
    </>
  )
}
