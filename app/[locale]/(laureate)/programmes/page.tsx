import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ProgrammeList } from '#components/programme/programme-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listProgrammes } from '#lib/server/programme/list-programmes.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programme.list'))('title') }
}

export default async function ProgrammesPage() {
  const caller = await signedInCaller()
  const [t, locale, { programmes }] = await Promise.all([getTranslations('programme.list'), getLocale(), listProgrammes(caller, {})])
  const own = programmes.filter(({ as }) => as === 'laureate')
  const [only] = own
  if (only && own.length === 1) redirect(`/${locale}/programmes/${only.id}`)
  return (
    <Page>
      <AccountNav here="programmes" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      {own.length === 0 ? <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState> : <ProgrammeList programmes={own} />}
    </Page>
  )
}
