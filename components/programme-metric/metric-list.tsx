import { useLocale, useTranslations } from 'next-intl'
import { MeasurementSpark } from '#components/chart/measurement-spark.tsx'
import { MeasuredFigure } from '#components/measurement/measured-figure.tsx'
import { MetricState } from '#components/programme-metric/metric-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { addMonths } from '#lib/domain/day.ts'
import { lastVerified, measuredSeries, movementOf } from '#lib/domain/measured-series.ts'
import type { MetricDefinition } from '#lib/domain/metric-definition.ts'
import { formatFigure } from '#lib/i18n/format.ts'

type Measured = Parameters<typeof measuredSeries>[1][number]
export type ListedMetric = MetricDefinition & { id: string; claimPosition: number | null; locked: boolean; agreed: { laureate: boolean; manager: boolean }; gaps: number; amendments: number; measurements: readonly Measured[] }
type Props = { programme: { id: string; startsOn: string; months: number }; metrics: readonly ListedMetric[]; rank?: 2 | 3 }

/** The metrics of a programme: what each promises, where it stands, and what it waits for. */
export function MetricList({ programme, metrics, rank = 2 }: Props) {
  return (
    <ul className="border-t border-rule">
      {metrics.map((metric) => <MetricItem key={metric.id} programme={programme} metric={metric} rank={rank} />)}
    </ul>
  )
}

function MetricItem({ programme: { id, startsOn, months }, metric, rank }: { programme: Props['programme']; metric: ListedMetric; rank: 2 | 3 }) {
  const t = useTranslations('programme-metric')
  const standing = useTranslations('measurement.standing')
  const locale = useLocale()
  const points = measuredSeries(metric, metric.measurements)
  const last = lastVerified(points)
  const movement = last && movementOf(metric, last)
  const figure = (value: number | null, missing: string) => (value === null ? missing : formatFigure(value, metric.unit, locale))
  return (
    <li className="keep grid gap-x-8 gap-y-3 border-b border-rule py-5 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Heading as={rank} size={3} className="[overflow-wrap:anywhere]"><Link href={`/programmes/${id}/metrics/${metric.id}`} className="inline-block py-1">{metric.name}</Link></Heading>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-soft">
          <MetricState {...metric} />
          <span>{t(`claim.${metric.claimPosition === null ? 'none' : metric.claimPosition === 1 ? '1' : 'other'}`)}</span>
          {metric.amendments > 0 && <span>{t('amendments', { count: metric.amendments })}</span>}
          {!metric.locked && metric.gaps > 0 && <span>{t('gaps', { count: metric.gaps })}</span>}
        </p>
        <p className="mt-2 tabular-nums">{t('from', { baseline: figure(metric.baseline, t('noBaseline')), target: figure(metric.target, t('noTarget')) })}</p>
        <p className="max-w-measure">
          {last === null ? <span className="text-soft">{standing('none')}</span> : <><strong className="font-semibold"><MeasuredFigure metric={metric} point={last} /></strong>{movement && <span className="text-soft"> {standing(movement)}</span>}</>}
        </p>
      </div>
      <div className="self-center"><MeasurementSpark points={points} baseline={metric.baseline} target={metric.target} from={startsOn} to={addMonths(startsOn, months)} width={180} /></div>
    </li>
  )
}
