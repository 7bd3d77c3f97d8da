import { getTranslations } from 'next-intl/server'
import { ProposeSection } from '#components/mentoring-session/propose-section.tsx'
import { SessionList } from '#components/mentoring-session/session-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ProgrammeHead } from '#components/programme/programme-head.tsx'
import { roomOf } from '#components/programme/room-of.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { cancel, choose, keepNote, note, propose, proposeOthers } from '../../actions.ts'
import { open, type Props, titled } from '../programme.ts'

export const generateMetadata = titled('sessions')

export default async function SessionsPage({ params }: Props) {
  const [caller, t, shown] = await Promise.all([signedInCaller(), getTranslations('session'), params.then(({ id }) => open(id))])
  const { side, mayWrite, isRunning, programme, mentors, sessions, now } = shown
  const accepted = mentors.filter(({ acceptedAt }) => acceptedAt !== null)
  const takesPart = isRunning && (side === 'laureate' ? mayWrite : side === 'mentor')
  return (
    <Page>
      <AccountNav here={roomOf(side)} {...caller.rooms} signOut={signOut} />
      <ProgrammeHead shown={shown} title={t('title')} lead={t('lead')} />
      {accepted.length === 0 && <div className="mb-8"><Notice title={t('noMentor')}><p>{t('noMentorText')}</p></Notice></div>}
      {takesPart && accepted.length > 0 && <ProposeSection programmeId={programme.id} mentors={accepted} choosesMentor={side === 'laureate'} propose={propose} />}
      <SessionList sessions={sessions} now={now} takesPart={takesPart} deeds={{ choose, proposeOthers, cancel, note, keepNote }} />
    </Page>
  )
}
