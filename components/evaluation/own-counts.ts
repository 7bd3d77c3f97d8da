import type { Scores } from '#lib/domain/evaluation.ts'
import { markLevels } from '#lib/domain/mark-scale.ts'

/** How often one gave each mark on a criterion, and to whom, the highest first. */
export function ownMarksOf(criterionId: string, own: readonly { solution: string | null; scores: Scores }[], list: (names: readonly string[]) => string) {
  const given = own.flatMap(({ solution, scores }) => (scores[criterionId] === undefined ? [] : [{ mark: scores[criterionId], solution: solution ?? '' }]))
  const groups = Map.groupBy(given, ({ mark }) => mark)
  return {
    counts: markLevels.map((level) => groups.get(level)?.length ?? 0),
    earlier: [...groups].sort(([a], [b]) => (b ?? 0) - (a ?? 0)).map(([mark, those]) => ({ mark, solutions: list(those.map(({ solution }) => solution)) })),
  }
}
