import { AccountNav } from '#components/person/account-nav.tsx'
import { ProgrammeParts } from '#components/programme/programme-parts.tsx'
import { roomOf } from '#components/programme/room-of.ts'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { open, type Props, titled } from './programme.ts'

export const generateMetadata = titled()

export default async function ProgrammePage({ params }: Props) {
  const [caller, shown] = await Promise.all([signedInCaller(), params.then(({ id }) => open(id))])
  return (
    <Page>
      <AccountNav here={roomOf(shown.side)} {...caller.rooms} signOut={signOut} />
      <ProgrammeParts shown={shown} />
    </Page>
  )
}
