import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PrioritisationMethod } from '#lib/domain/prioritisation-method.ts'
import type { ParsedWeights } from '#lib/domain/prioritisation-weights.ts'
import { localisedHref } from '#lib/i18n/address.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import { Button } from '#components/ui/button.tsx'
import { inputClass } from '#components/ui/field.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** Six weights a visitor may move. Sent as six fields named `w`, in the order of the criteria, so that the address is the view. */
export function WeightsForm({ asked: { weights, moved, problem }, criteria }: { asked: ParsedWeights; criteria: PrioritisationMethod['criteria'] }) {
  const t = useTranslations('prioritisation.weights')
  const locale = useLocale()
  return (
    <form action={localisedHref('/prioritisation', locale)} method="get" className="no-print lg:sticky lg:top-6">
      <fieldset>
        <legend className="font-serif text-h3 font-medium">{t('title')}</legend>
        <p className="mt-1 text-small text-soft">{moved ? t('moved') : t('proposed')}</p>
        {problem && (
          <div className="mt-3">
            <Notice tone="uncertain" role="status" title={t(`problem.${problem}`)} />
          </div>
        )}
        <ul className="mt-3 border-t border-rule">
          {criteria.map(({ slug, name, weight }) => (
            <li key={slug} className="grid grid-cols-[1fr_5.5rem] items-center gap-x-4 border-b border-rule py-2">
              <label htmlFor={`w-${slug}`}>
                {inLocale(name, locale)}
                <span className="block text-small text-soft">{t('proposal', { weight: formatNumber(weight, locale) })}</span>
              </label>
              <input
                id={`w-${slug}`}
                name="w"
                type="number"
                min="0"
                max="100"
                step="any"
                required
                inputMode="decimal"
                defaultValue={Math.round(weights[slug] * 10) / 10}
                className={`${inputClass} text-end tabular-nums`}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <p className="mt-2 text-small text-soft">{t('hint')}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary">
          {t('apply')}
        </Button>
        {moved && (
          <Link href="/prioritisation" className="inline-flex min-h-11 items-center">
            {t('reset')}
          </Link>
        )}
      </div>
    </form>
  )
}
