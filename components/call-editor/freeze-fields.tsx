import { useTranslations } from 'next-intl'
import { ClockField } from '#components/call-editor/calendar-fields.tsx'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { TickField } from '#components/form/fields.tsx'
import { sectionOf, sections } from '#lib/domain/application.ts'
import { freezableFields } from '#lib/domain/call-settings.ts'

/** What applicants may still change after the deadline, and until when; everything else freezes then. */
export function FreezeFields({ call }: Pick<EditedCall, 'call'>) {
  const t = useTranslations('call-editor.freeze')
  const of = useTranslations('application')
  return (
    <>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {sections.map((section) => {
          const fields = freezableFields.filter((field) => sectionOf[field] === section)
          return fields.length === 0 ? null : (
            <fieldset key={section}>
              <legend className="text-small font-semibold text-soft">{of(`sections.${section}`)}</legend>
              {fields.map((field) => <TickField key={field} name={`staysOpen.${field}`} label={of(`fields.${field}.label`)} ticked={call.staysOpen.includes(field)} />)}
            </fieldset>
          )
        })}
      </div>
      <div className="max-w-72"><ClockField name="staysOpenUntil" optional label={t('until')} hint={t('untilHint')} at={call.staysOpenUntil} /></div>
    </>
  )
}
