/**
 * What a deposit freezes, and what a receipt proves: everything of a file by name, so that it can be read without the
 * portal. After the deadline a deposit is the last one with nothing changed but the fields left open or reopened.
 */
import { type CoreField, coreFields } from '#lib/domain/application.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { isEmptyClaim } from '#lib/domain/claim-parts.ts'
import type { Content, FieldName } from '#lib/domain/draft.ts'
import { answerName, answersOf } from '#lib/domain/field-name.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { Answer, Question, QuestionKind } from '#lib/domain/question.ts'
import { shownQuestions } from '#lib/domain/shown-question.ts'

/** An answer with the words it was given to; `chosen` names the options chosen, `unit` is a number's. */
export type DepositedAnswer = { question: string; label: Localized; kind: QuestionKind; answer: Answer; chosen: readonly { id: string; label: Localized }[]; unit: Localized | null }
/** `question` is null for a file given with the evidence. `size` in bytes, `sha256` in hexadecimal. */
export type DepositedFile = { id: string; question: string | null; name: string; mediaType: string; size: number; sha256: string }
export type DepositedChallenge = { id: string; slug: string; title: Localized }
/** A claim with the rupture it is pinned to, in the version its author read; null where there is none such. */
export type DepositedClaim = DraftClaim & { rupture: { slug: string; version: number; title: Localized } | null }

/** `answers` come in the form's order, `files` in that of their identifiers. `fields` has every core field, null where nothing was written; a challenge and a claim's rupture carry their names. */
export type Deposit = {
  number: string
  sequence: number
  kind: 'submission' | 'correction'
  submittedAt: string
  call: string
  formVersion: number
  /** `beingCreated` stands only where it is so: the company had no SIREN yet. */
  organisation: { name: string; siren: string | null; beingCreated?: true }
  fields: Readonly<Record<CoreField, unknown>>
  answers: readonly DepositedAnswer[]
  files: readonly DepositedFile[]
}

/** The field a file belongs to, whose being open decides whether it may still be swapped. */
export function fieldOfFile(questionId: string | null): FieldName {
  return questionId === null ? 'evidence' : answerName(questionId)
}

/** The field a gap's path is in: `primaryClaim.target` is of `primaryClaim`; an answer's name is one whole. */
export function fieldOfPath(path: string): string {
  return path.startsWith('answers.') ? path : (path.split('.')[0] as string)
}

/** A content as a deposit keeps it: no white space around texts, null for what is empty, no answer to what is not asked. */
export function settledContent(content: Content, questions: readonly Question[]): Content {
  const asked = shownQuestions(questions, answersOf(content)).map(({ id }) => answerName(id))
  return Object.fromEntries([...coreFields, ...asked].map((field) => [field, settled(content[field])]))
}

function settled(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || null
  if (Array.isArray(value)) return value.length === 0 ? null : value
  if (value === null || typeof value !== 'object') return value ?? null
  if (isEmptyClaim(value as DraftClaim)) return null
  return { metric: null, ...Object.fromEntries(Object.entries(value).map(([part, its]) => [part, settled(its)])) }
}

/** The fields in which two contents differ; absent and null are the same. */
export function changedFields(before: Content, after: Content): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]))
}

/** The last deposit with these fields, their answers and their files taken from the next one; all else stays to the letter. */
export function overlaid(last: Deposit, next: Deposit, fields: readonly string[]): Deposit {
  const isOpen = (field: string) => fields.includes(field)
  const answered = (question: string) => isOpen(answerName(question))
  const ofOpenFile = ({ question }: DepositedFile) => isOpen(fieldOfFile(question))
  return {
    ...last,
    sequence: next.sequence,
    kind: next.kind,
    submittedAt: next.submittedAt,
    fields: Object.fromEntries(coreFields.map((field) => [field, (isOpen(field) ? next : last).fields[field] ?? null])) as Deposit['fields'],
    answers: inPlace(last.answers, next.answers.filter(({ question }) => answered(question)), ({ question }) => !answered(question)),
    files: [...last.files.filter((file) => !ofOpenFile(file)), ...next.files.filter(ofOpenFile)].sort(byId),
  }
}

/** The answers of the last deposit in their order, those that are open replaced where they stand; what was not asked then comes after. */
function inPlace(last: readonly DepositedAnswer[], given: readonly DepositedAnswer[], stays: (answered: DepositedAnswer) => boolean): DepositedAnswer[] {
  const kept = last.flatMap((answered) => (stays(answered) ? [answered] : given.filter(({ question }) => question === answered.question)))
  return [...kept, ...given.filter(({ question }) => !last.some((answered) => answered.question === question))]
}

/** An order that depends on nothing but what is ordered, so that equal contents have equal digests. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}
