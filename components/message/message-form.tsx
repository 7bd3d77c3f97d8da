import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { messageLimit } from '#lib/domain/message.ts'

/** A word to the other side; `attempt` names it, so that sending it again sends nothing twice. */
export function MessageForm({ draftId, attempt, send }: { draftId: string; attempt: string; send: ActionFormProps['action'] }) {
  const t = useTranslations('message')
  return (
    <div className="mt-8">
      <Heading as={3} size={3} className="mb-3">{t('write')}</Heading>
      <Form id="message" action={send} submit={t('send')}>
        <HiddenField name="draftId" value={draftId} />
        <HiddenField name="key" value={attempt} />
        <AreaField name="text" label={t('text')} hint={t('hint', { limit: messageLimit })} rows={6} />
      </Form>
    </div>
  )
}
