import { useLocale, useTranslations } from 'next-intl'
import { type NamedQuestion, useFieldName } from '#components/application/field-name.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isPast } from '#lib/domain/calendar.ts'
import { formatList, formatParisInstant } from '#lib/i18n/format.ts'

type Props = {
  id: string
  version: number
  /** Names this attempt, so that sending it again deposits nothing twice. */
  attempt: string
  now: Date
  call: { closesAt: Date; staysOpen: readonly string[]; staysOpenUntil: Date | null }
  permitUntil: Date | null
  application: object | null
  editable: 'all' | readonly string[]
  gaps: number
  hasNews: boolean
  files: number
  questions: readonly NamedQuestion[]
  owners: readonly string[]
  may: { submit: boolean }
  submit: ActionFormProps['action']
}

/** The one confirmation before a deposit, which says what freezes; or who may make it, or why nobody may. */
export function SubmitSection(props: Props) {
  const { editable, gaps, hasNews, owners, may } = props
  const t = useTranslations('filing.review')
  const locale = useLocale()
  const isShut = editable !== 'all' && editable.length === 0
  return (
    <Section id="submit" title={t(props.application ? 'submitAgain' : 'submit')} className="no-print">
      {isShut ? <Notice tone="stop" title={t('closed')}><p>{t('closedText')}</p></Notice>
        : !may.submit ? <Notice><p>{t('owners', { names: formatList(owners, locale) })}</p></Notice>
          : gaps > 0 ? <Notice tone="uncertain"><p>{t('gaps', { count: gaps })}. <a href="#gaps">{t('gapsLead')}</a></p></Notice>
            : hasNews ? <SubmitForm {...props} /> : <Notice tone="done"><p>{t('nothingNew')}</p></Notice>}
    </Section>
  )
}

/** After the deadline: which fields are still to be deposited, and that no other is. */
export function LateNotice({ fields, questions }: { fields: readonly string[]; questions: readonly NamedQuestion[] }) {
  const t = useTranslations('filing.review')
  const nameOf = useFieldName(questions)
  return <Notice tone="uncertain"><p>{t('late', { fields: formatList(fields.map(nameOf), useLocale()) })}</p></Notice>
}

function SubmitForm({ id, version, attempt, now, call, permitUntil, application, editable, files, questions, submit }: Props) {
  const t = useTranslations('filing.review')
  const locale = useLocale()
  const nameOf = useFieldName(questions)
  const fields = (names: readonly string[]) => formatList(names.map(nameOf), locale)
  const stays = call.staysOpenUntil !== null && call.staysOpen.length > 0 && !isPast(call.staysOpenUntil, now)
  const until = permitUntil !== null && permitUntil > call.closesAt ? permitUntil : call.closesAt
  return (
    <Form id="submit-form" action={submit} submit={t(application ? 'submitAgain' : 'submit')}>
      <HiddenField name="draftId" value={id} />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="key" value={attempt} />
      <ConfirmField
        name="confirmed"
        label={editable === 'all' ? t('confirm', { files, until: formatParisInstant(until, locale), stays: stays ? 'some' : 'none', fields: fields(call.staysOpen) }) : t('confirmLate', { fields: fields(editable) })}
      />
    </Form>
  )
}
