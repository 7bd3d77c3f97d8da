import { useLocale, useTranslations } from 'next-intl'
import type { Estimate } from '#lib/domain/estimate.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { EvidenceMark } from '#components/rupture/evidence-mark.tsx'
import { type NotedSource, SourceLink } from '#components/ui/source-note.tsx'

/** Where and when a figure was taken, from which source, how sure it is, and what its range means. */
export function EstimateFacts({ estimate, sources }: { estimate: Estimate; sources: readonly NotedSource[] }) {
  const t = useTranslations('rupture.estimate')
  const locale = useLocale()
  const source = sources.find(({ id }) => id === estimate.sourceId)
  const rangeSource = sources.find(({ id }) => id === estimate.rangeSourceId)
  const place = estimate.place === null ? t('placeUnknown') : inLocale(estimate.place, locale)
  return (
    <div className="space-y-1 text-small text-soft">
      <p>
        {place}, {estimate.year ?? t('yearUnknown')}
      </p>
      {estimate.evidence && (
        <p>
          <EvidenceMark grade={estimate.evidence} />
        </p>
      )}
      {source && <p>{t.rich('source', { source: () => <SourceLink source={source} /> })}</p>}
      {estimate.rangeKind && (
        <p>
          {t(`rangeKind.${estimate.rangeKind}`)}
          {rangeSource && <> ({t.rich('rangeSource', { source: () => <SourceLink source={rangeSource} /> })})</>}
        </p>
      )}
      {estimate.computed && <p>{t('computed')}</p>}
      {estimate.note && <p>{inLocale(estimate.note, locale)}</p>}
    </div>
  )
}
