import { useLocale } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { LaureateCard } from '#components/laureate/laureate-card.tsx'
import type { Sources } from '#components/source/source-mark.tsx'
import { Link } from '#components/ui/link.tsx'
import { Section } from '#components/ui/heading.tsx'

/** Laureates by call, the latest call first. */
export function LaureateList({ laureates, sources }: { laureates: readonly PublicLaureate[]; sources: Sources }) {
  const locale = useLocale()
  const byCall = [...Map.groupBy(laureates, ({ call: { slug } }) => slug)].toReversed()
  return byCall.map(([slug, its]) => {
    const call = its[0]?.call
    return (
      call && (
        <Section
          key={slug}
          id={slug}
          title={
            <Link href={`/calls/${slug}`} className="no-underline hover:underline">
              {inLocale(call.title, locale)}
            </Link>
          }
        >
          <ul className="border-t border-rule">
            {its.map((laureate) => (
              <LaureateCard key={laureate.slug} laureate={laureate} sources={sources} />
            ))}
          </ul>
        </Section>
      )
    )
  })
}
