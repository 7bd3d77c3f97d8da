import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { AccountNav } from '#components/person/account-nav.tsx'
import { SiteFrame } from '#components/site/frame.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { showAccount } from '#lib/server/person/show-account.ts'
import { signOut } from '../../(account)/account/actions.ts'

export const metadata: Metadata = { robots: { index: false } }

/** The managers' room: to anybody else it does not exist. */
export default async function ManageLayout({ children }: { children: ReactNode }) {
  const { person, manages, scores } = await showAccount(await signedInCaller(), {})
  if (!manages) notFound()
  return (
    <SiteFrame>
      <div className="mx-auto w-full max-w-page px-4 sm:px-6 lg:px-8">
        <AccountNav here="manage" administrator={person.administrator} manages scores={scores} signOut={signOut} />
      </div>
      {children}
    </SiteFrame>
  )
}
