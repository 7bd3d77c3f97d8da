import { useLocale, useTranslations } from 'next-intl'
import { ChoiceField, HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { audiences, defaultLimits, type Question, type QuestionKind } from '#lib/domain/question.ts'
import { conditionsBefore, conditionText, mostLimit, mostOptions, questionLimits } from '#lib/domain/question-settings.ts'
import { formatNumber } from '#lib/i18n/format.ts'

type Props = { kind: QuestionKind; asked: Question | null; questions: readonly Question[] }

/** What a manager fills in about one question; only what its kind knows of. */
export function QuestionFields({ kind, asked, questions }: Props) {
  const t = useTranslations('call-editor.form')
  const of = useTranslations('application')
  const locale = useLocale()
  const conditions = conditionsBefore(questions, asked?.id ?? null).flatMap((on) => {
    const answers = on.kind === 'yes-no' ? [{ id: 'yes', label: of('answers.yes') }, { id: 'no', label: of('answers.no') }] : on.options.map(({ id, label }) => ({ id, label: inLocale(label, locale) }))
    return answers.map(({ id, label }) => ({ value: conditionText({ questionId: on.id, is: id }), label: t('condition', { question: inLocale(on.label, locale), answer: label }) }))
  })
  return (
    <>
      <WordsField name="label" label={t('label')} value={asked?.label} limit={questionLimits.label} />
      <WordsField name="help" optional rows={3} label={t('help')} hint={t('helpHint')} value={asked?.help} limit={questionLimits.help} />
      {(kind === 'choice' || kind === 'choices') && <OptionFields options={asked?.options ?? []} />}
      {kind === 'number' && <NumberFields asked={asked} />}
      {(kind === 'short-text' || kind === 'long-text') && (
        <TextField name="limit" optional inputMode="numeric" label={t(`limit.${kind}`)} hint={t(`limitHint.${kind}`, { usual: defaultLimits[kind], most: mostLimit[kind] })} defaultValue={asked?.limit ?? undefined} className="max-w-32 tabular-nums" />
      )}
      <TickField name="required" label={t('required')} ticked={asked?.required ?? true} />
      <ChoiceField name="audience" label={t('audience')} hint={t('audienceHint')} defaultValue={asked?.audience ?? 'scorers'} options={audiences.map((audience) => ({ value: audience, label: of(`audiences.${audience}`) }))} />
      {conditions.length > 0 ? (
        <ChoiceField name="shownIf" label={t('shownIfLabel')} hint={t('shownIfHint')} defaultValue={conditionText(asked?.shownIf ?? null)} options={[{ value: '', label: t('always') }, ...conditions]} />
      ) : (
        <HiddenField name="shownIf" value="" />
      )}
    </>
  )
}

function OptionFields({ options }: { options: Question['options'] }) {
  const t = useTranslations('call-editor.form')
  const blanks = Math.min(options.length === 0 ? 4 : 2, mostOptions - options.length)
  const rows = [...options, ...Array.from({ length: blanks }, () => null)]
  return (
    <fieldset id="question-options" className="space-y-3 border-s-2 border-rule ps-4">
      <legend className="float-start w-full font-semibold">{t('optionsTitle')}</legend>
      <p className="clear-both text-small text-soft">{t('optionsHint', { most: mostOptions })}</p>
      {rows.map((option, index) => (
        <div key={option?.id ?? `new-${index}`} className="space-y-1">
          {option && <HiddenField name={`options.${index}.id`} value={option.id} />}
          <WordsField name={`options.${index}.label`} label={t('option', { rank: index + 1 })} value={option?.label} limit={questionLimits.option} limitSaid={index === 0} />
          {option && <TickField name={`options.${index}.remove`} label={t('removeOption')} className="text-small" />}
        </div>
      ))}
    </fieldset>
  )
}

function NumberFields({ asked }: { asked: Question | null }) {
  const t = useTranslations('call-editor.form')
  const locale = useLocale()
  const figure = (value: number | null | undefined) => (value == null ? undefined : formatNumber(value, locale, 6))
  return (
    <>
      <WordsField name="unit" optional label={t('unit')} hint={t('unitHint')} value={asked?.unit} limit={questionLimits.unit} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="least" optional inputMode="decimal" label={t('least')} defaultValue={figure(asked?.least)} className="tabular-nums" />
        <TextField name="most" optional inputMode="decimal" label={t('most')} defaultValue={figure(asked?.most)} className="tabular-nums" />
      </div>
    </>
  )
}
