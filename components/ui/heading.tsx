import type { ReactNode } from 'react'

type Level = 1 | 2 | 3 | 4

const sizes: Record<Level, string> = {
  1: 'text-h1',
  2: 'text-h2',
  3: 'text-h3',
  4: 'text-base',
}

/** A title in Spectral. `as` sets its rank in the outline, `size` its looks when they differ. */
export function Heading({ as, size = as, id, className = '', children }: { as: Level; size?: Level; id?: string; className?: string; children: ReactNode }) {
  const Tag = `h${as}` as const
  return (
    <Tag id={id} className={`font-serif font-medium ${sizes[size]} ${className}`}>
      {children}
    </Tag>
  )
}

/** The top of a page: where it stands, its title, and one sentence that says what is on it. */
export function PageHead({ above, title, lead, children }: { above?: ReactNode; title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="pb-8 pt-8 md:pb-10 md:pt-12">
      {above}
      <Heading as={1} className="max-w-[34ch]">
        {title}
      </Heading>
      {lead && <p className="mt-4 max-w-measure text-lead text-soft">{lead}</p>}
      {children}
    </header>
  )
}

/** A part of a page under its own title; the title is a target for links. */
export function Section({ id, title, children, className = '' }: { id: string; title: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section aria-labelledby={id} className={`mt-12 md:mt-16 ${className}`}>
      <Heading as={2} id={id} className="mb-5">
        {title}
      </Heading>
      {children}
    </section>
  )
}
