/** A question of assignment as numbers: indices, levels and needs, in an order that depends on identifiers and seed alone. */
import { type AssignmentProblem, type Pair, voicesOf } from '#lib/domain/assignment.ts'

/** Levels of expertise are 0, 1, 2 (nothing, stage, rupture). Rows are applications, columns scorers: pair = row × columns + column. */
export const barred = 255

export type AssignmentCase = {
  problem: AssignmentProblem
  applications: AssignmentProblem['applications']
  scorers: AssignmentProblem['scorers']
  /** Per pair the level, or `barred`. */
  level: Uint8Array
  /** Per pair the level, barred or not. */
  knows: Uint8Array
  /** Per pair 1 where the pair stays. */
  kept: Uint8Array
  keptPairs: readonly number[]
  /** Evaluations each application must have; more than asked where more are kept. */
  need: Int32Array
  /** Evaluations each scorer may have; more than the cap where more are kept. */
  cap: Int32Array
  clinical: Uint8Array
  livedExperience: Uint8Array
  /** The load everybody would have if caps alone made a difference, rounded down; balance is counted from it. */
  evenLoad: number
  /** Pairs that would be kept, were the person not walled off. */
  dropped: readonly number[]
  /** Pairs there is a conflict on. */
  walled: ReadonlySet<number>
}

/** Reads a question (already parsed) into numbers. The same whatever the order of its lists. */
export function assignmentCase(problem: AssignmentProblem): AssignmentCase {
  const applications = inSeededOrder(problem.applications, problem.seed)
  const scorers = inSeededOrder(problem.scorers, problem.seed)
  const [row, column] = [indexOf(applications), indexOf(scorers)]
  const at = (it: Pair) => (row.get(it.applicationId) as number) * scorers.length + (column.get(it.scorerId) as number)
  const knows = levels(applications, scorers)
  const level = knows.slice()
  for (const it of problem.forbidden) level[at(it)] = barred
  const walled = new Set(problem.conflicts.map(at))
  const kept = new Uint8Array(level.length)
  for (const it of problem.kept) {
    const pair = at(it)
    if (walled.has(pair)) continue
    kept[pair] = 1
    level[pair] = knows[pair] as number
  }
  for (const pair of walled) level[pair] = barred
  const keptPairs = [...new Set(problem.kept.map(at))].filter((pair) => kept[pair] === 1).sort((a, b) => a - b)
  const need = new Int32Array(applications.length)
  const cap = new Int32Array(scorers.length)
  for (const pair of keptPairs) {
    need[Math.floor(pair / scorers.length)] = (need[Math.floor(pair / scorers.length)] as number) + 1
    cap[pair % scorers.length] = (cap[pair % scorers.length] as number) + 1
  }
  for (let i = 0; i < need.length; i += 1) need[i] = Math.max(need[i] as number, problem.evaluationsPerApplication)
  for (let j = 0; j < cap.length; j += 1) cap[j] = Math.max(cap[j] as number, (scorers[j] as { cap: number }).cap)
  const heard = scorers.map(voicesOf)
  return {
    problem, applications, scorers, level, knows, kept, keptPairs, need, cap,
    clinical: Uint8Array.from(heard, (it) => Number(it.clinical)),
    livedExperience: Uint8Array.from(heard, (it) => Number(it.livedExperience)),
    walled,
    evenLoad: evenLoad(cap, need.reduce((sum, it) => sum + it, 0)),
    dropped: [...new Set(problem.kept.map(at))].filter((pair) => walled.has(pair)).sort((a, b) => a - b),
  }
}

/** A pair by its identifiers. */
export function named(it: AssignmentCase, pair: number): Pair {
  const [application, scorer] = [it.applications[Math.floor(pair / it.scorers.length)], it.scorers[pair % it.scorers.length]]
  return { applicationId: (application as { id: string }).id, scorerId: (scorer as { id: string }).id }
}

export function byPair(a: Pair, b: Pair): number {
  return compare(a.applicationId, b.applicationId) || compare(a.scorerId, b.scorerId)
}

/** Order by code units: the same on every machine, in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function levels(applications: AssignmentProblem['applications'], scorers: AssignmentProblem['scorers']): Uint8Array {
  const known = scorers.map(({ expertise }) => ({ ruptures: new Set(expertise.ruptures), stages: new Set(expertise.stages) }))
  const level = new Uint8Array(applications.length * scorers.length)
  let pair = 0
  for (const { ruptures, stages } of applications) {
    for (const it of known) {
      level[pair] = ruptures.some((rupture) => it.ruptures.has(rupture)) ? 2 : Number(stages.some((stage) => it.stages.has(stage)))
      pair += 1
    }
  }
  return level
}

/** The largest whole load q such that min(cap, q) summed over scorers is at most `total`. */
function evenLoad(cap: Int32Array, total: number): number {
  const sorted = [...cap].sort((a, b) => a - b)
  let left = total
  for (const [index, lowest] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - index))
    if (share < lowest) return share
    left -= lowest
  }
  return sorted.at(-1) ?? 0
}

function inSeededOrder<T extends { id: string }>(things: readonly T[], seed: number): T[] {
  return things.map((thing) => ({ thing, key: hash(thing.id, seed) })).sort((a, b) => a.key - b.key || compare(a.thing.id, b.thing.id)).map(({ thing }) => thing)
}

/** FNV-1a over the code units, from the seed, then mixed (public domain, Noll). */
function hash(text: string, seed: number): number {
  let state = (0x811c9dc5 ^ seed) >>> 0
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return (state ^ (state >>> 13)) >>> 0
}

function indexOf(things: readonly { id: string }[]): Map<string, number> {
  return new Map(things.map((thing, index) => [thing.id, index]))
}
