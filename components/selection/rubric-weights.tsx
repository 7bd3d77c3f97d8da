import { useLocale, useTranslations } from 'next-intl'
import type { Criterion } from '#lib/domain/criterion.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** The weights as bars of one scale, each with its name and number beside it. */
export function RubricWeights({ rubric: { criteria } }: { rubric: { criteria: readonly Pick<Criterion, 'slug' | 'name' | 'weight'>[] } }) {
  const t = useTranslations('selection.rubric')
  const locale = useLocale()
  const largest = Math.max(...criteria.map(({ weight }) => weight))
  return (
    <figure className="keep mt-8 max-w-[52rem]" aria-label={t('weights')}>
      <ul className="space-y-1.5">
        {criteria.map(({ slug, name, weight }) => (
          <li key={slug} className="grid grid-cols-[1fr_2.5rem] items-center gap-x-4 sm:grid-cols-[16rem_1fr_2.5rem]">
            <span className="text-small leading-snug">{inLocale(name, locale)}</span>
            <svg aria-hidden="true" width="100%" height="12" className="order-3 col-span-2 block sm:order-none sm:col-span-1">
              <rect y="1" height="10" rx="2" width={`${((weight / largest) * 100).toFixed(1)}%`} className="fill-line" />
            </svg>
            <span className="text-end font-semibold tabular-nums">{formatNumber(weight, locale)}</span>
          </li>
        ))}
      </ul>
      <figcaption className="mt-3 text-small text-soft">{t('weightsCaption')}</figcaption>
    </figure>
  )
}
