import { useLocale } from 'next-intl'
import { ResultCard } from '#components/result/result-card.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublishedResult } from '#lib/domain/result.ts'

/** Results by laureate, in the order of the release, which is never that of what was found. */
export function ResultList({ results, under = 3 }: { results: readonly PublishedResult[]; under?: 3 | 4 }) {
  const locale = useLocale()
  return [...Map.groupBy(results, ({ laureate }) => laureate)].map(([laureate, own]) => (
    <section key={laureate} aria-labelledby={`laureate-${laureate}`} className="mt-10">
      <Heading as={under === 3 ? 2 : 3} size={2} id={`laureate-${laureate}`}>{own[0]?.laureateName}</Heading>
      <p className="mt-1 max-w-measure text-soft">{inLocale(own[0]?.solution ?? { fr: '' }, locale)}</p>
      {own.map((result) => <ResultCard key={result.metricId} result={result} under={under} named={false} />)}
    </section>
  ))
}
