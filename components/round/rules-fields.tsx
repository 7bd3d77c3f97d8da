import { useLocale, useTranslations } from 'next-intl'
import { ChoiceField, FaultLine, TextField } from '#components/form/fields.tsx'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { aggregates, nameRules, notApplicableRules, roundLimits, shownAfterOwn } from '#lib/domain/round.ts'
import { tieKeys, type TieKey } from '#lib/domain/tie-rule.ts'

type Rules = {
  evaluationsPerApplication: number; quorum: number; places: number
  applicantNames: (typeof nameRules)[number]; scorerNames: (typeof nameRules)[number]; shownAfterOwn: (typeof shownAfterOwn)[number]
  aggregate: (typeof aggregates)[number]; notApplicable: (typeof notApplicableRules)[number]; tieRule: readonly TieKey[]
}
type Criterion = { slug: string; name: Localized }

/** What is asked, shown, counted and how ties are broken: everything that locks when scoring opens. */
export function RulesFields({ round, criteria }: { round: Rules; criteria: readonly Criterion[] }) {
  const t = useTranslations('round.rules')
  const number = (name: 'evaluationsPerApplication' | 'quorum' | 'places') => (
    <TextField name={name} inputMode="numeric" label={t(`${name}.label`)} hint={t(`${name}.hint`, { least: roundLimits[name].least, most: roundLimits[name].most })} defaultValue={round[name]} className="max-w-32 tabular-nums" />
  )
  const options = <V extends string>(values: readonly V[], word: (value: V) => string) => values.map((value) => ({ value, label: word(value) }))
  return (
    <>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-3">{number('evaluationsPerApplication')}{number('places')}{number('quorum')}</div>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <ChoiceField name="applicantNames" label={t('applicantNames.label')} hint={t('applicantNames.hint')} defaultValue={round.applicantNames} options={options(nameRules, (value) => t(`names.${value}`))} />
        <ChoiceField name="scorerNames" label={t('scorerNames.label')} hint={t('scorerNames.hint')} defaultValue={round.scorerNames} options={options(nameRules, (value) => t(`names.${value}`))} />
        <ChoiceField name="shownAfterOwn" label={t('shownAfterOwn.label')} hint={t('shownAfterOwn.hint')} defaultValue={round.shownAfterOwn} options={options(shownAfterOwn, (value) => t(`shownAfterOwn.${value}`))} />
        <ChoiceField name="aggregate" label={t('aggregate.label')} hint={t('aggregate.hint')} defaultValue={round.aggregate} options={options(aggregates, (value) => t(`aggregate.${value}`))} />
        <ChoiceField name="notApplicable" label={t('notApplicable.label')} hint={t('notApplicable.hint')} defaultValue={round.notApplicable} options={options(notApplicableRules, (value) => t(`notApplicable.${value}`))} />
      </div>
      <TieFields tieRule={round.tieRule} criteria={criteria} />
    </>
  )
}

const places = 4

/** The keys a tie is broken by, one after the other. */
function TieFields({ tieRule, criteria }: { tieRule: readonly TieKey[]; criteria: readonly Criterion[] }) {
  const t = useTranslations('round.rules.tie')
  const locale = useLocale()
  const options = [
    { value: '', label: t('none') },
    ...tieKeys.map((key) => ({ value: key, label: t(`keys.${key}`) })),
    ...criteria.map(({ slug, name }) => ({ value: `criterion:${slug}`, label: t('criterion', { name: inLocale(name, locale) }) })),
  ]
  return (
    <fieldset>
      <legend className="font-semibold">{t('label')}</legend>
      <p className="mb-2 max-w-measure text-small text-soft">{t('hint')}</p>
      <FaultLine name="tieRule" />
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        {Array.from({ length: Math.max(places, tieRule.length) }, (_, index) => (
          <ChoiceField key={index} name={`tieRule.${index}`} label={t('rank', { rank: index + 1 })} defaultValue={tieRule[index] ?? ''} options={options} />
        ))}
      </div>
    </fieldset>
  )
}
