import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** What sources say happened after the call, as they say it. */
export function LaterFacts({ laureate: { laterFacts }, sources }: { laureate: PublicLaureate; sources: Sources }) {
  const t = useTranslations('laureate.later')
  const locale = useLocale()
  if (laterFacts.length === 0) return <EmptyState title={t('none')} />
  return (
    <ul className="max-w-measure space-y-3">
      {laterFacts.map(({ fact, sourceId }, index) => (
        <li key={index} className="border-s-2 border-rule ps-4">
          {inLocale(fact, locale)} <SourceMark id={sourceId} sources={sources} />
        </li>
      ))}
    </ul>
  )
}
