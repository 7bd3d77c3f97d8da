import { useTranslations } from 'next-intl'
import { AreaField, TextField } from '#components/form/fields.tsx'
import type { Localized } from '#lib/domain/localized.ts'

type Props = {
  name: string
  label: string
  hint?: string | undefined
  value?: Localized | null | undefined
  /** Several lines, this many shown. */
  rows?: number
  optional?: boolean
  /** Characters allowed, said under the field unless the fields before it said so. */
  limit: number
  limitSaid?: boolean
}

/** A text in both languages, side by side where there is room. English may always wait. */
export function WordsField({ name, label, hint, value, rows, optional = false, limit, limitSaid = true }: Props) {
  const t = useTranslations('form.languages')
  const said = [hint, limitSaid && t('limit', { limit })].filter(Boolean).join(' ')
  const shared = (locale: 'fr' | 'en') => ({ name: `${name}.${locale}`, label: t('of', { label, language: t(locale) }), lang: locale, defaultValue: value?.[locale], optional: optional || locale === 'en' })
  return (
    <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
      {(['fr', 'en'] as const).map((locale) =>
        rows === undefined ? (
          <TextField key={locale} {...shared(locale)} hint={locale === 'fr' && said} />
        ) : (
          <AreaField key={locale} {...shared(locale)} rows={rows} hint={locale === 'fr' && said} />
        ),
      )}
    </div>
  )
}
