import type { Highs } from 'highs'
import { answer } from '#lib/domain/assignment-answer.ts'
import { assignmentCase } from '#lib/domain/assignment-case.ts'
import { findFloor } from '#lib/domain/assignment-floor.ts'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import { noFloor, seat } from '#lib/domain/assignment-seats.ts'
import { shortfall } from '#lib/domain/assignment-shortfall.ts'
import { spreadOrganisations } from '#lib/domain/assignment-spread.ts'
import type { AssignmentProblem } from '#lib/domain/assignment.ts'
import { maximise } from '#lib/server/assignment/maximise.ts'

/** Answers a question of assignment: rules first, then the floor, then the points, then colleagues apart. Busy for seconds when it is large. */
export function solve(highs: Highs, problem: AssignmentProblem): AssignmentResult {
  const it = assignmentCase(problem)
  if (seat(it, noFloor(it)).missing > 0) return shortfall(it)
  const found = findFloor(it)
  if (it.applications.length === 0) return answer(it, found, { pairs: [], prices: it.scorers.map(() => 0), exhausted: true })
  const best = maximise(highs, it, found)
  return answer(it, found, { ...best, pairs: spreadOrganisations(it, found.floor, best.pairs) })
}
