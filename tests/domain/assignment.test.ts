import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { upperBound } from '#lib/domain/assignment-bound.ts'
import { assignmentCase } from '#lib/domain/assignment-case.ts'
import { findFloor } from '#lib/domain/assignment-floor.ts'
import type { Advice } from '#lib/domain/assignment-result.ts'
import { noFloor, seat } from '#lib/domain/assignment-seats.ts'
import { shortfall } from '#lib/domain/assignment-shortfall.ts'
import { assignmentProblem, type AssignmentProblem, usualWeights } from '#lib/domain/assignment.ts'
import { tryEveryAssignment } from '#tests/domain/every-assignment.ts'
import { assignmentRound } from '#tests/factories/assignment.ts'
import { smallAssignment } from '#tests/factories/small-assignment.ts'

const feasible = (problem: AssignmentProblem) => missing(problem) === 0
const hopeless = smallAssignment.filter((problem) => !feasible(problem))

function missing(problem: AssignmentProblem): number {
  const it = assignmentCase(problem)
  return seat(it, noFloor(it)).missing
}

describe('the rules', () => {
  it('can be kept exactly when some answer keeps them', () => {
    fc.assert(fc.property(smallAssignment, (problem) => {
      expect(feasible(problem)).toBe(tryEveryAssignment(problem).feasible)
    }), { numRuns: 300 })
  })

  it('give a floor that is the highest there is', () => {
    fc.assert(fc.property(smallAssignment.filter(feasible), (problem) => {
      expect(tryEveryAssignment(problem)).toMatchObject({ floor: findFloor(assignmentCase(problem)).least })
    }), { numRuns: 300 })
  })

  it('bound every answer, whatever the prices', () => {
    fc.assert(fc.property(smallAssignment.filter(feasible), fc.array(fc.double({ min: -3, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 }), (problem, prices) => {
      const it = assignmentCase(problem)
      const best = tryEveryAssignment(problem)
      expect(upperBound(it, findFloor(it).floor, prices.slice(0, it.scorers.length))).toBeGreaterThanOrEqual(best.feasible ? best.value - 1e-9 : Infinity)
    }), { numRuns: 300 })
  })

  it('read the same case from the same question in any order, and another order of indices from another seed', () => {
    const round = assignmentRound({ applications: 30, scorers: 8, evaluations: 2 })
    const order = (problem: AssignmentProblem) => assignmentCase(problem).applications.map(({ id }) => id)
    expect(order({ ...round, applications: [...round.applications].reverse() })).toEqual(order(round))
    expect(order({ ...round, seed: round.seed + 1 })).not.toEqual(order(round))
  })
})

describe('what would help', () => {
  const advised = <C extends Advice['code']>(problem: AssignmentProblem, code: C) =>
    shortfall(assignmentCase(problem)).advice.find((one): one is Extract<Advice, { code: C }> => one.code === code)

  it('counts what is missing, and where', () => {
    fc.assert(fc.property(hopeless, (problem) => {
      const found = shortfall(assignmentCase(problem))
      expect(found.missing).toBe(missing(problem))
      expect(found.applications.reduce((sum, it) => sum + it.missing, 0)).toBe(found.missing)
    }), { numRuns: 200 })
  })

  it('raised caps: enough, and not one of them less', () => {
    fc.assert(fc.property(hopeless, (problem) => {
      const advice = advised(problem, 'raise-caps')
      const withCaps = (capOf: (scorer: { id: string; cap: number }) => number) => ({ ...problem, scorers: problem.scorers.map((it) => Object.assign({}, it, { cap: capOf(it) })) })
      const raised = (less?: string) => withCaps(({ id, cap }) => (advice?.scorers.find((it) => it.id === id)?.to ?? cap) - Number(id === less))
      expect(feasible(withCaps(() => 100))).toBe(advice !== undefined)
      expect(feasible(raised())).toBe(advice !== undefined)
      expect(advice?.scorers.map(({ id }) => feasible(raised(id))) ?? []).not.toContain(true)
    }), { numRuns: 300 })
  })

  it('invited scorers: enough, and not with one less', () => {
    fc.assert(fc.property(hopeless, (problem) => {
      const advice = advised(problem, 'invite')
      const joined = (many: number): AssignmentProblem => ({
        ...problem,
        scorers: [...problem.scorers, ...Array.from({ length: many }, (_, index) => ({
          id: `new${index}`, organisationId: 'new', partnerKind: 'other' as const, clinical: false, livedExperience: false, cap: advice?.cap ?? 0, expertise: { stages: [], ruptures: [] },
        }))],
      })
      expect(feasible(joined(advice?.scorers ?? 0))).toBe(true)
      expect(feasible(joined((advice?.scorers ?? 0) - 1))).toBe(false)
    }), { numRuns: 300 })
  })

  it('fewer evaluations: enough, and not with one more; said whenever some number can be had', () => {
    fc.assert(fc.property(hopeless, (problem) => {
      const number = advised(problem, 'lower')?.evaluationsPerApplication ?? 0
      expect(number === 0 || feasible({ ...problem, evaluationsPerApplication: number })).toBe(true)
      expect(feasible({ ...problem, evaluationsPerApplication: number + 1 })).toBe(false)
    }), { numRuns: 300 })
  })

  it('walls: one less, and one evaluation more', () => {
    fc.assert(fc.property(hopeless.map((problem) => Object.assign({}, problem, { kept: [] })).filter((problem) => !feasible(problem)), (problem) => {
      const walls = shortfall(assignmentCase(problem)).binds.flatMap((it) => (it.code === 'conflict' || it.code === 'forbidden' ? [it] : []))
      const without = walls.map((wall) => {
        const lifted = (list: AssignmentProblem['kept']) => list.filter((it) => it.applicationId !== wall.applicationId || it.scorerId !== wall.scorerId)
        return missing(Object.assign({}, problem, { conflicts: lifted(problem.conflicts), forbidden: lifted(problem.forbidden) }))
      })
      expect(without).toEqual(walls.map(() => missing(problem) - 1))
    }), { numRuns: 300 })
  })

  it('spreads what is missing: nobody goes without while others have two', () => {
    const round = assignmentRound({ applications: 12, scorers: 6, evaluations: 3, room: 0.6 })
    const found = shortfall(assignmentCase({ ...round, conflicts: [] }))
    expect(Math.max(...found.applications.map((it) => it.missing))).toBeLessThan(3)
    expect(found.applications.every((it) => it.reason === 'caps' && it.available === 6)).toBe(true)
  })
})

describe('the question', () => {
  const round = assignmentRound({ applications: 3, scorers: 3, evaluations: 1 })
  const codes = (problem: AssignmentProblem) => assignmentProblem.safeParse(problem).error?.issues.map((it) => [it.path[0], 'params' in it ? (it.params as { code: string }).code : it.code])

  it('is refused when it names somebody twice, names strangers, or pays more for less knowledge', () => {
    expect(codes(round)).toBeUndefined()
    expect(codes({ ...round, applications: [...round.applications, ...round.applications] })).toEqual([['applications', 'twice']])
    expect(codes({ ...round, scorers: [...round.scorers, ...round.scorers] })).toEqual([['scorers', 'twice']])
    expect(codes({ ...round, forbidden: [{ applicationId: 'application-9', scorerId: 'scorer-0' }] })).toEqual([['forbidden', 'unknown']])
    expect(codes({ ...round, weights: { ...usualWeights, stage: 6 } })).toEqual([['weights', 'below-stage']])
  })
})
