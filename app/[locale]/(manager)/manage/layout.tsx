import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { AccountNav } from '#components/person/account-nav.tsx'
import { SiteFrame } from '#components/site/frame.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { signOut } from '../../(account)/account/actions.ts'

export const metadata: Metadata = { robots: { index: false } }

/** The managers' room: to anybody else it does not exist. */
export default async function ManageLayout({ children }: { children: ReactNode }) {
  const { rooms } = await signedInCaller()
  if (!rooms.manages) notFound()
  return (
    <SiteFrame>
      <div className="mx-auto w-full max-w-page px-4 sm:px-6 lg:px-8">
        <AccountNav here="manage" {...rooms} signOut={signOut} />
      </div>
      {children}
    </SiteFrame>
  )
}
