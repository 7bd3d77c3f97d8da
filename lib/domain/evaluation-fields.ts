/**
 * The fields an evaluation is saved by, flat as on the wire: `scores.<criterionId>`, `commentToApplicant`, `commentToJury`.
 * Saved, compared and merged one by one, like the fields of a draft.
 */
import type { Content } from '#lib/domain/draft.ts'
import { draftComment, type EvaluationComment, evaluationComments, evaluationLimits, type Mark, type Scores } from '#lib/domain/evaluation.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'
import { scale } from '#lib/domain/round.ts'

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

/** A criterion as far as its mark is judged. */
export type AskedCriterion = { id: string; mayBeNotApplicable: boolean }
/** What one save changes: marks, marks taken back, comments. */
export type EvaluationPatch = { marks: Record<string, Mark>; unmarked: string[]; comments: Partial<Record<EvaluationComment, string | null>> }
type Fault = { path: string; code: string }

/**
 * Judges what one save carries against the criteria put to its author. Codes: `unrecognized_keys`, `unfit-mark`,
 * `not-allowed` for "not applicable" where it may not be said, `empty`, and those of a draft's texts.
 */
export function judgePatch(fields: Content, criteria: readonly AskedCriterion[]): { patch: EvaluationPatch; kept: Content; faults: Fault[] } {
  const patch: EvaluationPatch = { marks: {}, unmarked: [], comments: {} }
  const kept: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [path, value] of Object.entries(fields)) {
    const id = criterionOf(path)
    const judged = id === null ? judgeComment(path, value) : judgeMark(criteria.find((each) => each.id === id), value)
    if ('fault' in judged) {
      faults.push({ path, code: judged.fault })
      continue
    }
    kept[path] = judged.keeps
    if (id === null) patch.comments[path as EvaluationComment] = judged.keeps as string | null
    else if (judged.keeps === null) patch.unmarked.push(id)
    else patch.marks[id] = judged.keeps === notApplicable ? null : (judged.keeps as number)
  }
  if (Object.keys(fields).length === 0) faults.push({ path: '', code: 'empty' })
  return { patch, kept, faults }
}

type Judged = { keeps: unknown } | { fault: string }

function judgeMark(criterion: AskedCriterion | undefined, value: unknown): Judged {
  if (!criterion) return { fault: 'unrecognized_keys' }
  if (value === notApplicable && !criterion.mayBeNotApplicable) return { fault: 'not-allowed' }
  const isMark = Number.isInteger(value) && (value as number) >= scale.low && (value as number) <= scale.high
  return isMark || value === null || value === notApplicable ? { keeps: value } : { fault: 'unfit-mark' }
}

function judgeComment(path: string, value: unknown): Judged {
  if (!(evaluationComments as readonly string[]).includes(path)) return { fault: 'unrecognized_keys' }
  const result = draftComment.safeParse(value)
  if (result.success) return { keeps: result.data === '' ? null : result.data }
  const issue = result.error.issues[0] as { code: string; params?: { code?: string } }
  return { fault: issue.params?.code ?? issue.code }
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
