import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { conflictLimits, declaredReasons } from '#lib/domain/conflict.ts'

/** Declines, or stops: for a link of interest, which closes the file, or for want of time. */
export function DeclineSection({ mentorId, summary, decline }: { mentorId: string; summary: string; decline: ActionFormProps['action'] }) {
  const t = useTranslations('mentoring')
  const of = useTranslations('conflict')
  const options = [{ value: '', label: of('chooseReason') }, ...declaredReasons.map((reason) => ({ value: reason as string, label: of(`reasons.${reason}`) })), { value: 'no-time', label: t('reasons.no-time') }]
  return (
    <Disclosure summary={summary}>
      <p className="mb-4 max-w-measure text-soft">{t('declineText')}</p>
      <Form id={`decline-${mentorId}`} action={decline} tone="secondary" submit={t('declineDo')}>
        <HiddenField name="mentorId" value={mentorId} />
        <ChoiceField name="reason" label={t('reason')} defaultValue="" options={options} />
        <AreaField name="note" label={t('note')} hint={t('noteHint', { limit: conflictLimits.note })} optional rows={2} />
      </Form>
    </Disclosure>
  )
}
