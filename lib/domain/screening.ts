/**
 * The table in which managers screen the applications of a call: its columns, what each row holds, the deeds.
 * Eligibility is judged with a motive when it is refused; the motive and the tags are for managers alone.
 */
import { type Eligibility, eligibilities, type Maturity, type RegulatoryState } from '#lib/domain/application.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { required } from '#lib/domain/form-text.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { Answer, Question, QuestionKind } from '#lib/domain/question.ts'
import { z } from 'zod'

/** What every call's table can show, in the order it is shown in. */
const fixedColumns = [
  'number', 'solution', 'organisation', 'eligibility', 'motive', 'tags', 'challenge', 'rupture', 'maturity', 'regulatoryState', 'budget', 'submittedAt', 'corrections', 'messages', 'files',
] as const
export type FixedColumn = (typeof fixedColumns)[number]
/** The answers to a question of the call itself. */
export type AnswerColumn = `answers.${string}`
export type Column = FixedColumn | AnswerColumn

/** What is shown to whoever has not chosen. */
export const defaultColumns: readonly Column[] = ['number', 'solution', 'organisation', 'eligibility', 'tags', 'challenge', 'rupture', 'maturity', 'submittedAt']

/** Answers short enough for a cell, and of few enough kinds to be compared. */
const tabled: ReadonlySet<QuestionKind> = new Set(['choice', 'choices', 'number', 'yes-no'])

/** The questions of a call whose answers the table can show. */
export function tabledQuestions<Asked extends Pick<Question, 'kind'>>(questions: readonly Asked[]): Asked[] {
  return questions.filter(({ kind }) => tabled.has(kind))
}

/** Columns of a call's table in their one order, the call's own questions last. */
export function columnsOf(questions: readonly Pick<Question, 'id'>[]): Column[] {
  return [...fixedColumns, ...questions.map(({ id }): AnswerColumn => `answers.${id}`)]
}

/** The question whose answers a column shows; null for a column every call has. */
export function questionOf(column: Column): string | null {
  return column.startsWith('answers.') ? column.slice('answers.'.length) : null
}

/** One application as the table shows it: an instant as ISO 8601, counts of what is open, unread and attached. */
export type ScreeningRow = {
  id: string
  number: string
  solution: string
  organisation: string
  challenge: string | null
  rupture: { slug: string; title: Localized } | null
  maturity: Maturity | null
  regulatoryState: RegulatoryState | null
  budget: number | null
  submittedAt: string
  eligibility: Eligibility
  motive: string | null
  tags: { id: string; name: string }[]
  corrections: number
  messages: number
  files: number
  answers: Readonly<Record<string, Answer>>
  /** Where the judgement stood when the row was read: a deed that says it is refused once that has changed. */
  mark: string
}

/** What the applications of a call can be told apart by, in the words of people. */
export type ScreeningVocabulary = {
  challenges: readonly { slug: string; title: Localized }[]
  ruptures: readonly { slug: string; title: Localized }[]
  tags: readonly { id: string; name: string }[]
  questions: readonly Question[]
}

/** A view kept under a name, as its query string; one's own or one a colleague shares. */
export type SavedView = { id: string; name: string; search: string; shared: boolean; isOwn: boolean }

/** What was done at once, to how many, and whether it was undone. */
export type ScreeningBatch = { batchId: string; count: number; undone: boolean } & ({ kind: 'eligibility'; eligibility: Eligibility } | { kind: 'tag' | 'untag'; tag: string })

/** What the table's form knows after it was sent; a deed done is told in words, with what undoes it. */
export type ScreeningState = Exclude<FormState, { status: 'done' }> | { status: 'done'; said: string; undo: string | null }

/** Where a judgement stands: the eligibility, and the deed that made it so, if one did. */
export function markOf(eligibility: Eligibility, deedId: string | null): string {
  return `${eligibility}.${deedId ?? ''}`
}

/** Most applications judged or tagged at once. */
export const mostChosen = 500

/** An application chosen in the table, with the mark of its row. */
export const chosenApplication = z.object({ id: z.uuid(), mark: z.string().regex(/^(?:pending|eligible|ineligible)\.[0-9a-f-]{0,36}$/) })
export type ChosenApplication = z.infer<typeof chosenApplication>

/** A chosen row as the value of its box, and back; null for what is none. */
export const chosenValue = ({ id, mark }: ChosenApplication): string => `${id}:${mark}`
export function readChosen(value: string): ChosenApplication | null {
  const [id, mark] = value.split(':')
  return chosenApplication.safeParse({ id, mark }).data ?? null
}

export const motiveLimit = 1_000

/** A judgement on eligibility; whoever is refused is told why, so the motive may not be missing then. */
export const judgement = z
  .object({ eligibility: z.enum(eligibilities), motive: z.string().optional() })
  .transform(({ eligibility, motive }, context) => {
    if (eligibility !== 'ineligible') return { eligibility, motive: null }
    const read = required(motiveLimit).safeParse(motive ?? '')
    if (read.success) return { eligibility, motive: read.data }
    for (const issue of read.error.issues) context.addIssue({ code: 'custom', path: ['motive'], params: issue.code === 'custom' ? (issue.params ?? {}) : {} })
    return z.NEVER
  })
export type Judgement = z.output<typeof judgement>

export const tagName = z.string().trim().min(1).max(40).regex(/^[^\p{Cc}\p{Cf}<>]*$/u).transform((name) => name.normalize('NFC').replace(/\s+/gu, ' '))
export const viewName = z.string().trim().min(1).max(80).regex(/^[^\p{Cc}\p{Cf}<>]*$/u).transform((name) => name.normalize('NFC').replace(/\s+/gu, ' '))
