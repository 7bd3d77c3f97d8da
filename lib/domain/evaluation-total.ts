/** One scorer's total of one application: the mean of their marks by the weights of the criteria, on the scale of the marks. */
import type { Content } from '#lib/domain/draft.ts'
import { markIn } from '#lib/domain/evaluation-marks.ts'

export type WeightedCriterion = { id: string; weight: number }
/** `value` on the scale of the marks, null while nothing counts; `counted` criteria of `of` have a part in it. */
export type Total = { value: number | null; points: number; weight: number; counted: number; of: number }

/**
 * Σ mark × weight ÷ Σ weight over the criteria marked so far. "Not applicable" leaves the total and never counts as a mark;
 * what it does to an application's score is the round's rule (official-score.ts).
 */
export function totalOf(content: Content, criteria: readonly WeightedCriterion[]): Total {
  let [points, weight, counted] = [0, 0, 0]
  for (const { id, weight: its } of criteria) {
    const mark = markIn(content, id)
    if (mark === undefined || mark === null) continue
    points += mark * its
    weight += its
    counted += 1
  }
  return { value: weight === 0 ? null : points / weight, points, weight, counted, of: criteria.length }
}
