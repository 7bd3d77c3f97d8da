/**
 * Checks an answer without trusting whoever found it: the rules are counted anew, the floor is found anew by flows, the
 * points are added up anew, and the prices on scorers' time bound what any assignment can be worth.
 */
import { leavesNothing } from '#lib/domain/assignment-answer.ts'
import { upperBound } from '#lib/domain/assignment-bound.ts'
import { type AssignmentCase, assignmentCase, barred } from '#lib/domain/assignment-case.ts'
import { findFloor } from '#lib/domain/assignment-floor.ts'
import type { SolvedAssignment } from '#lib/domain/assignment-result.ts'
import { loadsOf, total, valueParts } from '#lib/domain/assignment-value.ts'
import type { AssignmentProblem } from '#lib/domain/assignment.ts'

/** Faults, in the order they are looked for; `gap`: the bound leaves a whole point or more to gain. */
const proofFaults = ['unknown', 'twice', 'number', 'cap', 'wall', 'kept', 'floor', 'value', 'gap'] as const
export type ProofFault = (typeof proofFaults)[number]

export type Proof = { faults: ProofFault[]; value: number; bound: number }

/** No fault: the rules hold, the floor is the highest, and under it no assignment is worth more. */
export function proveOptimal(problem: AssignmentProblem, { pairs: given, objective, scorers }: Pick<SolvedAssignment, 'pairs' | 'objective' | 'scorers'>): Proof {
  const it = assignmentCase(problem)
  const [row, column] = [it.applications, it.scorers].map((things) => new Map(things.map(({ id }, index) => [id, index])))
  const pairs = given.map(({ applicationId, scorerId }) => (row?.get(applicationId) ?? Number.NaN) * it.scorers.length + (column?.get(scorerId) ?? Number.NaN))
  if (pairs.some(Number.isNaN)) return { faults: ['unknown'], value: 0, bound: Infinity }
  const chosen = new Set(pairs)
  const { least, floor } = findFloor(it)
  const knowing = (least: number) => countBy(it, pairs.filter((pair) => (it.level[pair] as number) >= least))
  const [stage, rupture, loads] = [knowing(1), knowing(2), loadsOf(it, pairs)]
  const prices = new Map(scorers.map(({ id, price }) => [id, price]))
  const [value, bound] = [total(valueParts(it, pairs)), upperBound(it, floor, it.scorers.map(({ id }) => prices.get(id) ?? 0))]
  const broken: Record<ProofFault, boolean> = {
    unknown: false,
    twice: chosen.size < pairs.length,
    number: countBy(it, pairs).some((count, i) => count !== it.need[i]),
    cap: loads.some((load, j) => load > (it.cap[j] as number)),
    wall: pairs.some((pair) => it.level[pair] === barred),
    kept: it.keptPairs.some((pair) => !chosen.has(pair)),
    floor: least.stage !== objective.floor.stage || least.rupture !== objective.floor.rupture
      || stage.some((count, i) => count < (floor.stage[i] as number)) || rupture.some((count, i) => count < (floor.rupture[i] as number)),
    value: value !== objective.value,
    gap: !leavesNothing(value, bound),
  }
  return { faults: proofFaults.filter((fault) => broken[fault]), value, bound }
}

function countBy(it: AssignmentCase, pairs: readonly number[]): Int32Array {
  const count = new Int32Array(it.applications.length)
  for (const pair of pairs) count[Math.floor(pair / it.scorers.length)] = (count[Math.floor(pair / it.scorers.length)] as number) + 1
  return count
}
