import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AnswerSection } from '#components/check-in/answer-section.tsx'
import { CheckInForm } from '#components/check-in/check-in-form.tsx'
import { CheckInHead } from '#components/check-in/check-in-head.tsx'
import { ReadCheckIn } from '#components/check-in/read-check-in.tsx'
import { SkippedNotice, SkipSection } from '#components/check-in/skip-section.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { roomOf } from '#components/programme/room-of.ts'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { openCheckIn } from '#lib/server/check-in/open-check-in.ts'
import { orNotFound } from '#lib/server/page.ts'
import { answer, skip, takeUp, write } from '../../../actions.ts'

type Props = { params: Promise<{ id: string; checkInId: string }> }

const open = cache(async (checkInId: string) => orNotFound(openCheckIn(await signedInCaller(), { checkInId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, opened] = await Promise.all([getTranslations('check-in'), params.then(({ checkInId }) => open(checkInId))])
  return { title: `${t('title', { month: opened.month })} – ${opened.programme.solution}` }
}

export default async function CheckInPage({ params }: Props) {
  const [caller, { id, checkInId }] = await Promise.all([signedInCaller(), params])
  const opened = await open(checkInId)
  if (opened.programme.id !== id) notFound()
  const isWritten = opened.editable === 'all'
  return (
    <Page>
      <AccountNav here={roomOf(opened.side)} {...caller.rooms} signOut={signOut} />
      <CheckInHead checkIn={opened} programme={opened.programme} />
      {opened.skipped && <SkippedNotice id={checkInId} reason={opened.skipped.reason ?? ''} action={opened.mayWrite && opened.isRunning ? takeUp : null} />}
      {isWritten && <CheckInForm checkIn={opened} programmeId={id} person={caller.personId} write={write} />}
      {isWritten && <SkipSection id={checkInId} action={skip} />}
      {opened.submittedAt && <ReadCheckIn checkIn={opened} />}
      {opened.submittedAt && <AnswerSection checkIn={opened} answer={answer} />}
    </Page>
  )
}
