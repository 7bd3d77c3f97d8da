import { useTranslations } from 'next-intl'
import { AreaField, ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { commitmentLimits, type CommitmentState } from '#lib/domain/commitment.ts'

type Props = { commitment: { id: string; version: number; state: CommitmentState; note: string | null; title: string }; action: ActionFormProps['action'] }

/** How far a commitment is, said by the partner who made it. */
export function ReportForm({ commitment: { id, version, state, note, title }, action }: Props) {
  const t = useTranslations('commitment')
  return (
    <Form id={`report-${id}`} action={action} submit={t('report.submit')} submitLabel={t('report.label', { title })} tone="secondary" className="space-y-4">
      <HiddenField name="commitmentId" value={id} />
      <HiddenField name="version" value={String(version)} />
      <ChoiceField name="state" label={t('report.state')} defaultValue={state} options={(['promised', 'under-way', 'unmet'] as const).map((each) => ({ value: each, label: t(`report.states.${each}`) }))} />
      <AreaField name="note" optional rows={2} label={t('report.note')} hint={t('report.noteHint', { limit: commitmentLimits.note })} defaultValue={note ?? ''} />
    </Form>
  )
}
