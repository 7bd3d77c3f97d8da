import { useLocale, useTranslations } from 'next-intl'
import type { ShownLaureate } from '#components/board/shown-board.ts'
import { MeasurementSpark } from '#components/chart/measurement-spark.tsx'
import { addMonths } from '#lib/domain/day.ts'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'

/** A metric at a glance, and the same in words. */
export function MetricCell({ laureate: { startsOn, months }, metric: { name, unit, locked, baseline, target, points, latest } }: { laureate: ShownLaureate; metric: ShownLaureate['metrics'][number] }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  const figure = (value: number) => formatFigure(value, unit, locale)
  const measured = latest === null ? t('notMeasured') : latest.interval === null ? t('last', { value: figure(latest.value) }) : t('between', { value: figure(latest.value), low: formatNumber(latest.interval.low, locale, 1), high: formatNumber(latest.interval.high, locale, 1) })
  const words = [locked ? null : t('unlocked'), baseline === null ? null : t('baseline', { value: figure(baseline) }), target === null ? null : t('target', { value: figure(target) }), measured]
  return (
    <div className="keep">
      <p className="font-semibold">{name}</p>
      <MeasurementSpark points={points} baseline={baseline} target={target} from={startsOn} to={addMonths(startsOn, months)} />
      <p className="text-small text-soft">{words.filter((each) => each !== null).join(' ; ')}</p>
    </div>
  )
}
