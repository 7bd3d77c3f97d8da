/** Colleagues’ evaluations beside one’s own: where they part ways. */
import type { Scores } from '#lib/domain/evaluation.ts'

/** The sum, over the criteria both marked, of how far two evaluations are apart. */
function distance(mine: Scores, theirs: Scores): number {
  return Object.entries(mine).reduce((sum, [id, mark]) => {
    const other = theirs[id]
    return mark === null || other === null || other === undefined ? sum : sum + Math.abs(mark - other)
  }, 0)
}

/** Colleagues' evaluations, those furthest from one's own first; then in the order of their identifiers, which says nothing of when they came in. */
export function byDisagreement<E extends { evaluationId: string; scores: Scores }>(mine: Scores, theirs: readonly E[]): (E & { distance: number })[] {
  return theirs.map((each) => ({ ...each, distance: distance(mine, each.scores) })).sort((a, b) => b.distance - a.distance || (a.evaluationId < b.evaluationId ? -1 : 1))
}

/** The widest gap between two marks of a criterion, and between which; null while fewer than two were given. */
export function spreadOf(marks: readonly (number | null | undefined)[]): { low: number; high: number; gap: number } | null {
  const given = marks.filter((mark) => typeof mark === 'number')
  if (given.length < 2) return null
  const [low, high] = [Math.min(...given), Math.max(...given)]
  return { low, high, gap: high - low }
}
