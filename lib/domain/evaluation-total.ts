/** One scorer's total of one application: the mean of their marks by the weights of the criteria, on the scale of the marks. */
import type { Content } from '#lib/domain/draft.ts'
import { markIn } from '#lib/domain/evaluation-marks.ts'
import { scale } from '#lib/domain/mark-scale.ts'
import type { NotApplicableRule } from '#lib/domain/round.ts'

export type WeightedCriterion = { id: string; weight: number }
/** `value` on the scale of the marks, null while nothing counts; `counted` criteria of `of` have a part in it. */
export type Total = { value: number | null; points: number; weight: number; counted: number; of: number }

/**
 * Σ mark × weight ÷ Σ weight over the criteria marked so far. "Not applicable" leaves the total, or counts as the middle of
 * the scale, as the round's rule says.
 */
export function totalOf(content: Content, criteria: readonly WeightedCriterion[], rule: NotApplicableRule): Total {
  const middle = (scale.low + scale.high) / 2
  let [points, weight, counted] = [0, 0, 0]
  for (const { id, weight: its } of criteria) {
    const mark = markIn(content, id)
    if (mark === undefined || (mark === null && rule === 'leave-out')) continue
    points += (mark ?? middle) * its
    weight += its
    counted += 1
  }
  return { value: weight === 0 ? null : points / weight, points, weight, counted, of: criteria.length }
}
