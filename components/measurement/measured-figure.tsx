import { useLocale, useTranslations } from 'next-intl'
import type { MeasuredPoint } from '#lib/domain/measured-series.ts'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'

type Props = { metric: { unit: string }; point: Pick<MeasuredPoint, 'value' | 'bounds' | 'n'> }

/** A value with its unit, its interval where one is known, and how many it rests on: "48 jours (de 44 à 52), effectif 40". */
export function MeasuredFigure({ metric: { unit }, point: { value, bounds, n } }: Props) {
  const t = useTranslations('measurement')
  const locale = useLocale()
  const said = formatFigure(round(value), unit, locale)
  const whole = bounds === null ? said : t('range', { value: said, low: formatNumber(bounds.low, locale, 1), high: formatNumber(bounds.high, locale, 1) })
  return <span className="tabular-nums">{whole}{n === null ? '' : `, ${t('n', { n: formatNumber(n, locale) })}`}</span>
}

/** No more decimals than a value computed from counts deserves. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}
