import { useLocale, useTranslations } from 'next-intl'
import { definitionWords } from '#components/programme-metric/definition-words.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { definitionFields, type DefinitionField, type MetricDefinition } from '#lib/domain/metric-definition.ts'

const told = definitionFields.filter((field) => field !== 'name' && field !== 'nationalEstimateId')
/** Left out where nothing is said; what must be settled is said to be missing. */
const quiet = new Set<DefinitionField>(['ucum', 'period', 'comparatorNote', 'lowest', 'highest', 'numerator', 'denominator', 'baselineN'])

/** A definition to read; what is still to be settled is said so. */
export function DefinitionFacts({ definition, gaps }: { definition: MetricDefinition; gaps: readonly DefinitionField[] }) {
  const t = useTranslations('programme-metric')
  const locale = useLocale()
  const items = told.flatMap((field) => {
    const words = definitionWords(field, definition[field], definition.unit, locale, t)
    if (words === null && quiet.has(field) && !gaps.includes(field)) return []
    return [{ name: t(`fields.${field}`), value: words ?? <em className="font-note text-soft">{t('definition.missing')}</em> }]
  })
  return <DefinitionList items={items} />
}
