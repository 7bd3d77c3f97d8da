import { useLocale, useTranslations } from 'next-intl'
import { RankingPager, SortLinks } from '#components/ranking/ranking-links.tsx'
import { RankingRow } from '#components/ranking/ranking-row.tsx'
import type { RankedRound } from '#components/ranking/ranked-round.ts'
import { Button } from '#components/ui/button.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Table } from '#components/ui/table.tsx'
import { rankingPage, type RankingView, sortedRows } from '#lib/domain/ranked-row.ts'

const columns = ['choose', 'rank', 'solution', 'score', 'evaluations', 'interval', 'probability', 'notes'] as const

/** The ranking, a hundred rows at a time, in the order asked for; ticked rows may be looked at as a set. */
export function RankingTable({ ranked, view }: { ranked: RankedRound; view: RankingView }) {
  const t = useTranslations('ranking')
  const locale = useLocale()
  const path = `/manage/rounds/${ranked.head.id}/ranking`
  const rows = sortedRows(ranked.rows, view.sort)
  const from = Math.min(view.page - 1, Math.max(0, Math.ceil(rows.length / rankingPage) - 1)) * rankingPage
  const shown = rows.slice(from, from + rankingPage)
  const chosen = new Set(view.chosen)
  const here = new Set(shown.map(({ id }) => id))
  const named = new Map(ranked.applications.map((application) => [application.id, application]))
  const ranks = ranked.rows.flatMap(({ rank, interval }) => (rank !== null && interval?.atCut ? [rank] : []))
  const frame = { of: ranked.rows.filter(({ rank }) => rank !== null).length, cut: ranked.input.rules.places, band: ranks.length === 0 ? null : { from: Math.min(...ranks), to: Math.max(...ranks) } }
  return (
    <section aria-labelledby="table" className="space-y-2">
      <Heading as={2} size={3} id="table">{t('table.title')}</Heading>
      <SortLinks path={path} view={view} />
      <form method="get" action={`/${locale}${path}#coverage`}>
        {view.sort !== 'rank' && <input type="hidden" name="sort" value={view.sort} />}
        {view.page > 1 && <input type="hidden" name="page" value={view.page} />}
        {view.criteria && <input type="hidden" name="criteria" value="yes" />}
        {view.chosen.filter((id) => !here.has(id)).map((id) => <input key={id} type="hidden" name="chosen" value={id} />)}
        <Table id="ranking-table" caption={t('table.caption')} captionHidden>
          <thead>
            <tr>{columns.map((column) => <th key={column} scope="col">{column === 'choose' ? <span className="sr-only">{t('columns.choose')}</span> : t(`columns.${column}`)}</th>)}</tr>
          </thead>
          <tbody>
            {shown.map((row) => <RankingRow key={row.id} row={row} application={named.get(row.id)} ranked={ranked} frame={frame} criteria={view.criteria} isChosen={chosen.has(row.id)} />)}
          </tbody>
        </Table>
        <div className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <Button type="submit" tone="secondary">{t('coverage.do')}</Button>
          <RankingPager path={path} view={view} from={from} shown={shown.length} of={rows.length} />
        </div>
      </form>
    </section>
  )
}
