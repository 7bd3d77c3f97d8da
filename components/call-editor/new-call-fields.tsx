import { useLocale, useTranslations } from 'next-intl'
import { ChoiceField, TextField } from '#components/form/fields.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { settingLimits } from '#lib/domain/call-settings.ts'
import { shiftUnits, yearsUntil } from '#lib/domain/call-shift.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'

type Initiative = { slug: string; title: Localized }
type Model = { slug: string; title: Localized; initiative: string; opensOn: string | null }

/** What a new call needs: its series, its title, its address. */
export function NewCallFields({ initiatives, model }: { initiatives: readonly Initiative[]; model?: Model | undefined }) {
  const t = useTranslations('call-editor.new')
  const locale = useLocale()
  const usual = initiatives.find(({ slug }) => slug === model?.initiative) ?? initiatives[0]
  return (
    <>
      <ChoiceField name="initiative" label={t('initiative')} defaultValue={usual?.slug ?? ''} options={initiatives.map(({ slug, title }) => ({ value: slug, label: inLocale(title, locale) }))} />
      <WordsField name="title" label={t('titleField')} limit={settingLimits.title} />
      <TextField name="slug" label={t('slug')} hint={t('slugHint', { limit: settingLimits.slug })} autoComplete="off" spellCheck={false} className="max-w-80" />
    </>
  )
}

/** By how much a clone moves the dates of its model. Offered: the fewest years that bring the opening after today. */
export function ShiftFields({ model, today }: { model: Model; today: string }) {
  const t = useTranslations('call-editor.new')
  return (
    <fieldset>
      <legend className="font-semibold">{t('shift')}</legend>
      <p className="max-w-measure text-small text-soft">{t('shiftHint')}</p>
      <div className="mt-2 flex flex-wrap gap-4">
        <TextField name="shift.by" inputMode="numeric" label={t('by')} defaultValue={yearsUntil(model.opensOn, today)} className="max-w-24 tabular-nums" />
        <ChoiceField name="shift.unit" label={t('unit')} defaultValue="years" options={shiftUnits.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))} />
      </div>
    </fieldset>
  )
}
