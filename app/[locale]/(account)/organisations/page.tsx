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
import { showAccount } from '#lib/server/person/show-account.ts'
import { signOut } from '../account/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('list.title') }
}

export default async function OrganisationsPage() {
  const caller = await signedInCaller()
  const [t, organisations, { person, manages, scores }] = await Promise.all([getTranslations('organisation.list'), listMyOrganisations(caller, {}), showAccount(caller, {})])
  return (
    <Page>
      <AccountNav here="organisations" administrator={person.administrator} manages={manages} scores={scores} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      {organisations.length === 0 ? <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState> : <OrganisationList organisations={organisations} />}
      <ButtonLink href="/organisations/new" tone="primary" className="mt-6">{t('create')}</ButtonLink>
    </Page>
  )
}
