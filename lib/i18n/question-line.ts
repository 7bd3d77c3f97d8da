import { inLocale } from '#lib/domain/localized.ts'
import type { Question } from '#lib/domain/question.ts'
import { limitOf } from '#lib/domain/question-settings.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** Sentences for what is asked; `#`, `{least}`, `{most}`, `{question}` and `{answer}` are filled in here, so that a browser can do it too. */
export type QuestionWords = {
  kinds: Record<Question['kind'], string>
  audiences: Record<Question['audience'], string>
  required: string
  optional: string
  characters: readonly [one: string, more: string]
  words: readonly [one: string, more: string]
  options: readonly [one: string, more: string]
  between: string
  least: string
  most: string
  shownIf: string
  yes: string
  no: string
}

/** What a question asks for, in the order a reader needs it: kind and limit, required or not, who reads, when it is shown. */
export function questionFacts(asked: Question, questions: readonly Question[], words: QuestionWords, locale: Locale): string[] {
  const facts = [kindAndLimit(asked, words, locale), asked.required ? words.required : words.optional, words.audiences[asked.audience]]
  const condition = conditionOf(asked, questions, words, locale)
  return condition === null ? facts : [...facts, words.shownIf.replace('{question}', condition.question).replace('{answer}', condition.answer)]
}

/** The earlier question that decides whether this one is shown, and the answer that shows it; null when it always is. */
function conditionOf({ shownIf }: Question, questions: readonly Question[], { yes, no }: Pick<QuestionWords, 'yes' | 'no'>, locale: Locale): { question: string; answer: string } | null {
  const on = questions.find(({ id }) => id === shownIf?.questionId)
  if (shownIf === null || on === undefined) return null
  return { question: inLocale(on.label, locale), answer: answerText(on, shownIf.is, { yes, no }, locale) }
}

function answerText(on: Question, is: string, { yes, no }: Pick<QuestionWords, 'yes' | 'no'>, locale: Locale): string {
  if (on.kind === 'yes-no') return is === 'yes' ? yes : no
  const option = on.options.find(({ id }) => id === is)
  return option ? inLocale(option.label, locale) : is
}

function kindAndLimit(asked: Question, words: QuestionWords, locale: Locale): string {
  const { kind, options, least, most, unit } = asked
  const number = (value: number) => formatNumber(value, locale, 6)
  const counted = ([one, more]: readonly [string, string], count: number) => (count < 2 ? one : more).replace('#', number(count))
  const limit = limitOf(asked)
  const parts = [words.kinds[kind]]
  if (limit !== null) parts.push(counted(kind === 'short-text' ? words.characters : words.words, limit))
  if (kind === 'choice' || kind === 'choices') parts.push(counted(words.options, options.length))
  if (kind === 'number') {
    if (unit) parts.push(inLocale(unit, locale))
    if (least !== null && most !== null) parts.push(words.between.replace('{least}', number(least)).replace('{most}', number(most)))
    else if (least !== null) parts.push(words.least.replace('{least}', number(least)))
    else if (most !== null) parts.push(words.most.replace('{most}', number(most)))
  }
  return parts.join(', ')
}
