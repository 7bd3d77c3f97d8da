import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { LaureateCard } from '#components/laureate/laureate-card.tsx'
import type { Sources } from '#components/source/source-mark.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Who won, as far as is known, with what is missing from the list said first. */
export function CallLaureates({ call: { laureates, laureatesComplete, laureatesNote }, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.laureates')
  const mapping = useTranslations('laureate.mapping')
  const locale = useLocale()
  if (laureates.length === 0) return <EmptyState title={t('none')} />
  return (
    <>
      <Notice tone="uncertain" title={mapping('title')}>
        <p>{mapping('text')}</p>
        {!laureatesComplete && <p>{t('incomplete')}</p>}
        {laureatesNote && <p>{inLocale(laureatesNote, locale)}</p>}
      </Notice>
      <ul className="mt-6 border-t border-rule">
        {laureates.map((laureate) => (
          <LaureateCard key={laureate.slug} laureate={laureate} sources={sources} />
        ))}
      </ul>
    </>
  )
}
