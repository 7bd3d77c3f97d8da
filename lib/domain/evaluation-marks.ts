/**
 * What an evaluation says, flat as on the wire: `scores.<criterionId>`, `commentToApplicant`, `commentToJury`. Judged here
 * without a schema, so that the page that writes it can too.
 */
import type { Content } from '#lib/domain/draft.ts'
import type { Mark, Scores } from '#lib/domain/evaluation.ts'
import { scale } from '#lib/domain/mark-scale.ts'
import { keepParagraphs, lengthOf } from '#lib/domain/plain-text.ts'

export const evaluationLimits = { commentToApplicant: 2_000, commentToJury: 2_000, reopening: 500, abstention: 500 } as const

/** The comments, kept apart: one is for the applicant, one stays with the jury. */
export const evaluationComments = ['commentToApplicant', 'commentToJury'] as const
export type EvaluationComment = (typeof evaluationComments)[number]

/** What is written where a criterion does not apply: null would mean that no mark was given yet. */
export const notApplicable = 'not-applicable'
/** A mark as it is written: null takes it back. */
export type WrittenMark = number | typeof notApplicable | null

const scorePrefix = 'scores.'

export function markName(criterionId: string): string {
  return `${scorePrefix}${criterionId}`
}

/** The criterion a field marks; null for a comment. */
export function criterionOf(field: string): string | null {
  return field.startsWith(scorePrefix) ? field.slice(scorePrefix.length) : null
}

type Written = { scores: Scores } & Partial<Record<EvaluationComment, string | null>>

/** What is written, flat; nothing written is left out. */
export function evaluationContent({ scores, commentToApplicant, commentToJury }: Written): Content {
  const comments = Object.entries({ commentToApplicant, commentToJury }).filter(([, text]) => text != null && text !== '')
  return Object.fromEntries([...Object.entries(scores).map(([id, mark]) => [markName(id), mark ?? notApplicable]), ...comments])
}

/** The mark in a content; undefined where none was given, null where the criterion does not apply. */
export function markIn(content: Content, criterionId: string): Mark | undefined {
  const value = content[markName(criterionId)]
  if (value === notApplicable) return null
  return typeof value === 'number' ? value : undefined
}

/** True when a mark is at an end of the scale, where the jury is owed a reason. */
export function isExtreme(content: Content, criteria: readonly { id: string }[]): boolean {
  return criteria.some(({ id }) => {
    const mark = markIn(content, id)
    return mark === scale.low || mark === scale.high
  })
}

/**
 * What keeps an evaluation from being submitted, in the order of the grid. Codes: `missing` for a mark, `extreme` for the
 * comment to the jury that a 1 or a 5 calls for, `over-limit` for a comment that is too long.
 */
export function evaluationGaps(content: Content, criteria: readonly { id: string }[]): { field: string; code: 'missing' | 'extreme' | 'over-limit' }[] {
  const text = (name: EvaluationComment) => String(content[name] ?? '').trim()
  return [
    ...criteria.filter(({ id }) => markIn(content, id) === undefined).map(({ id }) => ({ field: markName(id), code: 'missing' as const })),
    ...(isExtreme(content, criteria) && text('commentToJury') === '' ? [{ field: 'commentToJury', code: 'extreme' as const }] : []),
    ...evaluationComments.filter((name) => lengthOf(text(name)) > evaluationLimits[name]).map((field) => ({ field, code: 'over-limit' as const })),
  ]
}

/** The fields of an evaluation among what a form sent, as they are saved. */
export function fieldsSent(values: Readonly<Record<string, unknown>>): Content {
  const marks = Object.entries(values).flatMap(([name, value]) => (criterionOf(name) === null ? [] : [[name, value === notApplicable ? value : Number(value)] as const]))
  const comments = evaluationComments.flatMap((name) => (typeof values[name] === 'string' ? [[name, keepParagraphs(values[name]) || null] as const] : []))
  return Object.fromEntries([...marks, ...comments])
}

/** The marks of a content, by criterion. */
export function scoresIn(content: Content): Scores {
  return Object.fromEntries(Object.keys(content).flatMap((field) => {
    const id = criterionOf(field)
    const mark = id === null ? undefined : markIn(content, id)
    return mark === undefined ? [] : [[id as string, mark]]
  }))
}
