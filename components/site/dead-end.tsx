import type { ReactNode } from 'react'
import { BrokenLine } from '#components/site/broken-line.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'

/** A page that says why there is none, and where to go on. */
export function DeadEnd({ title, text, children }: { title: ReactNode; text: ReactNode; children: ReactNode }) {
  return (
    <Page className="pt-12 md:pt-20">
      <BrokenLine />
      <Heading as={1} className="mt-8">
        {title}
      </Heading>
      <p className="mt-4 max-w-measure text-lead text-soft">{text}</p>
      <div className="mt-8 flex flex-wrap gap-3">{children}</div>
    </Page>
  )
}
