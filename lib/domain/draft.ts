/**
 * A draft is paper: it keeps whatever its authors type, field by field, each save under a version number. A field is
 * named by its key, `pitch`, or for a call's own question `answers.<id>`; both are saved, compared and merged alike.
 */
import { applicationForm, claimFields, type CoreField, coreFields, draftFields, optionalFields, type Section, sectionOf, sections } from '#lib/domain/application.ts'
import { isPast } from '#lib/domain/calendar.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { isEmptyClaim } from '#lib/domain/claim-parts.ts'
import { answerName, answersOf, questionOf } from '#lib/domain/field-name.ts'
import { answerFault, type Answer, draftAnswer, type Question } from '#lib/domain/question.ts'
import { shownQuestions } from '#lib/domain/shown-question.ts'
import { z } from 'zod'

export type FieldName = CoreField | `answers.${string}`
/** The content of a draft, flat: absent and null both mean nothing written. */
export type Content = Readonly<Record<string, unknown>>
/** One fault, by field; for a claim the part at fault follows the field: `primaryClaim.target`. */
export type Gap = { field: string; section: Section; code: string }

/** Making a schema costs more than a save: a form's is made once. */
const patchSchemas = new WeakMap<readonly Question[], ReturnType<typeof makePatchSchema>>()

/** The schema of what one save may carry: any of the fields of this form, and no other key. Unknown keys: `unrecognized_keys`. */
export function patchSchema(questions: readonly Question[]) {
  const made = patchSchemas.get(questions) ?? makePatchSchema(questions)
  patchSchemas.set(questions, made)
  return made
}

function makePatchSchema(questions: readonly Question[]) {
  const answers = Object.fromEntries(questions.map((asked) => [answerName(asked.id), draftAnswer(asked).optional()]))
  const core = Object.fromEntries(Object.entries(draftFields).map(([name, schema]) => [name, schema.optional()]))
  return z.strictObject({ ...core, ...answers }).refine((fields) => Object.keys(fields).length > 0, { params: { code: 'empty' } })
}

/** Everything that keeps a draft from being submitted, in the order of the form. `files` counts files by question. */
export function gapsOf(content: Content, questions: readonly Question[], files: Readonly<Record<string, number>>): Gap[] {
  const written = Object.fromEntries(coreFields.map((field) => [field, emptied(field, content[field])]))
  const result = applicationForm.safeParse(written)
  const core = (result.error?.issues ?? []).map((issue) => ({ field: issue.path.join('.'), code: codeOf(issue), section: sectionOf[issue.path[0] as CoreField] }))
  const own = shownQuestions(questions, answersOf(content)).flatMap((asked) => {
    const code = answerFault(asked, content[answerName(asked.id)] as Answer | undefined, files[asked.id] ?? 0)
    return code === null ? [] : [{ field: answerName(asked.id), code, section: 'questions' as const }]
  })
  const all = [...core, ...own].sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section))
  return all.filter(({ field }, index) => all.findIndex((other) => other.field === field) === index)
}

function emptied(field: CoreField, value: unknown): unknown {
  const isClaim = (claimFields as readonly string[]).includes(field)
  if (isClaim) return isEmptyClaim(value as DraftClaim) ? (field === 'primaryClaim' ? undefined : null) : { metric: null, ...(value as object) }
  return value ?? (optionalFields.has(field) ? null : undefined)
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return String((issue as { params?: { code?: string } }).params?.code ?? 'unfit')
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' ? 'missing' : 'unfit'
}

/** How far each part is: fields that must be filled in, and how many of them are fit. */
export function progressOf(content: Content, questions: readonly Question[], files: Readonly<Record<string, number>>): Record<Section, { done: number; of: number }> {
  const gaps = new Set(gapsOf(content, questions, files).map(({ field }) => questionOf(field) === null ? field.split('.')[0] : field))
  const progress = Object.fromEntries(sections.map((section) => [section, { done: 0, of: 0 }])) as Record<Section, { done: number; of: number }>
  const count = (section: Section, field: string) => {
    progress[section].of += 1
    if (!gaps.has(field)) progress[section].done += 1
  }
  for (const field of coreFields) if (!optionalFields.has(field)) count(sectionOf[field], field)
  for (const asked of shownQuestions(questions, answersOf(content))) if (asked.required) count('questions', answerName(asked.id))
  return progress
}

/** What bears on whether a draft may still be changed. Instants inclusive to their last second. */
export type Window = {
  opensAt: Date
  closesAt: Date
  /** The latest of the late permits this person holds for this organisation, if any. */
  permitUntil: Date | null
  isSubmitted: boolean
  /** Fields the call leaves open after its deadline, and until when. */
  staysOpen: readonly string[]
  staysOpenUntil: Date | null
  /** Fields a manager asked to correct, and until when. */
  corrections: readonly { fields: readonly string[]; until: Date }[]
}

/** True while everything may be changed and submitted: from opening to the deadline, or to the end of a late permit. */
export function isOpen({ opensAt, closesAt, permitUntil }: Pick<Window, 'opensAt' | 'closesAt' | 'permitUntil'>, now: Date): boolean {
  return now >= opensAt && (!isPast(closesAt, now) || (permitUntil !== null && !isPast(permitUntil, now)))
}

/** The fields that may be changed now: all, or those left or reopened after the deadline, which is none for a draft never submitted. */
export function editableFields(window: Window, now: Date): 'all' | readonly string[] {
  if (isOpen(window, now)) return 'all'
  if (!window.isSubmitted || now < window.opensAt) return []
  const left = window.staysOpenUntil !== null && !isPast(window.staysOpenUntil, now) ? window.staysOpen : []
  const reopened = window.corrections.filter(({ until }) => !isPast(until, now)).flatMap(({ fields }) => fields)
  return [...new Set([...left, ...reopened])]
}

/** True when each of these fields may be changed now. */
export function mayChangeFields(fields: readonly string[], window: Window, now: Date): boolean {
  const editable = editableFields(window, now)
  return editable === 'all' || fields.every((field) => editable.includes(field))
}
