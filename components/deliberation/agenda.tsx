import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShownMeeting } from '#components/deliberation/shown-meeting.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

/** The applications in the order they are taken, and where each stands; those who lead go to any of them. */
export function Agenda({ meeting: { agenda, current, leads, state }, move, turn }: { meeting: ShownMeeting; move: ActionFormProps['action']; turn: ReactNode }) {
  const t = useTranslations('deliberation.agenda')
  const locale = useLocale()
  return (
    <Section id="agenda" title={t('title')}>
      <p className="mb-3 text-small text-soft">{t('lead')}</p>
      <ol className="space-y-2">
        {agenda.map(({ applicationId, position, solution, step, result }) => (
          <li key={applicationId} aria-current={applicationId === current ? 'true' : undefined} className={`border-s-2 ps-3 ${applicationId === current ? 'border-line font-semibold' : 'border-transparent'}`}>
            <span className="tabular-nums text-soft">{position + 1}.</span> {solution}
            <span className="block text-small font-normal text-soft">{result === null ? t(`steps.${step}`) : t('result', { mean: formatNumber(result, locale) })}</span>
            {leads && state === 'running' && applicationId !== current && (
              <Form id={`go-${applicationId}`} action={move} submit={t('go')} submitLabel={t('goNamed', { solution: solution ?? '' })} tone="quiet" className="">
                {turn}
                <HiddenField name="applicationId" value={applicationId} />
              </Form>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
