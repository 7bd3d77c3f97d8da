import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { FaultLine, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { eventKey } from '#components/webhook/webhook-events.tsx'
import { webhookEvents } from '#lib/domain/webhook.ts'

/** An address and what it is to be told; the secret is shown in the answer, once. */
export function AddWebhook({ add }: { add: ActionFormProps['action'] }) {
  const t = useTranslations('webhook')
  return (
    <Section id="add-webhook" title={t('add.title')}>
      <Form id="webhook" action={add} submit={t('add.submit')} done={t('add.done')}>
        <TextField name="address" label={t('add.address')} hint={t('add.addressHint')} type="url" inputMode="url" autoComplete="off" />
        <fieldset>
          <legend className="mb-1 font-semibold">{t('add.events')}</legend>
          <FaultLine name="events" />
          {webhookEvents.map((event) => <TickField key={event} name="events" value={event} label={t(`kinds.${eventKey(event)}`)} />)}
        </fieldset>
      </Form>
    </Section>
  )
}
