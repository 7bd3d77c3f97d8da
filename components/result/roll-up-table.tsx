import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import type { PublishedResult } from '#lib/domain/result.ts'
import { outcomes, type RuptureRollUp } from '#lib/domain/roll-up.ts'

/** Per rupture: how many laureates, how many compared with their baseline, and what came out, in words so that a phone shows it whole; never people added up. */
export function RollUpTable({ id = 'roll-up', ruptures, titles }: { id?: string; ruptures: readonly RuptureRollUp[]; titles: ReadonlyMap<string, string> }) {
  const t = useTranslations('result')
  return (
    <Table id={id} caption={t('rollUp.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('rollUp.rupture')}</th>
          <th scope="col" className="number">{t('rollUp.bridges')}</th>
          <th scope="col" className="number max-sm:hidden">{t('rollUp.measured')}</th>
          <th scope="col">{t('rollUp.outcomes')}</th>
        </tr>
      </thead>
      <tbody>
        {ruptures.map(({ ruptureId, bridges, measured, counts }) => (
          <tr key={ruptureId}>
            <th scope="row"><Link href={`/ruptures/${ruptureId}`}>{titles.get(ruptureId) ?? ruptureId}</Link></th>
            <td className="number">{bridges.length}</td>
            <td className="number max-sm:hidden">{measured}</td>
            <td>{outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => <span key={outcome} className="block">{t('rollUp.outcome', { outcome: t(`short.${outcome}`), count: counts[outcome] })}</span>)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What the roll-up counts: one row per result, under the names public pages know. */
export function rolled(results: readonly PublishedResult[]) {
  return results.map(({ laureate, rupture, stage, metricId, measure, direction, comparator, baseline, outcome, points }, position) => {
    const last = points.at(-1)
    return {
      laureateId: laureate, ruptureId: rupture, stage, metricId, position, measure, direction, comparator, baseline, baselineInterval: null, outcome,
      latest: last === undefined || last.value === null ? null : { value: last.value, interval: last.low === null || last.high === null ? null : { low: last.low, high: last.high } },
      suppressed: outcome === 'suppressed',
    }
  })
}
