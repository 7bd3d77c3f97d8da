import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, FaultLine, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { sessionLimits } from '#lib/domain/mentoring-session.ts'

/** Places for up to six times on a clock in Paris. */
export function TimesFields() {
  const t = useTranslations('session')
  return (
    <fieldset>
      <legend className="font-semibold">{t('times')}</legend>
      <p className="mb-2 text-small text-soft">{t('timesHint')}</p>
      <FaultLine name="times" />
      <div className="grid max-w-measure gap-3 sm:grid-cols-2">
        {Array.from({ length: sessionLimits.times }, (_, place) => <TextField key={place} name={`times.${place}`} type="datetime-local" label={t('time', { place: place + 1 })} optional={place > 0} />)}
      </div>
    </fieldset>
  )
}

type Props = { programmeId: string; mentors: readonly { id: string; name: string | null; email: string }[]; choosesMentor: boolean; propose: ActionFormProps['action'] }

/** A new session: what about, how long, where, and when it could be. */
export function ProposeSection({ programmeId, mentors, choosesMentor, propose }: Props) {
  const t = useTranslations('session')
  return (
    <div className="mb-10">
      <Disclosure id="propose" summary={t('propose')}>
        <Form id="propose-session" action={propose} submit={t('proposeDo')}>
          <HiddenField name="programmeId" value={programmeId} />
          {choosesMentor && mentors.length > 1 && <ChoiceField name="mentorId" label={t('mentor')} options={mentors.map(({ id, name, email }) => ({ value: id, label: name ?? email }))} />}
          <TextField name="subject" label={t('subject')} maxLength={sessionLimits.subject} autoComplete="off" />
          <TextField name="minutes" label={t('minutes')} hint={t('minutesHint')} inputMode="numeric" defaultValue="60" className="max-w-32" />
          <TextField name="place" label={t('place')} optional maxLength={sessionLimits.place} autoComplete="off" />
          <TimesFields />
        </Form>
      </Disclosure>
    </div>
  )
}
