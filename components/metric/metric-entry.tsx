import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { Metric } from '#lib/domain/metric.ts'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { SourcedText } from '#components/source/sourced-text.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** One metric: what it counts, which way is better, how to measure it, and whether the definition is ours. */
export function MetricEntry({ metric, sources }: { metric: Metric; sources: Sources }) {
  const t = useTranslations('metric')
  const locale = useLocale()
  return (
    <li id={metric.slug} className="keep grid gap-x-10 gap-y-2 border-b border-rule py-5 target:bg-wash md:grid-cols-[18rem_1fr]">
      <div>
        <h3 className="font-semibold leading-snug">{inLocale(metric.name, locale)}</h3>
        <p className="mt-1 text-small text-soft">
          {inLocale(metric.unit, locale)}, {t(`directions.${metric.direction}`)}
        </p>
      </div>
      <div className="max-w-measure">
        <p>{inLocale(metric.method, locale)}</p>
        {metric.note && <p className="mt-1.5 text-small text-soft"><SourcedText text={metric.note} sources={sources} /></p>}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          {metric.isProposal ? <Tag tone="uncertain">{t('proposal')}</Tag> : <Tag>{t('published')}</Tag>}
          {metric.sourceId === null ? <span className="text-small text-soft">{t('noSource')}</span> : <SourceMark id={metric.sourceId} sources={sources} />}
        </p>
      </div>
    </li>
  )
}
