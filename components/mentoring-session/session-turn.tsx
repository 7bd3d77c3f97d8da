import { useLocale, useTranslations } from 'next-intl'
import { TimesFields } from '#components/mentoring-session/propose-section.tsx'
import type { ShownSession } from '#components/mentoring-session/shown-session.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatParisInstant } from '#lib/i18n/format.ts'

type Action = ActionFormProps['action']
export type SessionDeeds = { choose: Action; proposeOthers: Action; cancel: Action; note: Action; keepNote: Action }

/** Whose turn it is: choosing one of the times, proposing others, or cancelling. */
export function SessionTurn({ session: { id, startsAt, proposedTimes, isOwnProposal }, now, deeds }: { session: ShownSession; now: Date; deeds: SessionDeeds }) {
  const t = useTranslations('session')
  const locale = useLocale()
  const words = (time: Date) => formatParisInstant(time, locale)
  return (
    <div className="no-print pt-1">
      {startsAt === null && (isOwnProposal
        ? <><p className="text-soft">{t('waiting')}</p><ul className="list-disc ps-5">{proposedTimes.map((time) => <li key={time.toISOString()}>{words(time)}</li>)}</ul></>
        : (
          <div role="group" aria-label={t('choose')} className="space-y-2">
            <p className="font-semibold">{t('choose')}</p>
            {proposedTimes.map((time, place) => time > now
              ? <Form key={time.toISOString()} id={`choose-${id}-${place}`} action={deeds.choose} tone="secondary" submit={t('chooseDo', { time: words(time) })} className=""><HiddenField name="sessionId" value={id} /><HiddenField name="time" value={time.toISOString()} /></Form>
              : <p key={time.toISOString()} className="text-soft">{words(time)} ({t('past')})</p>)}
          </div>
        ))}
      <Disclosure plain summary={t('others')}>
        <Form id={`others-${id}`} action={deeds.proposeOthers} tone="secondary" submit={t('othersDo')}>
          <HiddenField name="sessionId" value={id} />
          <TimesFields />
        </Form>
      </Disclosure>
      <Disclosure plain summary={t('cancel')}>
        <Form id={`cancel-${id}`} action={deeds.cancel} tone="secondary" submit={t('cancelDo')}>
          <HiddenField name="sessionId" value={id} />
          <AreaField name="reason" label={t('cancelReason')} hint={t('cancelHint')} rows={2} />
        </Form>
      </Disclosure>
    </div>
  )
}
