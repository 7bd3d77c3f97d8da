import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { Rights, ShownMeasurement } from '#components/measurement/measurement-rows.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatDay } from '#lib/i18n/format.ts'

type Action = ActionFormProps['action']
export type MeasurementActions = { submit: Action; discard: Action; verify: Action; giveBack: Action }
type Props = { href: string; measurement: ShownMeasurement; rights: Rights; locked: boolean; corrected: boolean; actions: MeasurementActions }

/** What the reader may do about one measurement; each button says which one it is about. */
export function RowActions({ href, measurement: { id, version, state, own, periodStart, periodEnd }, rights, locked, corrected, actions }: Props) {
  const t = useTranslations('measurement.actions')
  const period = useTranslations('measurement')
  const locale = useLocale()
  const about = period('from', { from: formatDay(periodStart, locale), to: formatDay(periodEnd, locale) })
  const labelled = (action: string) => t('labelled', { action, period: about })
  const carried = <><HiddenField name="measurementId" value={id} /><HiddenField name="version" value={String(version)} /></>
  const press = (name: 'submit' | 'discard' | 'verify', tone: 'secondary' | 'quiet' = 'secondary') => <Form id={`${name}-${id}`} action={actions[name]} submit={t(name)} submitLabel={labelled(t(name))} tone={tone} className="">{carried}</Form>
  if (state === 'draft' && rights.measures) {
    return <div className="flex flex-wrap items-center gap-3 pt-1"><ButtonLink href={`${href}?write=${id}#write`} aria-label={labelled(t('write'))}>{t('write')}</ButtonLink>{locked && press('submit')}{press('discard', 'quiet')}</div>
  }
  if (state === 'submitted' && rights.verifies) {
    if (own) return <p className="text-small text-soft">{t('own')}</p>
    return (
      <div className="max-w-measure space-y-3 pt-1">
        {press('verify')}
        <Disclosure summary={t('return')}>
          <Form id={`return-${id}`} action={actions.giveBack} submit={t('return')} submitLabel={labelled(t('return'))} tone="secondary">{carried}<AreaField name="reason" rows={2} label={t('returnReason')} hint={t('returnHint')} /></Form>
        </Disclosure>
      </div>
    )
  }
  if (state === 'verified' && rights.measures && !corrected) return <p className="pt-1"><ButtonLink tone="quiet" href={`${href}?correct=${id}#write`} aria-label={labelled(t('correct'))}>{t('correct')}</ButtonLink></p>
  return null
}
