import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SearchForm } from '#components/form/search-form.tsx'
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

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('admin.organisations.title') }
}

export default async function AdminOrganisationsPage({ searchParams }: Props) {
  const caller = await signedInCaller()
  const { q } = await searchParams
  const search = typeof q === 'string' ? q : ''
  const [t, { total, organisations }] = await Promise.all([getTranslations('account.admin'), orNotFound(listOrganisations(caller, { search }))])
  return (
    <Page>
      <AccountNav here="admin" {...caller.rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/admin', label: t('title') }]} />}
        title={t('organisations.title')}
        lead={t('organisations.lead', { count: total })}
      />
      <SearchForm label={t('organisations.search')} send={t('searchDo')} value={search} />
      {organisations.length < total && <p className="mb-4 text-soft">{t('firstShown', { shown: organisations.length })}</p>}
      <OrganisationTable organisations={organisations} />
      <ButtonLink href="/organisations/new" className="mt-6">{t('organisations.create')}</ButtonLink>
    </Page>
  )
}
