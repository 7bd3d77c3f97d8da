import { useLocale, useTranslations } from 'next-intl'
import type { ShownMeasurement, ShownMetric } from '#components/programme/shown-programme.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import { Day } from '#components/ui/time.tsx'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'

type Props = { programmeId: string; metrics: readonly ShownMetric[] }

/** A laureate's metrics: where they began, where they are to go, and the last value. */
export function MetricTable({ programmeId, metrics }: Props) {
  const t = useTranslations('programme.page')
  const of = useTranslations('check-in.beside')
  const locale = useLocale()
  if (metrics.length === 0) return <EmptyState title={t('noMetric')}><p>{t('noMetricText')}</p></EmptyState>
  const figure = (value: number | null, unit: string) => (value === null ? t('unknown') : formatFigure(value, unit, locale))
  const last = ({ value, numerator, denominator }: ShownMeasurement, unit: string) =>
    value === null ? of('of', { numerator: formatNumber(numerator ?? 0, locale), denominator: formatNumber(denominator ?? 0, locale) }) : figure(value, unit)
  return (
    <Table id="metric-table" caption={t('metrics')} captionHidden>
      <thead><tr><th scope="col">{t('metric')}</th><th scope="col">{t('baseline')}</th><th scope="col">{t('target')}</th><th scope="col">{t('last')}</th><th scope="col">{t('state')}</th></tr></thead>
      <tbody>
        {metrics.map(({ id, name, unit, baseline, target, lockedAt, measurements }) => {
          const measured = measurements.at(-1)
          return (
            <tr key={id}>
              <th scope="row"><Link href={`/programmes/${programmeId}/metrics/${id}`} className="inline-block py-2">{name}</Link></th>
              <td className="tabular-nums">{figure(baseline, unit)}</td>
              <td className="tabular-nums">{figure(target, unit)}</td>
              <td className="tabular-nums">{measured ? <>{last(measured, unit)} <span className="block text-small text-soft"><Day date={measured.periodEnd} />{measured.state !== 'verified' && ` · ${t('unverified')}`}</span></> : t('unknown')}</td>
              <td>{lockedAt ? t('locked') : t('proposed')}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
