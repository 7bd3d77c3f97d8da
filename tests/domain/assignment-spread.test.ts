import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AssignmentCase, assignmentCase, barred } from '#lib/domain/assignment-case.ts'
import { findFloor } from '#lib/domain/assignment-floor.ts'
import { noFloor, seat } from '#lib/domain/assignment-seats.ts'
import { spreadOrganisations } from '#lib/domain/assignment-spread.ts'
import { loadsOf, total, valueParts } from '#lib/domain/assignment-value.ts'
import { assignmentProblem, usualWeights } from '#lib/domain/assignment.ts'
import { assignmentRound } from '#tests/factories/assignment.ts'
import { smallAssignment } from '#tests/factories/small-assignment.ts'

/** Some whole answer to a case, kept pairs included. */
const someAnswer = (it: AssignmentCase) => [...it.keptPairs, ...findFloor(it).pairs]
const floorOf = (it: AssignmentCase) => findFloor(it).floor
const panel = (it: AssignmentCase, pairs: readonly number[], i: number) => pairs.filter((pair) => Math.floor(pair / it.scorers.length) === i).map((pair) => pair % it.scorers.length)
/** How many pairs of people of one organisation meet on an application. */
function meetings(it: AssignmentCase, pairs: readonly number[]): number {
  return it.applications.reduce((sum, _, i) => {
    const houses = panel(it, pairs, i).map((j) => it.scorers[j]?.organisationId)
    return sum + houses.filter((house, at) => houses.indexOf(house) < at).length
  }, 0)
}

test('two people of one organisation change places with others who know as much', () => {
  const scorer = (id: string, organisationId: string) => ({ id, organisationId, partnerKind: 'other' as const, clinical: false, livedExperience: false, cap: 1, expertise: { stages: [], ruptures: ['r'] } })
  const applications = ['a', 'b'].map((id) => ({ id, ruptures: ['r'], stages: [] }))
  const it = assignmentCase(assignmentProblem.parse({ applications, scorers: [scorer('1', 'x'), scorer('2', 'x'), scorer('3', 'y'), scorer('4', 'y')], conflicts: [], forbidden: [], kept: [], evaluationsPerApplication: 2, weights: usualWeights, seed: 1 }))
  const [x, y] = ['x', 'y'].map((house) => [...it.scorers.keys()].filter((j) => it.scorers[j]?.organisationId === house)) as [number[], number[]]
  const together = [...x, ...y.map((j) => j + 4)]
  expect(meetings(it, together)).toBe(2)
  expect(meetings(it, spreadOrganisations(it, floorOf(it), together))).toBe(0)
  const walled = { ...it, level: it.level.map((level, pair) => (pair === x[0] || pair === (x[1] ?? 0) ? level : barred)) }
  expect(spreadOrganisations(walled, floorOf(it), together)).toEqual(together.toSorted((a, b) => a - b))
})

test('costs nothing: every rule and the floor hold, every point stays, and nobody meets more colleagues', () => {
  fc.assert(fc.property(smallAssignment, (problem) => {
    const it = assignmentCase(problem)
    fc.pre(seat(it, noFloor(it)).missing === 0)
    const before = someAnswer(it)
    const after = spreadOrganisations(it, floorOf(it), before)
    expect(new Set(after).size).toBe(before.length)
    expect(after.every((pair) => it.level[pair] !== barred)).toBe(true)
    expect(it.keptPairs.every((pair) => after.includes(pair))).toBe(true)
    expect([...loadsOf(it, after).entries()].every(([j, load]) => load <= (it.cap[j] ?? 0))).toBe(true)
    expect(total(valueParts(it, after))).toBe(total(valueParts(it, before)))
    const floor = floorOf(it)
    const knowing = (i: number, level: number) => panel(it, after, i).filter((j) => (it.level[i * it.scorers.length + j] ?? 0) >= level).length
    expect(it.applications.every((_, i) => knowing(i, 1) >= (floor.stage[i] ?? 0) && knowing(i, 2) >= (floor.rupture[i] ?? 0))).toBe(true)
    expect(meetings(it, after)).toBeLessThanOrEqual(meetings(it, before))
    expect(spreadOrganisations(it, floorOf(it), after)).toEqual(after)
  }), { numRuns: 400 })
})

test('parts many of those who meet, for no point less, in a round with sixty scorers from some twenty organisations', () => {
  const it = assignmentCase(assignmentRound({ applications: 200, scorers: 60, evaluations: 3 }))
  const before = someAnswer(it)
  const after = spreadOrganisations(it, floorOf(it), before)
  expect(meetings(it, before)).toBeGreaterThan(30)
  expect(meetings(it, after)).toBeLessThan(20)
  expect(total(valueParts(it, after))).toBe(total(valueParts(it, before)))
})
