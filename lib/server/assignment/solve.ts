import type { Highs } from 'highs'
import { answer } from '#lib/domain/assignment-answer.ts'
import { assignmentCase } from '#lib/domain/assignment-case.ts'
import { findFloor } from '#lib/domain/assignment-floor.ts'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import { noFloor, seat } from '#lib/domain/assignment-seats.ts'
import { shortfall } from '#lib/domain/assignment-shortfall.ts'
import type { AssignmentProblem } from '#lib/domain/assignment.ts'
import { maximise } from '#lib/server/assignment/maximise.ts'

/** Answers a question of assignment: rules first, then the floor, then the points. Busy for seconds when it is large. */
export function solve(highs: Highs, problem: AssignmentProblem): AssignmentResult {
  const it = assignmentCase(problem)
  if (seat(it, noFloor(it)).missing > 0) return shortfall(it)
  const found = findFloor(it)
  if (it.applications.length === 0) return answer(it, found, { pairs: [], prices: it.scorers.map(() => 0), exhausted: true })
  return answer(it, found, maximise(highs, it, found))
}
