import { useLocale, useTranslations } from 'next-intl'
import { evidenceGrades } from '#lib/domain/estimate.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { ruptureFields } from '#lib/domain/rupture.ts'
import { everyRupture, type RuptureFilter, ruptureFilterQuery } from '#lib/domain/rupture-filter.ts'
import { localisedHref } from '#lib/i18n/address.ts'
import { Button } from '#components/ui/button.tsx'
import { CheckField, ChoiceGroup, InputField } from '#components/ui/field.tsx'
import { Link } from '#components/ui/link.tsx'

/** The filters of the list, sent as the page's own address. On a narrow screen they open from one line. */
export function RuptureFilters({ filter, stages }: { filter: RuptureFilter; stages: readonly { slug: string; title: Localized }[] }) {
  const t = useTranslations('rupture')
  const locale = useLocale()
  const active = filter.stage.length + filter.field.length + filter.evidence.length + (filter.quantified === null ? 0 : 1)
  return (
    <form action={localisedHref('/ruptures', locale)} method="get" role="search" aria-label={t('filter.title')} className="no-print lg:sticky lg:top-6">
      <InputField id="q" name="q" type="search" label={t('filter.q')} defaultValue={filter.q} maxLength={100} autoComplete="off" />
      <details className="unfold mt-4">
        <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-edge underline-offset-4">{t('filter.more', { count: active })}</summary>
        <div className="grid gap-x-6 gap-y-5 pb-2 pt-2 sm:grid-cols-2 lg:grid-cols-1 lg:pt-0">
          <ChoiceGroup label={t('filter.stage')}>
            {stages.map(({ slug, title }) => (
              <CheckField key={slug} id={`stage-${slug}`} name="stage" value={slug} label={inLocale(title, locale)} defaultChecked={filter.stage.some((it) => it === slug)} />
            ))}
          </ChoiceGroup>
          <ChoiceGroup label={t('filter.field')}>
            {ruptureFields.map((field) => (
              <CheckField key={field} id={`field-${field}`} name="field" value={field} label={t(`fields.${field}`)} defaultChecked={filter.field.includes(field)} />
            ))}
          </ChoiceGroup>
          <ChoiceGroup label={t('filter.quantified')}>
            <CheckField id="quantified-any" type="radio" name="quantified" value="" label={t('filter.any')} defaultChecked={filter.quantified === null} />
            <CheckField id="quantified-yes" type="radio" name="quantified" value="yes" label={t('filter.yes')} defaultChecked={filter.quantified === 'yes'} />
            <CheckField id="quantified-no" type="radio" name="quantified" value="no" label={t('filter.no')} defaultChecked={filter.quantified === 'no'} />
          </ChoiceGroup>
          <ChoiceGroup label={t('filter.evidence')}>
            {evidenceGrades.map((grade) => (
              <CheckField key={grade} id={`evidence-${grade}`} name="evidence" value={grade} label={t(`evidence.${grade}.word`)} defaultChecked={filter.evidence.includes(grade)} />
            ))}
          </ChoiceGroup>
        </div>
      </details>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary">
          {t('filter.apply')}
        </Button>
        {ruptureFilterQuery(filter) !== '' && (
          <Link href={`/ruptures${ruptureFilterQuery(everyRupture)}`} className="inline-flex min-h-11 items-center">
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </form>
  )
}
