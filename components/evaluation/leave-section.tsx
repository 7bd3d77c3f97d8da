import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { declaredReasons } from '#lib/domain/conflict.ts'
import { abstentions } from '#lib/domain/evaluation.ts'

type Action = ActionFormProps['action']
type Props = { evaluationId: string; applicationId: string; skip: Action; abstain: Action; declare: Action }

/** The other ways on: later, not me, or not me at all since I am linked to them. */
export function LeaveSection({ evaluationId, applicationId, skip, abstain, declare }: Props) {
  const t = useTranslations('evaluation.page')
  return (
    <div className="no-print mt-8">
      <Form id="skip" action={skip} tone="quiet" submit={t('skip')} className="mb-2">
        <input type="hidden" name="evaluationId" value={evaluationId} />
      </Form>
      <Disclosure summary={t('abstain')}>
        <p className="mb-4 text-soft">{t('abstainText')}</p>
        <Form id="abstain" action={abstain} tone="secondary" submit={t('abstainSubmit')}>
          <input type="hidden" name="assignmentId" value={evaluationId} />
          <SelectField id="abstain-reason" name="reason" label={t('abstainReason')} options={abstentions.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
          <AreaField name="note" label={t('abstainNote')} rows={2} optional />
        </Form>
      </Disclosure>
      <Disclosure summary={t('link')}>
        <p className="mb-4 text-soft">{t('linkText')}</p>
        <Form id="link" action={declare} tone="secondary" submit={t('linkSubmit')}>
          <input type="hidden" name="applicationId" value={applicationId} />
          <SelectField id="link-reason" name="reason" label={t('linkReason')} options={declaredReasons.map((value) => ({ value, label: t(`linkReasons.${value}`) }))} />
          <AreaField name="note" label={t('linkNote')} rows={2} optional />
        </Form>
      </Disclosure>
    </div>
  )
}
