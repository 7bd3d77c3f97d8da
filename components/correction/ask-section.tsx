import { useLocale, useTranslations } from 'next-intl'
import { type Correction, PastCorrection } from '#components/application/correction-section.tsx'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, FaultLine, HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import { correctionLimits, reopenableFields } from '#lib/domain/correction.ts'
import { formatList, formatParisInstant } from '#lib/i18n/format.ts'

type Action = ActionFormProps['action']
type Props = { id: string; now: Date; corrections: readonly Correction[]; questions: readonly NamedQuestion[]; ask: Action; cancel: Action; sent: boolean }

/** What was asked to correct, and a form to ask for more: chosen fields, why, until when. */
export function AskSection({ id, now, corrections, questions, ask, cancel, sent }: Props) {
  const t = useTranslations('managed-application.corrections')
  const nameOf = useFieldName(questions)
  return (
    <>
      {sent && <div className="mb-4"><Notice tone="done" role="status"><p>{t('sent')}</p></Notice></div>}
      {corrections.length === 0 ? <EmptyState title={t('none')} /> : (
        <ul className="max-w-measure space-y-5">
          {corrections.map((asked) => <li key={asked.id} className="border-t border-rule pt-3">{asked.isOpen ? <OpenRequest asked={asked} now={now} questions={questions} cancel={cancel} /> : <PastCorrection asked={asked} questions={questions} />}</li>)}
        </ul>
      )}
      <div className="mt-6 max-w-measure">
        <Disclosure id="ask" summary={t('ask')}>
          <p className="mb-4 text-soft">{t('lead')}</p>
          <Form id="ask-form" action={ask} submit={t('do')}>
            <HiddenField name="draftId" value={id} />
            <fieldset>
              <legend className="mb-1 font-semibold">{t('fields')}</legend>
              <FaultLine name="fields" />
              <div className="sm:columns-2">
                {reopenableFields(questions).map((field) => <TickField key={field} name={`field.${field}`} label={nameOf(field)} className="break-inside-avoid" />)}
              </div>
            </fieldset>
            <AreaField name="request" label={t('request')} hint={t('requestHint', { limit: correctionLimits.request })} rows={5} />
            <TextField name="until" type="datetime-local" label={t('until')} hint={t('untilHint', { days: correctionLimits.days })} className="tabular-nums" />
          </Form>
        </Disclosure>
      </div>
    </>
  )
}

function OpenRequest({ asked, now, questions, cancel }: { asked: Correction; now: Date; questions: readonly NamedQuestion[]; cancel: Action }) {
  const t = useTranslations('managed-application.corrections')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  return (
    <>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{asked.request}</p>
      <p className="text-small text-soft">{formatList(asked.fields.map(nameOf), locale)}</p>
      <p className="text-small">{t.rich('open', { until: () => <Instant at={asked.until} now={now} /> })}</p>
      <Form id={`cancel-${asked.id}`} action={cancel} tone="quiet" submit={t('cancel')} submitLabel={t('cancelNamed', { at: formatParisInstant(asked.askedAt, locale) })} className="">
        <HiddenField name="correctionId" value={asked.id} />
      </Form>
    </>
  )
}
