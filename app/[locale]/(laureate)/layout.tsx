import type { ReactNode } from 'react'
import { SiteFrame } from '#components/site/frame.tsx'
import { privateMetadata } from '../private-metadata.ts'

export const metadata = privateMetadata

export default function LaureateLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>
}
