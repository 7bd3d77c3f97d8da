import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Instant } from '#components/ui/time.tsx'

type Props = { since: Date | null; open: ActionFormProps['action']; close: ActionFormProps['action'] }

/** The address of one's own agenda, shown once when it is made. */
export function CalendarSection({ since, open, close }: Props) {
  const t = useTranslations('calendar.section')
  return (
    <Section id="calendar" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      {since !== null && <p className="mb-4">{t('since')} <Instant at={since} /></p>}
      <div className="flex flex-wrap items-start gap-4">
        <Form id="open-calendar" action={open} tone="secondary" submit={t(since === null ? 'open' : 'replace')} done={t('opened')} className="space-y-3" />
        {since !== null && <Form id="close-calendar" action={close} tone="quiet" submit={t('close')} className="" />}
      </div>
    </Section>
  )
}
