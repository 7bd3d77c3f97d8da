import { getTranslations } from 'next-intl/server'
import type { MilestoneDeeds } from '#components/milestone/milestone-actions.tsx'
import { MilestoneList } from '#components/milestone/milestone-list.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ProgrammeHead } from '#components/programme/programme-head.tsx'
import { roomOf } from '#components/programme/room-of.ts'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { accept, finish, move, sendBack, takeBack } from '../../actions.ts'
import { open, type Props, titled } from '../programme.ts'

export const generateMetadata = titled('milestones')

export default async function MilestonesPage({ params }: Props) {
  const [caller, t, shown] = await Promise.all([signedInCaller(), getTranslations('milestone'), params.then(({ id }) => open(id))])
  const { side, mayWrite, isRunning, milestones, documents, today } = shown
  const deeds: MilestoneDeeds = !isRunning ? { as: 'nobody' } : side === 'manager' ? { as: 'manager', accept, sendBack, move } : mayWrite ? { as: 'laureate', finish, takeBack } : { as: 'nobody' }
  return (
    <Page>
      <AccountNav here={roomOf(side)} {...caller.rooms} signOut={signOut} />
      <ProgrammeHead shown={shown} title={t('title')} lead={side === 'laureate' ? t('lead') : t('leadOther')} />
      <MilestoneList milestones={milestones} documents={documents} today={today} deeds={deeds} />
    </Page>
  )
}
