import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'

/** The way back, while there is one. */
export function WithdrawSection({ id, withdraw }: { id: string; withdraw: ActionFormProps['action'] }) {
  const t = useTranslations('filing.withdraw')
  return (
    <div className="mt-12 max-w-measure md:mt-16">
      <Disclosure summary={t('title')}>
        <p className="mb-4 text-soft">{t('lead')}</p>
        <Form id="withdraw" action={withdraw} tone="secondary" submit={t('do')}>
          <HiddenField name="applicationId" value={id} />
          <ConfirmField name="confirmed" label={t('confirm')} />
        </Form>
      </Disclosure>
    </div>
  )
}
