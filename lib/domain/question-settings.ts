/**
 * A question as a manager fills it in on screen. What does not belong to its kind is left out, so that a stored question
 * never carries the options of a choice it no longer is.
 */
import { line, paragraphs, typedNumber } from '#lib/domain/call-settings.ts'
import { audiences, defaultLimits, type Question, questionFaults, type QuestionKind, questionKinds } from '#lib/domain/question.ts'
import { freshSlug } from '#lib/domain/slug.ts'
import { z } from 'zod'

/** Characters allowed, said in advance. */
export const questionLimits = { label: 400, help: 2_000, option: 200, unit: 40 } as const
/** The most a manager may set as limit: characters of a short text, words of a long one, within what a draft keeps. */
export const mostLimit = { 'short-text': 1_000, 'long-text': 2_000 } as const
export const mostOptions = 40
export const mostQuestions = 200

/** A condition as one value of a list: "<question>=<answer>"; '' shows the question always. */
const condition = z
  .union([z.literal('').transform(() => null), z.string().max(90).regex(/^[0-9a-f-]{36}=[a-z0-9-]{1,40}$/)])
  .nullish()
  .transform((text) => (text ? { questionId: text.slice(0, 36), is: text.slice(37) } : null))

export const questionInput = z.object({
  label: line(questionLimits.label),
  help: paragraphs(questionLimits.help),
  required: z.boolean(),
  audience: z.enum(audiences),
  shownIf: condition,
  options: z
    .array(z.object({ id: z.string().max(40).nullish(), label: line(questionLimits.option) }).nullable())
    .max(mostOptions + 10)
    .transform((rows) => rows.filter((row) => row !== null))
    .refine((rows) => rows.length <= mostOptions, { params: { code: 'too-many-rows' } })
    .optional()
    .transform((rows) => rows ?? []),
  unit: line(questionLimits.unit).nullish().transform((unit) => unit ?? null),
  least: typedNumber,
  most: typedNumber,
  limit: typedNumber.pipe(z.int().min(1).max(5_000).nullable()),
})
export type QuestionInput = z.output<typeof questionInput>

/** How a condition is written as one value. */
export function conditionText(shownIf: Question['shownIf']): string {
  return shownIf === null ? '' : `${shownIf.questionId}=${shownIf.is}`
}

/** The question a manager means. An option keeps its identifier, which answers refer to; a new one gets its own from its text. */
export function questionFrom(id: string, kind: QuestionKind, { options, unit, least, most, limit, ...shared }: QuestionInput, before?: Question): Question {
  const isChoice = kind === 'choice' || kind === 'choices'
  const known = new Set(before?.options.map((option) => option.id))
  const taken = new Set([...known, ...options.flatMap((option) => (option.id && known.has(option.id) ? [option.id] : []))])
  const named = options.map(({ id: given, label }) => {
    const own = given && known.has(given) ? given : freshSlug(label.fr, taken, 'option', 36)
    taken.add(own)
    return { id: own, label }
  })
  const isNumber = kind === 'number'
  return {
    id, kind, ...shared,
    options: isChoice ? named : [],
    unit: isNumber ? unit : null, least: isNumber ? least : null, most: isNumber ? most : null,
    limit: kind === 'short-text' || kind === 'long-text' ? limit : null,
  }
}

const fieldOf: Readonly<Record<string, string>> = { 'options-missing': 'options.0.label.fr', 'options-repeated': 'options.0.label.fr', range: 'most', 'condition-unknown': 'shownIf', 'condition-later': 'shownIf' }

/** What is wrong with one question among the others, by field of the screen; `elsewhere` when another question would be left wrong. */
export function faultsAmong(questions: readonly Question[], id: string): { faults: { path: string; code: string }[]; elsewhere: boolean } {
  const found = questionFaults(questions)
  const own = questions.find((each) => each.id === id)
  const overLimit = own && own.limit !== null && (own.kind === 'short-text' || own.kind === 'long-text') && own.limit > mostLimit[own.kind]
  const faults = found.filter((fault) => fault.id === id).map(({ code }) => ({ path: fieldOf[code] ?? 'label.fr', code }))
  return { faults: overLimit ? [...faults, { path: 'limit', code: 'limit-too-high' }] : faults, elsewhere: found.some((fault) => fault.id !== id) }
}

/** The limit that holds for a text where the manager set none. */
export function limitOf({ kind, limit }: Pick<Question, 'kind' | 'limit'>): number | null {
  return kind === 'short-text' || kind === 'long-text' ? (limit ?? defaultLimits[kind]) : null
}

/** The questions that may be a condition for one at a place: those before it that are answered by a choice. */
export function conditionsBefore(questions: readonly Question[], id: string | null): Question[] {
  const at = id === null ? questions.length : questions.findIndex((each) => each.id === id)
  return questions.slice(0, at < 0 ? questions.length : at).filter(({ kind }) => kind === 'yes-no' || kind === 'choice' || kind === 'choices')
}

/** The list with one question at another place, counted from 0; places beyond the end are the end. */
export function movedTo(questions: readonly Question[], id: string, to: number): Question[] {
  const moved = questions.find((each) => each.id === id)
  const rest = questions.filter((each) => each.id !== id)
  return moved ? rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, moved) : [...rest]
}

export const questionKind = z.enum(questionKinds)
