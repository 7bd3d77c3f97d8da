import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'

type Deed = 'disable' | 'enable' | 'rotate' | 'remove'
type Props = { webhook: { id: string; formerUntil: Date | null; disabledReason: 'by-hand' | 'gone' | null }; actions: Record<Deed, ActionFormProps['action']> }

/** Whether a tool is told, and what may be done about it. */
export function WebhookDeeds({ webhook: { id, formerUntil, disabledReason }, actions }: Props) {
  const t = useTranslations('webhook')
  const deed = (name: Deed, tone: 'secondary' | 'quiet', done?: string) => (
    <Form id={name} action={actions[name]} tone={tone} submit={t(name === 'remove' ? 'removeConfirm' : name)} done={done} className="">
      <HiddenField name="webhookId" value={id} />
    </Form>
  )
  return (
    <div className="mb-8 space-y-4">
      <p>{disabledReason ? <Tag tone="rupture">{t(disabledReason)}</Tag> : <Tag tone="bridge">{t('active')}</Tag>}</p>
      {formerUntil !== null && <p className="text-soft">{t('rotating')} <Instant at={formerUntil} /></p>}
      <div className="flex flex-wrap gap-3">
        {deed(disabledReason ? 'enable' : 'disable', 'secondary')}
        {deed('rotate', 'secondary', t('rotated'))}
      </div>
      <Disclosure summary={t('remove')}>
        <p className="mb-3">{t('removeHint')}</p>
        {deed('remove', 'quiet')}
      </Disclosure>
    </div>
  )
}
