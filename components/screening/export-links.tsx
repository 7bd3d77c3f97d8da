import { useTranslations } from 'next-intl'
import { screeningQuery, type ScreeningView } from '#lib/domain/screening-view.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** The view as files: same rows, same columns, same order. */
export function ExportLinks({ slug, view, locale }: { slug: string; view: ScreeningView; locale: Locale }) {
  const t = useTranslations('screening.export')
  const query = screeningQuery({ ...view, from: null })
  const address = (format: 'csv' | 'xlsx') => `/api/v1/calls/${slug}/applications.${format}${query}${query === '' ? '?' : '&'}language=${locale}`
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} href={address(format)} download aria-label={t(`${format}Named`)} className="inline-flex min-h-11 items-center">{t(format)}</a>
      ))}
    </p>
  )
}
