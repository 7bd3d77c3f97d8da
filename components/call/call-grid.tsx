import { useLocale, useTranslations } from 'next-intl'
import { isProposed, type Rubric } from '#lib/domain/criterion.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { AnchorList } from '#components/selection/anchor-list.tsx'
import { RubricWeights } from '#components/selection/rubric-weights.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'

type Line = { id: string; slug: string; name: Localized; weight: number; anchors: readonly Localized[]; guidance: Localized | null }

/** The grid of a call: weights drawn together, then each criterion with the sentence behind every mark and what scorers are told. */
export function CallGrid({ criteria, proposal }: { criteria: readonly Line[]; proposal: Pick<Rubric, 'criteria'> }) {
  const t = useTranslations('call.grid')
  const locale = useLocale()
  if (criteria.length === 0) {
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneText')}</p>
      </EmptyState>
    )
  }
  const proposed = new Set(criteria.filter((criterion) => isProposed(criterion, proposal)).map(({ id }) => id))
  return (
    <>
      {proposed.size > 0 && (
        <Notice tone="uncertain">
          <p>{t('proposalText')}</p>
        </Notice>
      )}
      <RubricWeights rubric={{ criteria }} />
      <ol className="mt-8 border-t border-rule">
        {criteria.map(({ id, slug, name, weight, anchors, guidance }) => (
          <li key={id} id={slug} className="keep border-b border-rule py-6">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Heading as={2} size={3}>
                  {inLocale(name, locale)}
                </Heading>
                {proposed.has(id) && <Tag tone="uncertain">{t('proposal')}</Tag>}
              </span>
              <p className="tabular-nums text-soft">{t('weight', { weight: formatNumber(weight, locale) })}</p>
            </div>
            {guidance && (
              <p className="mt-1 max-w-measure whitespace-pre-line text-small text-soft">{inLocale(guidance, locale)}</p>
            )}
            <AnchorList name={name} anchors={anchors} low={1} />
          </li>
        ))}
      </ol>
    </>
  )
}
