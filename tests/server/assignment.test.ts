import * as fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { assignmentCase } from '#lib/domain/assignment-case.ts'
import { findFloor } from '#lib/domain/assignment-floor.ts'
import { proveOptimal } from '#lib/domain/assignment-proof.ts'
import { assignmentResult } from '#lib/domain/assignment-result.ts'
import type { AssignmentProblem, Pair } from '#lib/domain/assignment.ts'
import { assignmentThread } from '#lib/server/assignment/solve-assignment.ts'
import { solve } from '#lib/server/assignment/solve.ts'
import { tryEveryAssignment } from '#tests/domain/every-assignment.ts'
import { assignmentRound, hardRound } from '#tests/factories/assignment.ts'
import { smallAssignment } from '#tests/factories/small-assignment.ts'
import { denseOptimum } from '#tests/server/dense-assignment.ts'

const highs = await loadHighs()
const times = { patience: 30_000, limit: 60_000, idle: 60_000 }
const name = (it: Pair) => `${it.applicationId} ${it.scorerId}`

describe('the answer', () => {
  it('is the best of all there are, on small questions', () => {
    fc.assert(fc.property(smallAssignment, (problem) => {
      const found = solve(highs, problem)
      expect(found.status === 'infeasible' ? { feasible: false } : { feasible: true, floor: found.objective.floor, value: found.objective.value }).toEqual(tryEveryAssignment(problem))
    }), { numRuns: 400 })
  })

  it('keeps every rule: numbers, caps, walls, kept work', () => {
    fc.assert(fc.property(smallAssignment, (problem) => {
      const found = solve(highs, problem)
      if (found.status === 'infeasible') return
      const [given, walled] = [found.pairs.map(name), new Set(problem.conflicts.map(name))]
      const kept = problem.kept.map(name).filter((pair) => !walled.has(pair))
      expect(new Set(given).size).toBe(given.length)
      expect(given.filter((pair) => walled.has(pair))).toEqual([])
      expect(kept.filter((pair) => !given.includes(pair))).toEqual([])
      expect(given.filter((pair) => problem.forbidden.map(name).includes(pair) && !kept.includes(pair))).toEqual([])
      for (const { id } of problem.applications) {
        const stay = problem.kept.filter((it) => it.applicationId === id && !walled.has(name(it))).length
        expect(found.pairs.filter((it) => it.applicationId === id)).toHaveLength(Math.max(problem.evaluationsPerApplication, stay))
      }
      for (const { id, cap } of problem.scorers) {
        const stay = problem.kept.filter((it) => it.scorerId === id && !walled.has(name(it))).length
        expect(found.pairs.filter((it) => it.scorerId === id).length).toBeLessThanOrEqual(Math.max(cap, stay))
      }
    }), { numRuns: 300 })
  })

  it('is the same, byte for byte, in whatever order the question is put', () => {
    fc.assert(fc.property(smallAssignment, fc.integer({ min: 0, max: 1000 }), (problem, turn) => {
      expect(JSON.stringify(solve(highs, shuffled(problem, turn)))).toBe(JSON.stringify(solve(highs, problem)))
    }), { numRuns: 150 })
    const round = assignmentRound({ applications: 120, scorers: 25, evaluations: 3 })
    expect(JSON.stringify(solve(highs, shuffled(round, 5)))).toBe(JSON.stringify(solve(highs, round)))
  })

  it('varies with the seed among equals, never in worth', () => {
    const round = assignmentRound({ applications: 60, scorers: 14, evaluations: 3 })
    const answers = [1, 2, 3].map((seed) => solve(highs, { ...round, seed }))
    expect(new Set(answers.map((it) => it.status === 'optimal' && it.objective.value)).size).toBe(1)
    expect(new Set(answers.map((it) => it.status === 'optimal' && it.pairs.map(name).join())).size).toBeGreaterThan(1)
  })

  it('is proven without the solver, with room and without, when knowledge is scarce or plentiful', () => {
    for (const [seed, room] of [[1, 1.01], [2, 1.15], [3, 2], [4, 1.05], [5, 1.3]] as const) {
      const round = assignmentRound({ applications: 150, scorers: 20, evaluations: 3, room, seed })
      const found = assignmentResult.parse(solve(highs, round))
      expect(found).toMatchObject({ status: 'optimal', proof: 'prices' })
      expect(found.status === 'optimal' && proveOptimal(round, found).faults).toEqual([])
    }
  })

  it('is the best there is where prices alone cannot prove it: searched to the end, as a plain programme over everything finds', () => {
    const hard = [12, 14, 26, 29, 62].map((seed) => hardRound({ applications: 40, scorers: 20, evaluations: 2, room: 1.1 + (seed % 5) / 10, seed }))
    const found = hard.map((round) => ({ round, answer: solve(highs, round) })).flatMap(({ round, answer }) => (answer.status === 'optimal' ? [{ round, answer }] : []))
    expect(new Set(found.map(({ answer }) => answer.proof))).toEqual(new Set(['prices', 'search']))
    expect(found).toHaveLength(hard.length)
    for (const { round, answer } of found) {
      const it = assignmentCase(round)
      expect(answer.objective.value).toBe(denseOptimum(highs, it, findFloor(it).floor))
      expect(proveOptimal(round, answer).faults).toEqual(answer.proof === 'search' ? ['gap'] : [])
    }
  })

  it('is not proven once it is touched: each fault is found', () => {
    const round = assignmentRound({ applications: 40, scorers: 10, evaluations: 3, seed: 3 })
    const found = solve(highs, { ...round, kept: [{ applicationId: 'application-1', scorerId: 'scorer-2' }], conflicts: [] })
    if (found.status === 'infeasible') throw new Error('The round can be served.')
    const faults = (changed: Partial<typeof found>, question = round) => proveOptimal({ ...question, conflicts: question === round ? [] : question.conflicts, kept: [{ applicationId: 'application-1', scorerId: 'scorer-2' }] }, { ...found, ...changed }).faults
    const [first, ...others] = found.pairs.filter((it) => !it.kept) as [typeof found.pairs[number], ...typeof found.pairs]
    const keptPairs = found.pairs.filter((it) => it.kept)
    const free = round.scorers.find(({ id }) => !found.pairs.some((it) => it.applicationId === first.applicationId && it.scorerId === id))?.id as string
    expect(faults({})).toEqual([])
    expect(faults({ pairs: [...keptPairs, ...others, { ...first, scorerId: 'nobody' }] })).toEqual(['unknown'])
    expect(faults({ pairs: [...found.pairs, first] })).toContain('twice')
    expect(faults({ pairs: [...keptPairs, ...others] })).toContain('number')
    expect(faults({}, { ...round, scorers: round.scorers.map((it) => Object.assign({}, it, { cap: it.id === first.scorerId ? 1 : 40 })) })).toContain('cap')
    expect(faults({}, { ...round, conflicts: [first] })).toContain('wall')
    expect(faults({ pairs: [...others, first] })).toContain('kept')
    expect(faults({ objective: { ...found.objective, floor: { stage: 0, rupture: 0 } } })).toContain('floor')
    expect(faults({ pairs: [...keptPairs, ...others, { ...first, scorerId: free }] })).not.toEqual([])
    expect(faults({ objective: { ...found.objective, value: found.objective.value + 1 } })).toEqual(['value'])
    expect(faults({ scorers: found.scorers.map((it) => Object.assign({}, it, { price: it.price + 1 })) })).toEqual(['gap'])
  })

  it('says why a voice is not heard', () => {
    const scorer = (id: string, partnerKind: 'insurer' | 'hospital', cap: number) => ({ id, organisationId: id, partnerKind, clinical: false, livedExperience: false, cap, expertise: { stages: [], ruptures: [] } })
    const problem: AssignmentProblem = {
      ...assignmentRound({ applications: 0, scorers: 0, evaluations: 1 }),
      applications: ['a', 'b', 'c'].map((id) => ({ id, ruptures: [], stages: [] })),
      scorers: [scorer('hospital', 'hospital', 1), scorer('insurer', 'insurer', 3)],
      conflicts: [{ applicationId: 'a', scorerId: 'hospital' }], kept: [{ applicationId: 'b', scorerId: 'hospital' }],
    }
    const found = solve(highs, problem)
    expect(found.status === 'optimal' && found.applications).toMatchObject([
      { id: 'a', clinical: 'nobody', livedExperience: 'nobody' }, { id: 'b', clinical: 'heard', livedExperience: 'nobody' }, { id: 'c', clinical: 'caps', livedExperience: 'nobody' },
    ])
    expect(found.status === 'optimal' && found.binds).toContainEqual({ code: 'cap', scorerId: 'hospital', worth: expect.any(Number) as number })
    const empty = solve(highs, { ...problem, applications: [], conflicts: [], kept: [] })
    expect(empty).toMatchObject({ status: 'optimal', pairs: [], objective: { value: 0, bound: 0 } })
  })
})

