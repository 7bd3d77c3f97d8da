import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OrganisationList } from '#components/organisation/organisation-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listMyOrganisations } from '#lib/server/organisation/show-organisation.ts'
import { signOut } from '../account/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('list.title') }
}

export default async function OrganisationsPage() {
  const caller = await signedInCaller()
  const [t, organisations] = await Promise.all([getTranslations('organisation.list'), listMyOrganisations(caller, {})])
  return (
    <Page>
      <AccountNav here="organisations" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      {organisations.length === 0 ? <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState> : <OrganisationList organisations={organisations} />}
      <ButtonLink href="/organisations/new" tone="primary" className="mt-6">{t('create')}</ButtonLink>
    </Page>
  )
}
