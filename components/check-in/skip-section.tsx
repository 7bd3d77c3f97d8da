import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'

type Props = { id: string; action: ActionFormProps['action'] }

/** The other way on: nothing to say this month, and why. */
export function SkipSection({ id, action }: Props) {
  const t = useTranslations('check-in')
  return (
    <div className="mt-12">
      <Disclosure summary={t('skip')}>
        <p className="mb-4 max-w-measure text-soft">{t('skipText')}</p>
        <Form id="skip" action={action} tone="secondary" submit={t('skipDo')}>
          <HiddenField name="checkInId" value={id} />
          <AreaField name="reason" label={t('skipReason')} rows={3} />
        </Form>
      </Disclosure>
    </div>
  )
}

/** That it was skipped and why, with the way back for whoever may. */
export function SkippedNotice({ id, reason, action }: { id: string; reason: string; action: ActionFormProps['action'] | null }) {
  const t = useTranslations('check-in')
  return (
    <Notice tone="uncertain" title={t('skipped')}>
      <p className="whitespace-pre-line">{t('skippedText', { reason })}</p>
      {action && <Form id="take-up" action={action} tone="secondary" submit={t('takeUp')}><HiddenField name="checkInId" value={id} /></Form>}
    </Notice>
  )
}
