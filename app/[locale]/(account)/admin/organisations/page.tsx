import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OrganisationTable } from '#components/organisation/organisation-table.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { listOrganisations } from '#lib/server/organisation/show-organisation.ts'
import { orNotFound } from '#lib/server/page.ts'
import { signOut } from '../../account/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('admin.organisations.title') }
}

export default async function AdminOrganisationsPage() {
  const caller = await signedInCaller()
  const [t, organisations] = await Promise.all([getTranslations('account.admin'), orNotFound(listOrganisations(caller, {}))])
  return (
    <Page>
      <AccountNav here="admin" administrator signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/admin', label: t('title') }]} />}
        title={t('organisations.title')}
        lead={t('organisations.lead', { count: organisations.length })}
      />
      <OrganisationTable organisations={organisations} />
      <ButtonLink href="/organisations/new" className="mt-6">{t('organisations.create')}</ButtonLink>
    </Page>
  )
}
