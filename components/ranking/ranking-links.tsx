import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { rankingPage, rankingQuery, rankingSorts, type RankingView } from '#lib/domain/ranked-row.ts'

const quiet = 'inline-flex min-h-9 items-center pointer-coarse:min-h-11'

/** The orders a ranking may be read in, and the marks per criterion on demand: addresses, answered without computing anew. */
export function SortLinks({ path, view }: { path: string; view: RankingView }) {
  const t = useTranslations('ranking')
  const to = (changed: Partial<RankingView>) => `${path}${rankingQuery({ ...view, page: 1, ...changed })}#table`
  return (
    <nav aria-label={t('table.sortedBy')} className="no-print flex flex-wrap items-center gap-x-5 text-small">
      <span className="text-soft">{t('table.sortedBy')}</span>
      {rankingSorts.map((sort) => <Link key={sort} href={to({ sort })} aria-current={sort === view.sort ? 'true' : undefined} className={`${quiet} ${sort === view.sort ? 'font-bold' : ''}`}>{t(`sorts.${sort}`)}</Link>)}
      <Link href={to({ criteria: !view.criteria, page: view.page })} className={quiet}>{t(view.criteria ? 'table.hideCriteria' : 'table.showCriteria')}</Link>
    </nav>
  )
}

/** Which rows are shown, and the pages before and after. */
export function RankingPager({ path, view, from, shown, of }: { path: string; view: RankingView; from: number; shown: number; of: number }) {
  const t = useTranslations('ranking.table')
  const page = from / rankingPage + 1
  const to = (other: number) => `${path}${rankingQuery({ ...view, page: other })}#table`
  return (
    <nav aria-label={t('pager')} className="flex flex-wrap items-center gap-3">
      <p className="text-small text-soft">{t('shown', { from: from + 1, to: from + shown, of })}</p>
      {page > 1 && <ButtonLink href={to(page - 1)} rel="prev">{t('previous')}</ButtonLink>}
      {from + shown < of && <ButtonLink href={to(page + 1)} rel="next">{t('next')}</ButtonLink>}
    </nav>
  )
}
