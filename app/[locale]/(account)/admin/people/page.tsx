import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountNav } from '#components/person/account-nav.tsx'
import { PeopleTable } from '#components/person/people-table.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { SearchForm } from '#components/form/search-form.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listPeople } from '#lib/server/person/administer-people.ts'
import { signOut } from '../../account/actions.ts'
import { disable, enable, makeAdmin, withdrawAdmin } from '../actions.ts'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('admin.people.title') }
}

export default async function PeoplePage({ searchParams }: Props) {
  const caller = await signedInCaller()
  const { q } = await searchParams
  const search = typeof q === 'string' ? q : ''
  const [t, { total, people }] = await Promise.all([getTranslations('account.admin'), orNotFound(listPeople(caller, { search }))])
  return (
    <Page>
      <AccountNav here="admin" {...caller.rooms} signOut={signOut} />
      <PageHead above={<Breadcrumb items={[{ href: '/admin', label: t('title') }]} />} title={t('people.title')} lead={t('people.lead', { count: total })} />
      <SearchForm label={t('people.search')} send={t('searchDo')} value={search} />
      {people.length < total && <p className="mb-4 text-soft">{t('firstShown', { shown: people.length })}</p>}
      <PeopleTable people={people} self={caller.personId} search={search} actions={{ disable, enable, makeAdmin, withdrawAdmin }} />
    </Page>
  )
}
