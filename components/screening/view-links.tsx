import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { SavedView } from '#lib/domain/screening.ts'
import { screeningQuery, type ScreeningView } from '#lib/domain/screening-view.ts'

/** The saved views, to go to; the one shown is marked. */
export function ViewLinks({ path, view, savedViews }: { path: string; view: ScreeningView; savedViews: readonly SavedView[] }) {
  const t = useTranslations('screening.views')
  if (savedViews.length === 0) return null
  const here = screeningQuery({ ...view, from: null })
  return (
    <nav aria-label={t('title')} className="no-print">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        {savedViews.map(({ id, name, search, shared, isOwn }) => (
          <li key={id}>
            <Link href={`${path}${search}`} aria-current={search === here ? 'true' : undefined} className={`inline-flex min-h-9 items-center pointer-coarse:min-h-11 ${search === here ? 'font-semibold' : ''}`}>
              {name}
              {shared && !isOwn && <span className="ps-1 text-soft">({t('shared')})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
