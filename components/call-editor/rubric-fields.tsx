import { useLocale, useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { WeightTotal } from '#components/call-editor/weight-total.tsx'
import { TextField } from '#components/form/fields.tsx'
import { RowFrame } from '#components/form/row-frame.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { mostRows, settingLimits, totalWeight } from '#lib/domain/call-settings.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatNumber } from '#lib/i18n/format.ts'

const marks = [1, 2, 3, 4, 5] as const

/** The grid by which files are judged: weights that make a hundred, and what each mark from 1 to 5 stands for. */
export function RubricFields({ criteria }: Pick<EditedCall, 'criteria'>) {
  const t = useTranslations('call-editor.rubric')
  const locale = useLocale()
  const rows = criteria.length < mostRows.criteria ? [...criteria, null] : criteria
  const saved = totalWeight(criteria.map(({ weight }) => weight))
  return (
    <div id="rubric-criteria">
      <WeightTotal key={saved} saved={saved} locale={locale} words={{ right: t('total', { total: '#' }), wrong: t('totalWrong', { total: '#' }) }} />
      <div className="mt-3 border-b border-rule">
        {rows.map((criterion, index) => (
          <RowFrame
            key={criterion?.id ?? 'new'}
            name={`criteria.${index}`}
            id={criterion?.id}
            rank={index + 1}
            folded
            legend={criterion ? t('criterion', { name: inLocale(criterion.name, locale), weight: formatNumber(criterion.weight, locale, 6) }) : t('new')}
            words={{ remove: t('remove'), rank: t('rank') }}
          >
            <WordsField name={`criteria.${index}.name`} label={t('name')} value={criterion?.name} limit={settingLimits.criterion} />
            <TextField name={`criteria.${index}.weight`} inputMode="decimal" label={t('weight')} hint={t('weightHint')} defaultValue={criterion ? formatNumber(criterion.weight, locale, 6) : undefined} className="max-w-32 tabular-nums" />
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
