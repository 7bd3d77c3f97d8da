/** What an assignment is worth, in points. The solver maximises it, the proof checks it, the screen shows its parts. */
import type { AssignmentCase } from '#lib/domain/assignment-case.ts'

export type ValueParts = { rupture: number; stage: number; clinical: number; livedExperience: number; balance: number }

/** Overload counts no dearer than this, however far above the even load. */
const dearest = 10

/** Points of one evaluation by level of expertise. */
export function pointsOf({ problem: { weights } }: AssignmentCase): readonly [number, number, number] {
  return [0, weights.stage, weights.rupture]
}

/** Points the `load`-th evaluation of anybody costs: nothing up to the even load, then once, twice … ten times the weight. */
export function stepCost({ problem: { weights }, evenLoad }: AssignmentCase, load: number): number {
  return weights.balance * Math.min(dearest, Math.max(0, load - evenLoad))
}

/** Evaluations per scorer. */
export function loadsOf(it: AssignmentCase, pairs: readonly number[]): Int32Array {
  const load = new Int32Array(it.scorers.length)
  for (const pair of pairs) load[pair % load.length] = (load[pair % load.length] as number) + 1
  return load
}

/** Points by what they are for, of pairs that include the kept ones. Balance is what overload takes off, as a negative number. */
export function valueParts(it: AssignmentCase, pairs: readonly number[]): ValueParts {
  const { weights } = it.problem
  const columns = it.scorers.length
  const [clinical, lived] = [new Set<number>(), new Set<number>()]
  const count = [0, 0, 0]
  for (const pair of pairs) {
    const [i, j, level] = [Math.floor(pair / columns), pair % columns, it.level[pair] as number]
    count[level] = (count[level] as number) + 1
    if (it.clinical[j] === 1) clinical.add(i)
    if (it.livedExperience[j] === 1) lived.add(i)
  }
  const balance = loadsOf(it, pairs).reduce((sum, load) => sum + costOf(it, load), 0)
  return {
    rupture: weights.rupture * (count[2] as number),
    stage: weights.stage * (count[1] as number),
    clinical: weights.clinical * clinical.size,
    livedExperience: weights.livedExperience * lived.size,
    balance: 0 - balance,
  }
}

export function total({ rupture, stage, clinical, livedExperience, balance }: ValueParts): number {
  return rupture + stage + clinical + livedExperience + balance
}

function costOf(it: AssignmentCase, load: number): number {
  let cost = 0
  for (let step = it.evenLoad + 1; step <= load; step += 1) cost += stepCost(it, step)
  return cost
}
