import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { type Eligibility, eligibilities } from '#lib/domain/application.ts'
import { screeningQuery, type ScreeningView } from '#lib/domain/screening-view.ts'
import { formatNumber } from '#lib/i18n/format.ts'

/** How many applications of the view stand where; each number leads to its list. */
export function EligibilityTabs({ path, view, counts }: { path: string; view: ScreeningView; counts: Record<Eligibility, number> }) {
  const t = useTranslations('screening.tabs')
  const locale = useLocale()
  const all = eligibilities.map((each) => counts[each]).reduce((sum, count) => sum + count, 0)
  const tabs: { key: 'all' | Eligibility; count: number; eligibility: Eligibility[] }[] = [{ key: 'all', count: all, eligibility: [] }, ...eligibilities.map((each) => ({ key: each, count: counts[each], eligibility: [each] }))]
  return (
    <nav aria-label={t('label')} className="no-print">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {tabs.map(({ key, count, eligibility }) => {
          const isHere = view.eligibility.join() === eligibility.join()
          return (
            <li key={key}>
              <Link
                href={`${path}${screeningQuery({ ...view, from: null, eligibility })}`}
                aria-current={isHere ? 'true' : undefined}
                className={`inline-flex min-h-11 items-center gap-2 border-b-2 no-underline hover:border-line ${isHere ? 'border-ink font-semibold' : 'border-transparent text-soft'}`}
              >
                {t(key)} <span className="tabular-nums">{formatNumber(count, locale)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
