import { useLocale, useTranslations } from 'next-intl'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Instant } from '#components/ui/time.tsx'
import { fieldAnchor } from '#lib/domain/field-name.ts'
import { formatList } from '#lib/i18n/format.ts'

export type Correction = { id: string; fields: readonly string[]; request: string; until: Date; askedAt: Date; doneAt: Date | null; cancelledAt: Date | null; isOpen: boolean }

type Props = {
  id: string
  now: Date
  version: number
  corrections: readonly Correction[]
  changed: readonly string[]
  questions: readonly NamedQuestion[]
  owners: readonly string[]
  isOwner: boolean
  /** Names an attempt at each. */
  attempts: Readonly<Record<string, string>>
  finish: ActionFormProps['action']
}

/** What managers asked to correct: each with its fields to go to, and the tick that deposits them. */
export function CorrectionSection(props: Props) {
  const t = useTranslations('filing.corrections')
  const { corrections } = props
  if (corrections.length === 0) return null
  const past = corrections.filter(({ isOpen }) => !isOpen)
  return (
    <Section id="corrections" title={t('title')}>
      <div className="space-y-8">
        {corrections.filter(({ isOpen }) => isOpen).map((asked) => <OpenCorrection key={asked.id} asked={asked} {...props} />)}
      </div>
      {past.length > 0 && (
        <div className="mt-6 max-w-measure">
          <Disclosure summary={t('past')}>
            <ul className="space-y-4">{past.map((asked) => <li key={asked.id}><PastCorrection asked={asked} questions={props.questions} /></li>)}</ul>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

function OpenCorrection({ asked, id, now, version, changed, questions, owners, isOwner, attempts, finish }: Props & { asked: Correction }) {
  const t = useTranslations('filing.corrections')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  const { fields, request, until, askedAt } = asked
  const untouched = fields.filter((field) => !changed.includes(field))
  return (
    <article className="max-w-measure">
      <Notice tone="stop" title={t.rich('request', { at: () => <Instant at={askedAt} /> })}>
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{request}</p>
        <p>{t('fields')}</p>
        <ul className="list-disc ps-5">
          {fields.map((field) => <li key={field}><Link href={`/applications/${id}/edit#${fieldAnchor(field)}`} className="inline-block py-1">{nameOf(field)}</Link></li>)}
        </ul>
        <p>{t.rich('until', { until: () => <Instant at={until} now={now} /> })}</p>
      </Notice>
      <div className="mt-4">
        {untouched.length > 0 && <p className="mb-3 text-soft">{t('unsaved', { fields: formatList(untouched.map(nameOf), locale) })}</p>}
        {isOwner ? (
          <Form id={`finish-${asked.id}`} action={finish} submit={t('finish')} tone="secondary">
            <HiddenField name="draftId" value={id} />
            <HiddenField name="correctionId" value={asked.id} />
            <HiddenField name="version" value={String(version)} />
            <HiddenField name="key" value={attempts[asked.id] ?? ''} />
            <ConfirmField name="confirmed" label={t('finishConfirm', { fields: formatList(fields.map(nameOf), locale) })} />
          </Form>
        ) : (
          <p className="text-soft">{t('finishOwner', { names: formatList(owners, locale) })}</p>
        )}
      </div>
    </article>
  )
}

/** One that is done, called off or over. */
export function PastCorrection({ asked, questions }: { asked: Correction; questions: readonly NamedQuestion[] }) {
  const t = useTranslations('filing.corrections')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  const { fields, request, until, doneAt, cancelledAt } = asked
  const at = doneAt ?? cancelledAt ?? until
  return (
    <>
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{request}</p>
      <p className="text-small text-soft">{formatList(fields.map(nameOf), locale)}</p>
      <p className="text-small text-soft">{t.rich(doneAt ? 'done' : cancelledAt ? 'cancelled' : 'over', { at: () => <Instant at={at} /> })}</p>
    </>
  )
}
