import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { MeetingRoom } from '#components/deliberation/meeting-room.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { findDeliberation, showDeliberation } from '#lib/server/deliberation/show-deliberation.ts'
import { orNotFound } from '#lib/server/page.ts'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { arrive, end, leave, move, note, score, start, step } from '#app/[locale]/(manager)/manage/rounds/[id]/jury/actions.ts'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (roundId: string) => {
  const caller = await signedInCaller()
  const deliberationId = await findDeliberation(caller, { roundId })
  if (deliberationId === null) notFound()
  return orNotFound(showDeliberation(caller, { deliberationId }))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { head }] = await Promise.all([getLocale(), params.then(({ id }) => load(id))])
  return { title: inLocale(head.name, locale) }
}

export default async function JurorPage({ params }: Props) {
  const [t, locale, meeting, { rooms }] = await Promise.all([getTranslations('deliberation'), getLocale(), params.then(({ id }) => load(id)), signedInCaller()])
  const { head } = meeting
  return (
    <Page>
      <AccountNav here="scoring" {...rooms} signOut={signOut} />
      <PageHead title={inLocale(head.name, locale)} lead={t('jurorLead', { call: inLocale(head.call.title, locale) })}>
        {head.call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      <MeetingRoom meeting={meeting} actions={{ start, move, step, score, note, arrive, leave, end }} here="scoring" />
    </Page>
  )
}
