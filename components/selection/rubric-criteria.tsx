import { useLocale, useTranslations } from 'next-intl'
import type { Rubric } from '#lib/domain/criterion.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { AnchorList } from '#components/selection/anchor-list.tsx'
import { RubricWeights } from '#components/selection/rubric-weights.tsx'
import { SourceMark, type Sources } from '#components/source/source-mark.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** The grid: weights drawn together, then each criterion with the sentence behind every mark. */
export function RubricCriteria({ rubric, sources }: { rubric: Rubric; sources: Sources }) {
  const t = useTranslations('selection')
  const locale = useLocale()
  return (
    <>
      <Notice tone="uncertain" title={t('rubric.proposal')}>
        <p>{inLocale(rubric.note, locale)}</p>
      </Notice>
      <p className="mt-5 max-w-measure">{t('rubric.scale', rubric.scale)}</p>
      <RubricWeights rubric={rubric} />
      <ol className="mt-8 border-t border-rule">
        {rubric.criteria.map(({ slug, name, weight, anchors, note, inspiredBySourceId }) => (
          <li key={slug} id={slug} className="keep border-b border-rule py-6">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <Heading as={3}>{inLocale(name, locale)}</Heading>
              <p className="tabular-nums text-soft">{t('rubric.weight', { weight })}</p>
            </div>
            {(note || inspiredBySourceId) && (
              <p className="mt-1 max-w-measure text-small text-soft">
                {note && inLocale(note, locale)}{' '}
                {inspiredBySourceId && (
                  <>
                    {t('rubric.inspired')} <SourceMark id={inspiredBySourceId} sources={sources} />.
                  </>
                )}
              </p>
            )}
            <AnchorList name={name} anchors={anchors} low={rubric.scale.low} />
          </li>
        ))}
      </ol>
      <h3 className="mt-8 font-semibold">{t('rubric.aggregation')}</h3>
      <p className="mt-1 max-w-measure">{inLocale(rubric.aggregation, locale)}</p>
    </>
  )
}
