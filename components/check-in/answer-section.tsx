import { useTranslations } from 'next-intl'
import type { ShownCheckIn } from '#components/check-in/shown-check-in.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Instant } from '#components/ui/time.tsx'

/** What managers and mentors answered, oldest first, and a place to answer for whoever may. */
export function AnswerSection({ checkIn: { id, answers, side, now }, answer }: { checkIn: ShownCheckIn; answer: ActionFormProps['action'] }) {
  const t = useTranslations('check-in')
  return (
    <Section id="answers" title={t('answers')}>
      {answers.length === 0 && <EmptyState title={t('noAnswer')}><p>{side === 'laureate' ? t('noAnswerText') : t('noAnswerTextOther')}</p></EmptyState>}
      <ol className="max-w-measure space-y-6">
        {answers.map(({ id: answerId, personName, organisationName, text, answeredAt }) => (
          <li key={answerId} className="border-s-4 border-line ps-4">
            <p className="font-semibold">{t('answerFrom', { name: personName, organisation: organisationName })}</p>
            <p className="text-small text-soft"><Instant at={answeredAt} now={now} /></p>
            <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          </li>
        ))}
      </ol>
      {side !== 'laureate' && (
        <Form id="answer" action={answer} submit={t('answerDo')} className="mt-8 space-y-4">
          <HiddenField name="checkInId" value={id} />
          <AreaField name="text" label={t('answer')} rows={5} />
        </Form>
      )}
    </Section>
  )
}
