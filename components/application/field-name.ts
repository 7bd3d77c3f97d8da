import { useLocale, useTranslations } from 'next-intl'
import { coreFields } from '#lib/domain/application.ts'
import { answerName } from '#lib/domain/field-name.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

export type NamedQuestion = { id: string; label: Localized }

const claimParts = ['mechanism', 'population', 'indicator', 'unit', 'baseline', 'target', 'evidenceLevel'] as const

/** The name of a field for its reader: "Équipe", "Promesse principale : Valeur visée", or a question's own words. */
export function useFieldName(questions: readonly NamedQuestion[]): (field: string) => string {
  const t = useTranslations('application')
  const filing = useTranslations('filing')
  const locale = useLocale()
  return (field) => {
    const own = questions.find(({ id }) => answerName(id) === field)
    if (own) return inLocale(own.label, locale)
    const [name = '', part] = field.split('.')
    const core = coreFields.find((each) => each === name)
    if (!core) return field
    const label = t(`fields.${core}.label`)
    if (part === undefined) return label
    const known = claimParts.find((each) => each === part)
    return filing('claimPart', { claim: label, part: known ? t(`claim.${known}`) : t('claim.rupture') })
  }
}
