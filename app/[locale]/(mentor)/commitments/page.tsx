import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskList } from '#components/commitment/ask-list.tsx'
import { OwnCommitments } from '#components/commitment/own-commitments.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listAsks } from '#lib/server/ask/list-asks.ts'
import { listOwnCommitments } from '#lib/server/commitment/list-commitments.ts'
import { deliver, report, takeOn } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitment'))('own.title') }
}

export default async function CommitmentsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [t, caller, { saved }] = await Promise.all([getTranslations('commitment'), signedInCaller(), searchParams])
  const [{ today, commitments }, asks] = await Promise.all([listOwnCommitments(caller, {}), listAsks(caller, {})])
  return (
    <Page>
      <AccountNav here="commitments" {...caller.rooms} commits signOut={signOut} />
      <PageHead title={t('own.title')} lead={t('own.lead')} />
      {saved && <div className="mb-6"><Notice tone="done" role="status" title={t('saved')} /></div>}
      <AskList asks={asks} takeOn={takeOn} />
      <OwnCommitments today={today} commitments={commitments} deliver={deliver} report={report} />
    </Page>
  )
}
