import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DeclineSection } from '#components/mentor/decline-section.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { ProgrammeParts } from '#components/programme/programme-parts.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { open, type Props, titled } from '../../../../(laureate)/programmes/[id]/programme.ts'
import { decline } from '../../actions.ts'

export const generateMetadata = titled()

export default async function MentoredProgrammePage({ params }: Props) {
  const [caller, t, shown] = await Promise.all([signedInCaller(), getTranslations('mentoring'), params.then(({ id }) => open(id))])
  if (shown.side !== 'mentor' || shown.ownMentorId === null) notFound()
  return (
    <Page>
      <AccountNav here="mentoring" {...caller.rooms} signOut={signOut} />
      <ProgrammeParts shown={shown} />
      <div className="no-print mt-12"><DeclineSection mentorId={shown.ownMentorId} summary={t('stop')} decline={decline} /></div>
    </Page>
  )
}
