/** What one save of an evaluation carries, judged field by field. */
import type { Content } from '#lib/domain/draft.ts'
import { draftComment, type Mark } from '#lib/domain/evaluation.ts'
import { criterionOf, type EvaluationComment, evaluationComments, notApplicable } from '#lib/domain/evaluation-marks.ts'
import { scale } from '#lib/domain/mark-scale.ts'

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
