import { useTranslations } from 'next-intl'
import { limitWords, type QuestionWords } from '#lib/i18n/question-line.ts'

/** The words by which a question is described, for the server's screens and the browser's preview alike. */
export function useQuestionWords(): QuestionWords {
  const t = useTranslations('application')
  const own = useTranslations('call-editor.form')
  return {
    kinds: {
      'short-text': t('kinds.short-text'), 'long-text': t('kinds.long-text'), choice: t('kinds.choice'), choices: t('kinds.choices'), number: t('kinds.number'),
      date: t('kinds.date'), link: t('kinds.link'), file: t('kinds.file'), 'yes-no': t('kinds.yes-no'),
    },
    audiences: { public: own('readBy.public'), scorers: own('readBy.scorers'), jury: own('readBy.jury'), managers: own('readBy.managers') },
    required: t('required'),
    optional: t('optional'),
    ...limitWords(t),
    options: [own('options', { count: 1 }).replace('1', '#'), own('options', { count: 9 }).replace('9', '#')],
    shownIf: own('shownIf', { question: '{question}', answer: '{answer}' }),
    yes: t('answers.yes'),
    no: t('answers.no'),
  }
}
