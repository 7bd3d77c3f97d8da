import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { LiveFacts } from '#components/call-editor/live-facts.tsx'
import { QuestionFields } from '#components/call-editor/question-fields.tsx'
import { useQuestionWords } from '#components/call-editor/question-words.ts'
import { Turn } from '#components/call-editor/turn.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Question, QuestionKind } from '#lib/domain/question.ts'

type Action = ActionFormProps['action']
type Props = { settings: Pick<EditedCall, 'call' | 'questions'>; kind: QuestionKind; asked: Question | null; actions: { add: Action; change: Action; remove: Action } }

/** The panel in which one question is written, new or known. */
export function QuestionPanel({ settings: { call, questions }, kind, asked, actions }: Props) {
  const t = useTranslations('call-editor.form')
  const kinds = useTranslations('application.kinds')
  const locale = useLocale()
  const words = useQuestionWords()
  return (
    <section aria-labelledby="panel" className="border-s-4 border-line bg-paper ps-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading as={2} size={3} id="panel">{t(asked ? 'change' : 'add', { kind: kinds(kind) })}</Heading>
        <Link href={`/manage/calls/${call.slug}/form`} className="flex min-h-11 items-center">{t('close')}</Link>
      </div>
      <Form id="question" action={asked ? actions.change : actions.add} submit={t(asked ? 'save' : 'doAdd')}>
        <Turn call={call} place="form" />
        <HiddenField name="kind" value={kind} />
        {asked && <HiddenField name="questionId" value={asked.id} />}
        <QuestionFields kind={kind} asked={asked} questions={questions} />
        <LiveFacts kind={kind} asked={asked} questions={questions} words={words} locale={locale} title={t('preview')} incomplete={t('incomplete')} />
      </Form>
      {asked && (
        <div className="mt-6 border-t border-rule pt-3">
          <p className="max-w-measure text-small text-soft">{t(call.publishedAt === null ? 'removeHint' : 'removeHintPublished')}</p>
          <Form id="remove-question" action={actions.remove} tone="secondary" submit={t('remove')} className="space-y-1">
            <Turn call={call} place="form" />
            <HiddenField name="questionId" value={asked.id} />
            <ConfirmField name="confirmed" label={t('removeConfirm')} />
          </Form>
        </div>
      )}
    </section>
  )
}
