import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import { isPast } from '#lib/domain/calendar.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { withParams } from '#lib/i18n/address.ts'

type Organisation = { id: string; name: string; kind: OrganisationKind; draft: { id: string; savedAt: Date } | null; obstacle: 'reader' | 'organisation-kind' | 'closed' | null }
type Props = { call: { slug: string; title: Localized; opensAt: Date; closesAt: Date }; organisations: readonly Organisation[]; now: Date; above: ReactNode }

/** For which of one's organisations to apply, and why not for the others. */
export function StartChoice({ call, organisations, now, above }: Props) {
  const t = useTranslations('draft.start')
  const kinds = useTranslations('organisation.kinds')
  const locale = useLocale()
  const here = `/applications/start/${call.slug}`
  const create = withParams('/organisations/new', { returnTo: `/${locale}${here}` })
  return (
    <>
      <PageHead above={above} title={inLocale(call.title, locale)} lead={t('title')} />
      <CallPeriod call={call} now={now} />
      {organisations.length === 0 ? (
        <>
          <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState>
          <ButtonLink href={create} tone="primary" className="mt-6">{t('create')}</ButtonLink>
        </>
      ) : (
        <Section id="organisation" title={t('organisation')}>
          <p className="mb-4 max-w-measure text-soft">{t('organisationLead')}</p>
          <ul className="max-w-measure border-t border-rule">
            {organisations.map(({ id, name, kind, draft, obstacle }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
                <div className="min-w-0">
                  <p className="font-semibold">{name}</p>
                  {draft && <p className="text-small text-soft">{t.rich('savedAt', { at: () => <Instant at={draft.savedAt} /> })}</p>}
                  {obstacle && <p className="text-small text-soft">{t(`obstacles.${obstacle}`, { kind: kinds(kind) })}</p>}
                </div>
                {draft && <ButtonLink href={`/applications/${draft.id}/edit`} aria-label={t('continueNamed', { organisation: name })}>{t('continue')}</ButtonLink>}
                {!draft && obstacle === null && <ButtonLink href={withParams(here, { organisation: id })} aria-label={t('beginNamed', { organisation: name })}>{t('begin')}</ButtonLink>}
              </li>
            ))}
          </ul>
          <p className="mt-4"><ButtonLink href={create} tone="quiet" className="-ms-2">{t('create')}</ButtonLink></p>
        </Section>
      )}
    </>
  )
}

function CallPeriod({ call, now }: Pick<Props, 'call' | 'now'>) {
  const t = useTranslations('draft.start')
  if (now < call.opensAt) return <Notice tone="uncertain" title={t('notOpenTitle')}><p>{t.rich('opens', { at: () => <Instant at={call.opensAt} now={now} /> })}</p></Notice>
  if (isPast(call.closesAt, now)) return <Notice tone="stop" title={t('closedTitle')}><p>{t.rich('closedSince', { at: () => <Instant at={call.closesAt} now={now} /> })}</p></Notice>
  return null
}
