import type { ReactNode } from 'react'
import { Still } from '#components/ui/still.ts'

/** The column every page stands in: as wide as the site, with the same margins. */
export function Page({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <Still><div className={`mx-auto w-full max-w-page px-4 pb-20 sm:px-6 lg:px-8 ${className}`}>{children}</div></Still>
}

/** Running text at a comfortable measure; plain paragraphs, lists and titles inside are set. */
export function Prose({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`prose ${className}`}>{children}</div>
}
