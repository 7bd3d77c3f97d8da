import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { programmeLimits } from '#lib/domain/programme.ts'

/** The end of a programme before its time, with a reason and a tick. */
export function StopSection({ programmeId, stop }: { programmeId: string; stop: ActionFormProps['action'] }) {
  const t = useTranslations('programme.managed')
  return (
    <Section id="stop" title={t('stop')}>
      <p className="mb-3 max-w-measure">{t('stopText')}</p>
      <Disclosure summary={t('stopOpen')}>
        <Form id="stop-programme" action={stop} submit={t('stopSubmit')} tone="secondary">
          <HiddenField name="programmeId" value={programmeId} />
          <TextField name="reason" label={t('stopReason')} hint={t('stopReasonHint', { limit: programmeLimits.reason })} />
          <ConfirmField name="confirmed" label={t('stopConfirm')} />
        </Form>
      </Disclosure>
    </Section>
  )
}
