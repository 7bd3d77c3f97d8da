import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'

type Action = ActionFormProps['action']
type Props = {
  organisation: { id: string; name: string; listed: boolean }
  members: number
  may: { leave: boolean; close: boolean }
  leave: Action
  close: Action
}

/** The ways out: one's own, and for owners the organisation's end. */
export function LeaveSection({ organisation: { id, name, listed }, members, may, leave, close }: Props) {
  const t = useTranslations('organisation.show')
  return (
    <div className="mt-12 max-w-measure md:mt-16">
      {may.leave && (
        <Disclosure summary={t('leave')}>
          <p className="mb-4 text-soft">{t('leaveLead')}</p>
          <Form id="leave" action={leave} tone="secondary" submit={t('leave')}>
            <HiddenField name="organisationId" value={id} />
          </Form>
        </Disclosure>
      )}
      {may.close && !listed && (
        <Disclosure summary={t('close')}>
          <p className="mb-4 text-soft">{t('closeLead')}</p>
          <Form id="close" action={close} tone="secondary" submit={t('closeDo')}>
            <HiddenField name="organisationId" value={id} />
            <ConfirmField name="confirmed" label={t('closeConfirm', { name, count: members })} />
          </Form>
        </Disclosure>
      )}
    </div>
  )
}
