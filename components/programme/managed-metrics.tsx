import { useLocale, useTranslations } from 'next-intl'
import { MetricState } from '#components/programme-metric/metric-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { formatDay, formatFigure } from '#lib/i18n/format.ts'

type Measurement = { id: string; periodEnd: string; value: number | null; numerator: number | null; denominator: number | null; state: 'draft' | 'submitted' | 'verified' }
type Metric = { id: string; name: string; unit: string; baseline: number | null; target: number | null; lockedAt: Date | null; laureateAgreedAt: Date | null; managerAgreedAt: Date | null; amendments: number; measurements: readonly Measurement[] }

/** What the laureate measures: from where to where, and the last value it gave. */
export function ManagedMetrics({ programmeId, metrics }: { programmeId: string; metrics: readonly Metric[] }) {
  const t = useTranslations('programme.managed')
  const locale = useLocale()
  const figure = (value: number | null, unit: string) => (value === null ? t('unknown') : formatFigure(Math.round(value * 10) / 10, unit, locale))
  return (
    <Section id="metrics" title={t('metrics')}>
      {metrics.length === 0 ? <p className="text-soft">{t('noMetric')}</p> : (
        <Table id="metrics-table" caption={t('metricsTable')} captionHidden stacked>
          <thead><tr><th scope="col">{t('columns.metric')}</th><th scope="col">{t('columns.baseline')}</th><th scope="col">{t('columns.target')}</th><th scope="col">{t('columns.latest')}</th><th scope="col">{t('columns.state')}</th></tr></thead>
          <tbody>
            {metrics.map(({ id, name, unit, baseline, target, lockedAt, laureateAgreedAt, managerAgreedAt, amendments, measurements }) => {
              const last = measurements.findLast(({ state }) => state !== 'draft')
              const value = last && (last.value ?? (last.numerator !== null && last.denominator ? (100 * last.numerator) / last.denominator : null))
              return (
                <tr key={id}>
                  <td className="min-w-48"><Link href={`/programmes/${programmeId}/metrics/${id}`}>{name}</Link></td>
                  <td data-label={t('columns.baseline')} className="whitespace-nowrap tabular-nums">{figure(baseline, unit)}</td>
                  <td data-label={t('columns.target')} className="whitespace-nowrap tabular-nums">{figure(target, unit)}</td>
                  <td data-label={t('columns.latest')} className="tabular-nums">{last ? t('latest', { value: figure(value ?? null, unit), day: formatDay(last.periodEnd, locale), state: last.state }) : t('notMeasured')}</td>
                  <td><MetricState locked={lockedAt !== null} agreed={{ laureate: laureateAgreedAt !== null, manager: managerAgreedAt !== null }} />{amendments > 0 && <p className="text-small text-soft">{t('amendments', { count: amendments })}</p>}</td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
