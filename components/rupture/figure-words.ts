import type { useTranslations } from 'next-intl'
import { type Estimate, interval } from '#lib/domain/estimate.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatFigure, formatNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

export type FigureOf = Pick<Estimate, 'low' | 'central' | 'high' | 'unit' | 'approximate'>
export type FigureWords = { main: string; range: string | null; found: boolean }

/** The words of a figure, range and unit included: "16,7 % (15,7 à 17,7)", "au moins 18 mois", "non quantifié". */
export function figureWords(estimate: FigureOf, locale: Locale, t: ReturnType<typeof useTranslations<'rupture.figure'>>): FigureWords {
  const unit = estimate.unit === null ? null : inLocale(estimate.unit, locale)
  const shape = interval(estimate)
  const about = (value: string) => (estimate.approximate ? t('about', { value }) : value)
  switch (shape.shape) {
    case 'not-quantified':
      return { main: t('notQuantified'), range: null, found: false }
    case 'point':
      return { main: about(formatFigure(shape.value, unit, locale)), range: null, found: true }
    case 'at-least':
      return { main: t('atLeast', { value: formatFigure(shape.low, unit, locale) }), range: null, found: true }
    case 'at-most':
      return { main: t('atMost', { value: formatFigure(shape.high, unit, locale) }), range: null, found: true }
    case 'range': {
      const range = t('range', { low: formatNumber(shape.low, locale), high: formatFigure(shape.high, unit, locale) })
      if (shape.central === null) return { main: about(range), range: null, found: true }
      const short = t('range', { low: formatNumber(shape.low, locale), high: formatNumber(shape.high, locale) })
      return { main: about(formatFigure(shape.central, unit, locale)), range: short, found: true }
    }
  }
}
