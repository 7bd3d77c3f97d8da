import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskedSection } from '#components/mentor/asked-section.tsx'
import { MentoredList } from '#components/mentor/mentored-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listMentorships } from '#lib/server/mentor/answer-mentorship.ts'
import { accept, decline } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mentoring'))('title') }
}

export default async function MentoringPage() {
  const caller = await signedInCaller()
  const [t, { asked, mentored }] = await Promise.all([getTranslations('mentoring'), listMentorships(caller, {})])
  return (
    <Page>
      <AccountNav here="mentoring" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      {asked.length + mentored.length === 0 && <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState>}
      {asked.length > 0 && <AskedSection asked={asked} accept={accept} decline={decline} />}
      {mentored.length > 0 && <MentoredList mentored={mentored} />}
    </Page>
  )
}
