import type { ReactNode } from 'react'
import { Still } from '#components/ui/still.ts'
import { SiteFooter } from '#components/site/footer.tsx'
import { SiteHeader } from '#components/site/header.tsx'

/** A public page between its header and its footer; also around pages that do not exist. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Still><SiteFooter /></Still>
    </>
  )
}
