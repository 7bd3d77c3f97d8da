import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChoiceSection } from '#components/notice/choice-section.tsx'
import { CalendarSection } from '#components/person/calendar-section.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { DataSection } from '#components/person/data-section.tsx'
import { InvitationOffers } from '#components/organisation/invitation-offers.tsx'
import { ProfileSection } from '#components/person/profile-section.tsx'
import { SeatSection } from '#components/organisation/seat-section.tsx'
import { SessionSection } from '#components/person/session-section.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { currentSession, signedInCaller } from '#lib/server/actor.ts'
import { showCalendar } from '#lib/server/calendar/own-agenda.ts'
import { kindsFor } from '#lib/domain/notice.ts'
import { showNoticeChoice } from '#lib/server/notice/choose-notices.ts'
import { showAccount } from '#lib/server/person/show-account.ts'
import { acceptOffer, declineOffer } from '../invitations/actions.ts'
import { closeAgenda, closeOtherSessions, closeSession, openAgenda, saveNotices, saveProfile, signOut, signOutEverywhere } from './actions.ts'

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage({ searchParams }: Props) {
  const caller = await signedInCaller()
  const [t, { saved }, current, { person, seats, invitations, sessions }, { since }, choice] = await Promise.all([
    getTranslations('account'), searchParams, currentSession(), showAccount(caller, {}), showCalendar(caller, {}), showNoticeChoice(caller, {}),
  ])
  return (
    <Page>
      <AccountNav here="account" {...caller.rooms} signOut={signOut} />
      <PageHead title={t('title')} lead={t('lead', { email: person.email })}>
        {person.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      <InvitationOffers invitations={invitations} accept={acceptOffer} decline={declineOffer} />
      <SeatSection seats={seats} />
      <ProfileSection person={person} save={saveProfile} saved={saved === 'profile'} />
      <ChoiceSection kinds={kindsFor(caller.rooms)} choice={choice} save={saveNotices} saved={saved === 'notices'} />
      <SessionSection sessions={sessions} current={current?.id} close={closeSession} closeOthers={closeOtherSessions} closeAll={signOutEverywhere} />
      <CalendarSection since={since} open={openAgenda} close={closeAgenda} />
      <DataSection />
    </Page>
  )
}
