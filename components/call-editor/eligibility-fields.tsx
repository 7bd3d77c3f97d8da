import { useLocale, useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { ChoiceField, TickField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { applicantKinds, mostRows, settingLimits } from '#lib/domain/call-settings.ts'
import { inLocale } from '#lib/domain/localized.ts'

const blankRows = 2

/** Who may apply: in words, by kind of organisation, and as statements one answers in a minute. */
export function EligibilityFields({ settings: { call, eligibility } }: { settings: Pick<EditedCall, 'call' | 'eligibility'> }) {
  const t = useTranslations('call-editor.eligibility')
  const kinds = useTranslations('organisation.kinds')
  const locale = useLocale()
  const rows = [...eligibility, ...Array.from({ length: Math.min(blankRows, Math.max(0, mostRows.rules - eligibility.length)) }, () => null)]
  const answers = [{ value: 'yes', label: t('yesIsEligible') }, { value: 'no', label: t('noIsEligible') }]
  return (
    <>
      <WordsField name="whoMayApply" rows={4} label={t('whoMayApply')} hint={t('whoMayApplyHint')} value={call.whoMayApply} limit={settingLimits.whoMayApply} />
      <fieldset>
        <legend className="font-semibold">{t('kinds')}</legend>
        <p className="max-w-measure text-small text-soft">{t('kindsHint')}</p>
        <div className="mt-1 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
          {applicantKinds.map((kind) => <TickField key={kind} name={`kinds.${kind}`} label={kinds(kind)} ticked={call.applicantKinds.includes(kind)} />)}
        </div>
      </fieldset>
      <section aria-labelledby="eligibility-rules" className="space-y-1">
        <Heading as={2} size={3} id="eligibility-rules">{t('rules')}</Heading>
        <p className="max-w-measure pb-2 text-small text-soft">{t('rulesHint', { most: mostRows.rules })}</p>
        {rows.map((rule, index) => (
          <RowFrame key={rule?.id ?? `new-${index}`} name={`rules.${index}`} id={rule?.id} rank={index + 1} legend={rule ? t('rule', { rank: index + 1, statement: inLocale(rule.statement, locale) }) : t('new')} words={{ remove: t('remove'), rank: t('rank') }}>
            <WordsField name={`rules.${index}.statement`} label={t('statement')} value={rule?.statement} limit={settingLimits.statement} />
            <ChoiceField name={`rules.${index}.eligible`} label={t('eligible')} defaultValue={rule?.yesIsEligible === false ? 'no' : 'yes'} options={answers} />
            <WordsField name={`rules.${index}.reason`} label={t('reason')} hint={t('reasonHint')} value={rule?.reason} limit={settingLimits.reason} />
          </RowFrame>
        ))}
      </section>
    </>
  )
}
