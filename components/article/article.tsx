import type { ReactNode } from 'react'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'

export type Part = { id: string; title: ReactNode; content: ReactNode }

/** A long page in parts: its contents beside it where there is room, above it elsewhere. */
export function Article({ contents, parts }: { contents: string; parts: readonly Part[] }) {
  return (
    <div className="gap-x-16 lg:grid lg:grid-cols-[1fr_15rem]">
      <nav aria-labelledby="contents" className="no-print self-start border-t border-rule pt-4 lg:sticky lg:top-8 lg:order-2 lg:mt-0">
        <h2 id="contents" className="text-small font-semibold text-soft">
          {contents}
        </h2>
        <ol className="mt-1">
          {parts.map(({ id, title }) => (
            <li key={id}>
              <Link href={`#${id}`} className="block py-1.5 leading-snug">
                {title}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <div className="min-w-0 lg:order-1 [&>section:first-child]:lg:mt-0">
        {parts.map(({ id, title, content }) => (
          <Section key={id} id={id} title={title}>
            {content}
          </Section>
        ))}
      </div>
    </div>
  )
}
