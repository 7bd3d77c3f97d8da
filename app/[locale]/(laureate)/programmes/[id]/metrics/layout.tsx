import type { ReactNode } from 'react'
import { AccountNav } from '#components/person/account-nav.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'

/** The way to the other rooms above every page of metrics, whoever reads them. */
export default async function MetricsLayout({ children }: { children: ReactNode }) {
  const { rooms } = await signedInCaller()
  const here = rooms.accompanied ? 'programmes' : rooms.manages ? 'manage' : 'mentoring'
  return (
    <>
      <div className="mx-auto w-full max-w-page px-4 sm:px-6 lg:px-8">
        <AccountNav here={here} {...rooms} signOut={signOut} />
      </div>
      {children}
    </>
  )
}
