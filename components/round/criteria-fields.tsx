import { useLocale, useTranslations } from 'next-intl'
import { WeightTotal } from '#components/call-editor/weight-total.tsx'
import { ChoiceField, TextField, TickField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { settingLimits, totalWeight } from '#lib/domain/call-settings.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { type CriterionAudience, criterionAudiences } from '#lib/domain/round.ts'
import { roundSettingLimits } from '#lib/domain/round-settings.ts'

export type RoundCriterion = { id: string; slug: string; name: Localized; weight: number; anchors: readonly Localized[]; guidance: Localized | null; mayBeNotApplicable: boolean; putTo: CriterionAudience }

const marks = [1, 2, 3, 4, 5] as const

/** The grid of a round: whole weights that make a hundred, an anchor for each mark, who each criterion is put to. */
export function CriteriaFields({ criteria }: { criteria: readonly RoundCriterion[] }) {
  const t = useTranslations('round.criteria')
  const locale = useLocale()
  const rows = criteria.length < roundSettingLimits.criteria ? [...criteria, null] : criteria
  const saved = totalWeight(criteria.map(({ weight }) => weight))
  return (
    <div>
      <WeightTotal key={saved} saved={saved} locale={locale} words={{ right: t('total', { total: '#' }), wrong: t('totalWrong', { total: '#' }) }} />
      <div className="mt-3 border-b border-rule">
        {rows.map((criterion, index) => (
          <RowFrame
            key={criterion?.id ?? 'new'}
            name={`criteria.${index}`}
            id={criterion?.id}
            rank={index + 1}
            folded
            legend={criterion ? t('criterion', { name: inLocale(criterion.name, locale), weight: criterion.weight }) : t('new')}
            words={{ remove: t('remove'), rank: t('rank') }}
          >
            <WordsField name={`criteria.${index}.name`} label={t('name')} value={criterion?.name} limit={settingLimits.criterion} />
            <TextField name={`criteria.${index}.weight`} inputMode="numeric" label={t('weight')} hint={t('weightHint')} defaultValue={criterion?.weight} className="max-w-32 tabular-nums" />
            <ChoiceField name={`criteria.${index}.putTo`} label={t('putTo')} defaultValue={criterion?.putTo ?? 'everyone'} options={criterionAudiences.map((audience) => ({ value: audience, label: t(`audiences.${audience}`) }))} />
            <TickField name={`criteria.${index}.mayBeNotApplicable`} label={t('mayBeNotApplicable')} ticked={criterion?.mayBeNotApplicable ?? false} />
            {marks.map((mark) => (
              <WordsField key={mark} name={`criteria.${index}.anchors.${mark - 1}`} label={t('anchor', { mark })} value={criterion?.anchors[mark - 1]} limit={settingLimits.anchor} limitSaid={mark === 1} />
            ))}
            <WordsField name={`criteria.${index}.guidance`} optional rows={3} label={t('guidance')} hint={t('guidanceHint')} value={criterion?.guidance} limit={settingLimits.guidance} />
          </RowFrame>
        ))}
      </div>
    </div>
  )
}
