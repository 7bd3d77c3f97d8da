import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { stillOf } from '#components/ui/still.ts'
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
      <Foot />
    </>
  )
}

/** The bottom of a page depends on nothing but the language: its markup is made once. */
const feet = new Map<string, ReactNode>()

function Foot() {
  const locale = useLocale()
  const kept = feet.get(locale)
  if (kept) return kept
  const made = stillOf(<SiteFooter />)
  if (process.env.NODE_ENV === 'production') feet.set(locale, made)
  return made
}
