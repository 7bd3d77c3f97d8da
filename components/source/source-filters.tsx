import { useLocale, useTranslations } from 'next-intl'
import { sourceKinds } from '#lib/domain/source.ts'
import type { SourceFilter } from '#lib/domain/source-filter.ts'
import { localisedHref } from '#lib/i18n/address.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { InputField, SelectField } from '#components/ui/field.tsx'

/** The filters of the list of sources, as a plain GET form. */
export function SourceFilters({ filter }: { filter: SourceFilter }) {
  const t = useTranslations('source.filter')
  const kinds = useTranslations('source.kinds')
  const locale = useLocale()
  const filtered = filter.kind !== null || filter.q !== ''
  return (
    <form action={localisedHref('/sources', locale)} method="get" role="search" aria-label={t('title')} className="grid items-end gap-4 border-y border-rule py-6 sm:grid-cols-[1fr_12rem_auto]">
      <InputField id="q" name="q" type="search" label={t('q')} defaultValue={filter.q} maxLength={100} autoComplete="off" />
      <SelectField
        id="kind"
        name="kind"
        label={t('kind')}
        defaultValue={filter.kind ?? ''}
        options={[{ value: '', label: t('any') }, ...sourceKinds.map((kind) => ({ value: kind, label: kinds(kind) }))]}
      />
      <div className="flex gap-3">
        <Button type="submit" tone="primary">
          {t('submit')}
        </Button>
        {filtered && (
          <ButtonLink href="/sources" tone="quiet">
            {t('clear')}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}
