import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApplicationList } from '#components/application/application-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listApplications } from '#lib/server/application/list-applications.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('filing'))('list.title') }
}

export default async function ApplicationsPage() {
  const caller = await signedInCaller()
  const [t, { now, files }] = await Promise.all([getTranslations('filing.list'), listApplications(caller, {})])
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      {files.length === 0 && <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>}
      <ApplicationList id="open" title={t('open')} files={files.filter(({ canChange }) => canChange)} now={now} />
      <ApplicationList id="closed" title={t('closed')} files={files.filter(({ canChange }) => !canChange)} now={now} />
      <ButtonLink href="/calls" className="mt-6">{t('calls')}</ButtonLink>
    </Page>
  )
}
