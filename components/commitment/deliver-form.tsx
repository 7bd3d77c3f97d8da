import { useTranslations } from 'next-intl'
import { HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { commitmentLimits } from '#lib/domain/commitment.ts'

type Props = { commitment: { id: string; unit: string; title: string }; today: string; action: ActionFormProps['action'] }

/** A part given, recorded once however often it is sent. */
export function DeliverForm({ commitment: { id, unit, title }, today, action }: Props) {
  const t = useTranslations('commitment')
  return (
    <Form id={`deliver-${id}`} action={action} submit={t('deliver.submit')} submitLabel={t('deliver.label', { title })} tone="secondary" className="space-y-4">
      <HiddenField name="commitmentId" value={id} />
      <HiddenField name="key" value={crypto.randomUUID()} />
      <div className="grid max-w-measure gap-x-5 gap-y-4 sm:grid-cols-2">
        <TextField name="amount" inputMode="decimal" label={t('deliver.amount', { unit })} hint={t('deliver.amountHint')} className="tabular-nums" />
        <TextField name="deliveredOn" type="date" label={t('deliver.day')} defaultValue={today} max={today} />
      </div>
      <TextField name="note" optional label={t('deliver.note')} hint={t('limit', { limit: commitmentLimits.note })} />
    </Form>
  )
}
