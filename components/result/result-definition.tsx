import { useLocale, useTranslations } from 'next-intl'
import { definitionWords } from '#components/programme-metric/definition-words.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import type { PublishedResult } from '#lib/domain/result.ts'

const told = ['measure', 'unit', 'ucum', 'direction', 'numerator', 'denominator', 'population', 'period', 'method', 'dataSource', 'comparator'] as const

/** What a result means: each part of its definition that is known. */
export function ResultDefinition({ result }: { result: PublishedResult }) {
  const t = useTranslations('programme-metric')
  const locale = useLocale()
  const items = told.flatMap((field) => {
    const words = definitionWords(field, result[field], result.unit, locale, t)
    return words === null ? [] : [{ name: t(`fields.${field}`), value: words }]
  })
  return <DefinitionList items={items} />
}
