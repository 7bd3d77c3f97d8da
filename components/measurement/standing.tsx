import { useTranslations } from 'next-intl'
import { MeasuredFigure } from '#components/measurement/measured-figure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { lastVerified, type MeasuredPoint, movementOf, reachesTarget } from '#lib/domain/measured-series.ts'
import { type MeasuredMetric, smallN } from '#lib/domain/measurement.ts'
import type { Comparator } from '#lib/domain/programme-metric.ts'

type Props = { metric: MeasuredMetric & { comparator: Comparator; comparatorNote: string | null }; points: readonly MeasuredPoint[] }

/** Where a metric stands, in words: the last verified value, how it has moved, how few it rests on, and what it cannot show. Good, bad or null: the same size. */
export function Standing({ metric, points }: Props) {
  const t = useTranslations('measurement')
  const last = lastVerified(points)
  if (last === null) return <p className="text-soft">{t('standing.none')}</p>
  const movement = movementOf(metric, last)
  const reached = reachesTarget(metric, last)
  const small = smallN(last.n)
  return (
    <section aria-labelledby="standing" className="max-w-measure space-y-2">
      <Heading as={2} size={3} id="standing">{t('standing.title')}</Heading>
      <p className="font-serif text-h3 font-medium"><MeasuredFigure metric={metric} point={last} /></p>
      <p>{movement === null ? t('standing.noBaseline') : t(`standing.${movement}`)}{reached !== null && ` ${t(reached ? 'standing.reached' : 'standing.notReached')}`}</p>
      {small && <p className="text-soft">{t(`smallN.${small}`)}</p>}
      <p className="text-soft">{t(`comparators.${metric.comparator}`)}{metric.comparatorNote && ` ${metric.comparatorNote}`}</p>
    </section>
  )
}
