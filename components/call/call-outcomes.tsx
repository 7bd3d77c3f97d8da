import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** What came of a call: published results, or plainly none, with what was looked for. */
export function CallOutcomes({ call: { outcomes }, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call.outcomes')
  const locale = useLocale()
  if (outcomes.text !== null) {
    return (
      <p className="max-w-measure">
        {inLocale(outcomes.text, locale)} <SourceMark id={outcomes.sourceId} sources={sources} />
      </p>
    )
  }
  return (
    <EmptyState title={t('none')}>
      {outcomes.note && <p>{inLocale(outcomes.note, locale)}</p>}
      <p>{t('meaning')}</p>
    </EmptyState>
  )
}