describe('the thread', () => {
  it('answers as the solver does, while the process goes on', async () => {
    const inThread = assignmentThread(times)
    const round = assignmentRound({ applications: 400, scorers: 40, evaluations: 3 })
    let turns = 0
    const beat = setInterval(() => (turns += 1), 5)
    const begun = performance.now()
    const found = await inThread(round)
    const took = performance.now() - begun
    clearInterval(beat)
    expect(turns).toBeGreaterThan(took / 5 / 4)
    expect(JSON.stringify(found)).toBe(JSON.stringify(solve(highs, round)))
  })

  it('gives up what takes too long, and answers the next', async () => {
    const patient = { ...times, limit: 1 }
    const inThread = assignmentThread(patient)
    await expect(inThread(assignmentRound({ applications: 400, scorers: 40, evaluations: 3 }))).rejects.toMatchObject({ kind: 'refusal', code: 'busy', reason: 'too-long' })
    patient.limit = times.limit
    expect(await inThread(assignmentRound({ applications: 10, scorers: 5, evaluations: 2 }))).toMatchObject({ status: 'optimal', pairs: { length: 20 } })
  })

  it('gives up what would need too much memory, and says so', async () => {
    await expect(assignmentThread(times, 24)(assignmentRound({ applications: 1_500, scorers: 60, evaluations: 3 }))).rejects.toMatchObject({ kind: 'refusal', code: 'busy', reason: 'too-large' })
  })

  it('refuses a question that names strangers', async () => {
    const problem = { ...assignmentRound({ applications: 4, scorers: 4, evaluations: 2 }), kept: [{ applicationId: 'application-1', scorerId: 'nobody' }] }
    await expect(assignmentThread(times)(problem)).rejects.toThrow('unknown')
  })
})

function shuffled(problem: AssignmentProblem, turn: number): AssignmentProblem {
  const turned = <T>(list: readonly T[]): T[] => [...list.slice(turn % Math.max(1, list.length)), ...list.slice(0, turn % Math.max(1, list.length))].reverse()
  const { applications, scorers, conflicts, forbidden, kept } = problem
  return {
    ...problem, conflicts: turned(conflicts), forbidden: turned(forbidden), kept: turned(kept),
    applications: turned(applications).map((it) => Object.assign({}, it, { ruptures: turned(it.ruptures), stages: turned(it.stages) })),
    scorers: turned(scorers).map((it) => Object.assign({}, it, { expertise: { stages: turned(it.expertise.stages), ruptures: turned(it.expertise.ruptures) } })),
  }
}
