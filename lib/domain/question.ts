/**
 * A call's own questions, edited on screen and frozen by version at publication. From them follow the answers' schemas,
 * for a draft and for submission, the same on both sides.
 */
import { draftLine, draftProse } from '#lib/domain/form-text.ts'
import { countWords, keepParagraphs, lengthOf } from '#lib/domain/plain-text.ts'
import { z } from 'zod'

export const questionKinds = ['short-text', 'long-text', 'choice', 'choices', 'number', 'date', 'link', 'file', 'yes-no'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Who reads an answer besides its authors; each includes those after it. Managers read everything. */
export const audiences = ['public', 'scorers', 'jury', 'managers'] as const
export type Audience = (typeof audiences)[number]

/** True when a reader of this kind may read what is meant for `audience`. */
export function isFor(audience: Audience, reader: Audience): boolean {
  return audiences.indexOf(audience) <= audiences.indexOf(reader)
}

const words = z.object({ fr: z.string().trim().min(1).max(400), en: z.string().trim().max(400).optional() })
const help = z.object({ fr: z.string().trim().max(2_000), en: z.string().trim().max(2_000).optional() })
const option = z.object({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), label: words })

/** What a manager says of one question. `shownIf` names an earlier choice or yes-no question and the answer that shows this one. */
export const question = z.object({
  id: z.uuid(),
  kind: z.enum(questionKinds),
  label: words,
  help: help.nullable(),
  required: z.boolean(),
  audience: z.enum(audiences),
  shownIf: z.object({ questionId: z.uuid(), is: z.string().max(40) }).nullable(),
  options: z.array(option).max(40),
  /** Only for numbers. */
  unit: words.nullable(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** Only for texts: characters for a short one, words for a long one. */
  limit: z.int().min(1).max(5_000).nullable(),
})
export type Question = z.infer<typeof question>

/** Limits where the manager set none. */
export const defaultLimits = { 'short-text': 200, 'long-text': 500 } as const

export type Answer = string | number | boolean | string[] | null
export type Answers = Readonly<Record<string, Answer | undefined>>

/** An https address, without a name and password in it. */
export const webLink = z.string().trim().max(500).refine(isWebLink, { params: { code: 'link' } })

function isWebLink(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return protocol === 'https:' && hostname.includes('.') && username === '' && password === ''
}

/** Faults of a list of questions as a whole, by question: `condition-unknown`, `condition-later`, `options-missing`, `range`. */
export function questionFaults(questions: readonly Question[]): { id: string; code: string }[] {
  const faults: { id: string; code: string }[] = []
  questions.forEach((asked, index) => {
    const fault = (code: string) => faults.push({ id: asked.id, code })
    if ((asked.kind === 'choice' || asked.kind === 'choices') && asked.options.length < 2) fault('options-missing')
    if (new Set(asked.options.map(({ id }) => id)).size < asked.options.length) fault('options-repeated')
    if (asked.least !== null && asked.most !== null && asked.least > asked.most) fault('range')
    if (asked.shownIf === null) return
    const at = questions.findIndex(({ id }) => id === asked.shownIf?.questionId)
    const on = questions[at]
    if (on === undefined || !canCondition(on, asked.shownIf.is)) fault('condition-unknown')
    else if (at >= index) fault('condition-later')
  })
  return faults
}

function canCondition({ kind, options }: Question, is: string): boolean {
  if (kind === 'yes-no') return is === 'yes' || is === 'no'
  return (kind === 'choice' || kind === 'choices') && options.some(({ id }) => id === is)
}

/** What a draft accepts as an answer: its type, not its limits. Files are kept apart and answered by their own address. */
export function draftAnswer({ kind, options }: Question): z.ZodType<Answer> {
  const known = z.string().refine((id) => options.some((each) => each.id === id), { params: { code: 'unknown-option' } })
  switch (kind) {
    case 'short-text': return draftLine.nullable()
    case 'long-text': return draftProse.nullable()
    case 'link': return draftLine.nullable()
    case 'choice': return known.nullable()
    case 'choices': return z.array(known).max(40).transform((ids) => [...new Set(ids)]).nullable()
    case 'number': return z.number().min(-1e12).max(1e12).nullable()
    case 'date': return z.iso.date().nullable()
    case 'yes-no': return z.boolean().nullable()
    case 'file': return z.null()
  }
}

/** What is still wrong with an answer at submission, as a code; null when it is fit. `files` is how many were given. */
export function answerFault(asked: Question, given: Answer | undefined, files = 0): string | null {
  const { kind, required, limit, least, most } = asked
  if (kind === 'file') return required && files === 0 ? 'missing' : null
  if (given === undefined || given === null || given === '' || (typeof given === 'string' && given.trim() === '') || (Array.isArray(given) && given.length === 0)) return required ? 'missing' : null
  if (kind === 'short-text' && lengthOf(String(given)) > (limit ?? defaultLimits[kind])) return 'over-limit'
  if (kind === 'long-text' && countWords(String(given)) > (limit ?? defaultLimits[kind])) return 'over-limit'
  if (kind === 'link' && !webLink.safeParse(given).success) return 'link'
  if (kind === 'number' && typeof given === 'number' && ((least !== null && given < least) || (most !== null && given > most))) return 'out-of-range'
  return draftAnswer(asked).safeParse(typeof given === 'string' ? keepParagraphs(given) : given).success ? null : 'unfit'
}

/** The frozen questions of a published form. */
export const questionList = z.array(question).max(200)

