import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Place } from '#lib/domain/screening-cursor.ts'
import { screeningQuery, type ScreeningView } from '#lib/domain/screening-view.ts'
import { formatNumber } from '#lib/i18n/format.ts'

type Props = { path: string; view: ScreeningView; shown: number; total: number; next: Place | null; previous: Place | null }

/** How much of the view is shown, and the pages before and after. */
export function TablePager({ path, view, shown, total, next, previous }: Props) {
  const t = useTranslations('screening')
  const locale = useLocale()
  const to = (from: ScreeningView['from']) => `${path}${screeningQuery({ ...view, from })}`
  return (
    <nav aria-label={t('pager.label')} className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <p className="me-auto text-small text-soft">{t('shown', { shown, total: formatNumber(total, locale) })}</p>
      {view.from !== null && <ButtonLink href={to(null)} tone="quiet">{t('pager.first')}</ButtonLink>}
      {previous && <ButtonLink href={to({ side: 'before', place: previous })} rel="prev">{t('pager.previous')}</ButtonLink>}
      {next && <ButtonLink href={to({ side: 'after', place: next })} rel="next">{t('pager.next')}</ButtonLink>}
    </nav>
  )
}
