import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import type { EditedCall } from '#components/call-editor/edited-call.ts'
import { QuestionOrder } from '#components/call-editor/question-order.tsx'
import { useQuestionWords } from '#components/call-editor/question-words.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import type { Question } from '#lib/domain/question.ts'
import { questionFacts } from '#lib/i18n/question-line.ts'

type Props = { settings: Pick<EditedCall, 'call' | 'questions'>; editing: string | null; move: ActionFormProps['action'] | null }

/** A call's own questions with what each asks for; `move` is null once they are settled. */
export function QuestionList({ settings: { call, questions }, editing, move }: Props) {
  const t = useTranslations('call-editor.form')
  const form = useTranslations('form')
  const locale = useLocale()
  if (questions.length === 0) return <EmptyState title={t('none')}><p>{t('noneHint')}</p></EmptyState>
  const rows = questions.map((asked) => ({ id: asked.id, label: inLocale(asked.label, locale), body: <QuestionLine asked={asked} questions={questions} slug={call.slug} isOpen={asked.id === editing} mayEdit={move !== null} /> }))
  if (move === null) return <ol id="questions" className="list-decimal space-y-3 ps-6">{rows.map(({ id, body }) => <li key={id}>{body}</li>)}</ol>
  const refused = { 'condition-order': form('reasons.condition-order'), 'call-changed': form('reasons.call-changed') }
  return (
    <QuestionOrder
      slug={call.slug}
      version={call.version}
      rows={rows}
      action={move}
      words={{ up: t('up', { label: '{label}' }), down: t('down', { label: '{label}' }), moved: t('moved', { label: '{label}', rank: '{rank}', count: '{count}' }), refused, otherwise: form('refusedTitle'), drag: t('drag') }}
    />
  )
}

function QuestionLine({ asked, questions, slug, isOpen, mayEdit }: { asked: Question; questions: readonly Question[]; slug: string; isOpen: boolean; mayEdit: boolean }) {
  const t = useTranslations('call-editor.form')
  const locale = useLocale()
  const words = useQuestionWords()
  const label = inLocale(asked.label, locale)
  return (
    <>
      <p className={isOpen ? 'font-bold' : 'font-semibold'}>
        {mayEdit ? <Link href={`/manage/calls/${slug}/form?edit=${asked.id}#panel`} aria-current={isOpen ? 'true' : undefined} className="inline-block py-0.5">{label}</Link> : label}
      </p>
      <p className="text-small text-soft">{questionFacts(asked, questions, words, locale).join(' · ')}</p>
      {!asked.label.en && <p className="text-small text-uncertain-ink">{t('noEnglish')}</p>}
    </>
  )
}
