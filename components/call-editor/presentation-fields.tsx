import { useTranslations } from 'next-intl'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { TextField } from '#components/form/fields.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import { settingLimits } from '#lib/domain/call-settings.ts'

/** What a call is called, and whom it is meant to help. */
export function PresentationFields({ call }: Pick<EditedCall, 'call'>) {
  const t = useTranslations('call-editor.presentation')
  return (
    <>
      <WordsField name="title" label={t('title')} value={call.title} limit={settingLimits.title} />
      <TextField name="edition" optional inputMode="numeric" label={t('edition')} hint={t('editionHint')} defaultValue={call.edition ?? undefined} className="max-w-32 tabular-nums" />
      <WordsField name="target" optional rows={3} label={t('target')} hint={t('targetHint')} value={call.target} limit={settingLimits.target} />
    </>
  )
}
