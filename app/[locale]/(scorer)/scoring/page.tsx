import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RoundQueue } from '#components/evaluation/round-queue.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { readAside } from '#lib/server/assignment/aside.ts'
import { listAssignments } from '#lib/server/assignment/list-assignments.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('evaluation'))('queue.title') }
}

export default async function ScoringPage() {
  const caller = await signedInCaller()
  const [t, { now, rounds }, aside] = await Promise.all([getTranslations('evaluation.queue'), listAssignments(caller, {}), readAside()])
  return (
    <Page>
      <AccountNav here="scoring" {...caller.rooms} scores signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead')} />
      {rounds.length === 0 && <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>}
      {rounds.map((round) => <RoundQueue key={round.id} round={round} aside={aside} now={now} />)}
      {rounds.length > 0 && <p className="mt-10 max-w-measure text-small text-soft">{t('basis')}</p>}
    </Page>
  )
}
