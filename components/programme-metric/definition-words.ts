import type { useTranslations } from 'next-intl'
import type { DefinitionField, MetricDefinition } from '#lib/domain/metric-definition.ts'
import { formatDay, formatFigure, formatList, formatNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

type Words = ReturnType<typeof useTranslations<'programme-metric'>>

/** A field of a definition as people read it; null when nothing stands there. What an amendment kept is data of an older form: said as it is. */
export function definitionWords(field: DefinitionField, value: unknown, unit: string, locale: Locale, t: Words): string | null {
  if (value === null || value === undefined || value === '') return null
  switch (field) {
    case 'measure': return t.has(`measures.${value as MetricDefinition['measure']}`) ? t(`measures.${value as MetricDefinition['measure']}`) : String(value)
    case 'direction': return t.has(`directions.${value as MetricDefinition['direction']}`) ? t(`directions.${value as MetricDefinition['direction']}`) : String(value)
    case 'comparator': return t.has(`comparators.${value as MetricDefinition['comparator']}`) ? t(`comparators.${value as MetricDefinition['comparator']}`) : String(value)
    case 'schedule': return Array.isArray(value) ? formatList(value.map((month) => t('month', { month: String(month) })), locale) || null : String(value)
    case 'baselineOn':
    case 'targetOn': return formatDay(String(value), locale)
    case 'baseline':
    case 'target':
    case 'lowest':
    case 'highest': return formatFigure(Number(value), unit, locale)
    case 'baselineN': return formatNumber(Number(value), locale)
    default: return String(value)
  }
}
