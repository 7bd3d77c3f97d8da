import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SiteFrame } from '#components/site/frame.tsx'

export const metadata: Metadata = { robots: { index: false } }

export default function MentorLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>
}
