import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { OrganisationList, type ListedOrganisation } from '#components/organisation/organisation-list.tsx'

/** The organisations one sits in, or how to get into one. */
export function SeatSection({ seats }: { seats: readonly ListedOrganisation[] }) {
  const t = useTranslations('account.seats')
  return (
    <Section id="seats" title={t('title')}>
      {seats.length === 0 ? <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState> : <OrganisationList organisations={seats} />}
      <ButtonLink href="/organisations/new" className="mt-5">{t('create')}</ButtonLink>
    </Section>
  )
}
