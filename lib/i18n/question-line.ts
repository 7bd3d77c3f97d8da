import { inLocale } from '#lib/domain/localized.ts'
import type { Question } from '#lib/domain/question.ts'
import { limitOf } from '#lib/domain/question-settings.ts'
import { formatNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'

/** Sentences for how much an answer may hold; `#`, `{least}` and `{most}` are filled in here, so that a browser can do it too. */
type LimitWords = {
  characters: readonly [one: string, more: string]
  words: readonly [one: string, more: string]
  between: string
  least: string
  most: string
}
type AnswerWords = { yes: string; no: string }

/** Sentences for what is asked; `{question}` and `{answer}` are filled in here too. */
export type QuestionWords = LimitWords & AnswerWords & {
  kinds: Record<Question['kind'], string>
  audiences: Record<Question['audience'], string>
  required: string
  optional: string
  options: readonly [one: string, more: string]
  shownIf: string
}

type LimitKey = 'limits.characters' | 'limits.words' | 'limits.between' | 'limits.least' | 'limits.most'

/** The sentences of `application`, with their names left open. */
export function limitWords(say: (key: LimitKey, values: Record<string, string | number>) => string): LimitWords {
  const counted = (key: 'limits.characters' | 'limits.words') => [say(key, { count: 1 }).replace('1', '#'), say(key, { count: 9 }).replace('9', '#')] as const
  return {
    characters: counted('limits.characters'),
    words: counted('limits.words'),
    between: say('limits.between', { least: '{least}', most: '{most}' }),
    least: say('limits.least', { least: '{least}' }),
    most: say('limits.most', { most: '{most}' }),
  }
}

/** What a question asks for, in the order a reader needs it: kind and limit, required or not, who reads, when it is shown. */
export function questionFacts(asked: Question, questions: readonly Question[], words: QuestionWords, locale: Locale): string[] {
  const facts = [kindAndLimit(asked, words, locale), asked.required ? words.required : words.optional, words.audiences[asked.audience]]
  const condition = conditionOf(asked, questions, words, locale)
  return condition === null ? facts : [...facts, words.shownIf.replace('{question}', condition.question).replace('{answer}', condition.answer)]
}

/** The earlier question that decides whether this one is shown, and the answer that shows it; null when it always is. */
function conditionOf({ shownIf }: Question, questions: readonly Question[], words: AnswerWords, locale: Locale): { question: string; answer: string } | null {
  const on = questions.find(({ id }) => id === shownIf?.questionId)
  if (shownIf === null || on === undefined) return null
  return { question: inLocale(on.label, locale), answer: answerText(on, shownIf.is, words, locale) }
}

/** The answer that shows a question, as those who give it read it. */
export function answerText(on: Question, is: string, { yes, no }: AnswerWords, locale: Locale): string {
  if (on.kind === 'yes-no') return is === 'yes' ? yes : no
  const option = on.options.find(({ id }) => id === is)
  return option ? inLocale(option.label, locale) : is
}

function kindAndLimit(asked: Question, words: QuestionWords, locale: Locale): string {
  const { kind, options, unit } = asked
  const parts = [words.kinds[kind]]
  if (kind === 'choice' || kind === 'choices') parts.push(counted(words.options, options.length, locale))
  if (kind === 'number' && unit) parts.push(inLocale(unit, locale))
  const limit = limitText(asked, words, locale)
  return (limit === null ? parts : [...parts, limit]).join(', ')
}

/** "200 mots au plus", "de 1 à 30": how much an answer may hold; null where nothing is said in advance. */
export function limitText(asked: Question, words: LimitWords, locale: Locale): string | null {
  const { kind, least, most } = asked
  const limit = limitOf(asked)
  if (limit !== null) return counted(kind === 'short-text' ? words.characters : words.words, limit, locale)
  if (kind !== 'number') return null
  const fill = (sentence: string) => sentence.replace('{least}', number(least ?? 0, locale)).replace('{most}', number(most ?? 0, locale))
  if (least !== null && most !== null) return fill(words.between)
  if (least !== null) return fill(words.least)
  return most === null ? null : fill(words.most)
}

const number = (value: number, locale: Locale) => formatNumber(value, locale, 6)

function counted([one, more]: readonly [string, string], count: number, locale: Locale): string {
  return (count < 2 ? one : more).replace('#', number(count, locale))
}
