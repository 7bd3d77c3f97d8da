import { useLocale, useTranslations } from 'next-intl'
import type { RoundCriterion } from '#components/round/criteria-fields.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

/** The grid as scorers get it, anchors beside the marks; a criterion that is not put to all says to whom it is. */
export function GridPreview({ guidance, criteria }: { guidance: Localized | null; criteria: readonly RoundCriterion[] }) {
  const t = useTranslations('round.preview')
  const of = useTranslations('round.criteria')
  const locale = useLocale()
  return (
    <div className="max-w-measure">
      {guidance && <p className="mb-4 whitespace-pre-line">{inLocale(guidance, locale)}</p>}
      <ol className="border-t border-rule">
        {criteria.map((criterion) => (
          <li key={criterion.id} className="keep border-b border-rule py-4">
            <p className="font-semibold">{of('criterion', { name: inLocale(criterion.name, locale), weight: criterion.weight })} {criterion.putTo !== 'everyone' && <Tag tone="line">{of(`audiences.${criterion.putTo}`)}</Tag>}</p>
            {criterion.guidance && <p className="whitespace-pre-line text-small text-soft">{inLocale(criterion.guidance, locale)}</p>}
            <ol className="mt-2 space-y-1">
              {criterion.anchors.map((anchor, index) => (
                <li key={index} className="grid grid-cols-[2rem_1fr] items-baseline gap-x-3">
                  <span aria-hidden="true" className="rounded-sm border border-edge text-center tabular-nums">{index + 1}</span>
                  <span><span className="sr-only">{of('anchor', { mark: index + 1 })}</span> {inLocale(anchor, locale)}</span>
                </li>
              ))}
              {criterion.mayBeNotApplicable && <li className="text-soft">{t('notApplicable')}</li>}
            </ol>
          </li>
        ))}
      </ol>
    </div>
  )
}
