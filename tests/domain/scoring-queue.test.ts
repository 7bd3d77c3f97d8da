import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stateOf } from '#lib/domain/evaluation.ts'
import { inQueueOrder, isLeft, roundedMinutes, scoringMinutes } from '#lib/domain/scoring-queue.ts'

const day = fc.option(fc.date({ noInvalidDate: true }))
const queue = fc.uniqueArray(fc.record({ id: fc.uuid(), number: fc.stringMatching(/^[A-C]-\d{4}$/), version: fc.nat(2), submittedAt: day, reopenedAt: day, abstainedAt: day }), { selector: ({ number }) => number, maxLength: 12 })

test('what waits comes first: given back, begun, untouched; then what is done', () => {
  const [at, version] = [new Date(0), 1]
  const work = (number: string, more: object) => ({ id: number, number, version: 0, submittedAt: null, reopenedAt: null, abstainedAt: null, ...more })
  const done = [work('1', { version, submittedAt: at, reopenedAt: at }), work('2', { abstainedAt: at }), work('4', {}), work('3', {}), work('5', { version }), work('6', { version, reopenedAt: at })]
  expect(inQueueOrder(done).map(({ number }) => number)).toEqual(['6', '5', '3', '4', '1', '2'])
})

test('holds everything once, all that is left before all that is not, in an order that does not depend on how it came', () => {
  fc.assert(fc.property(queue, fc.nat(), (given, turn) => {
    const ordered = inQueueOrder(given)
    expect(ordered.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort())
    const left = ordered.map((each) => isLeft(stateOf(each)))
    expect(left.lastIndexOf(true)).toBeLessThan(left.includes(false) ? left.indexOf(false) : left.length)
    const at = given.length === 0 ? 0 : turn % given.length
    expect(inQueueOrder([...given.slice(at), ...given.slice(0, at)].toReversed())).toEqual(ordered)
    // Times others could be guessed from move nothing.
    expect(inQueueOrder(given.map((each) => ({ ...each, submittedAt: each.submittedAt && new Date(0) }))).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
  }))
})

test('more to read or to mark never takes less time, five minutes at least; the whole is said to ten minutes', () => {
  expect(scoringMinutes({ characters: 12_000, criteria: 6 })).toBe(23)
  fc.assert(fc.property(fc.nat(100_000), fc.nat(20), fc.nat(5_000), (characters, criteria, more) => {
    const minutes = scoringMinutes({ characters, criteria })
    expect(Number.isInteger(minutes) && minutes >= 5).toBe(true)
    expect(scoringMinutes({ characters: characters + more, criteria: criteria + 1 })).toBeGreaterThanOrEqual(minutes)
  }))
  fc.assert(fc.property(fc.array(fc.nat(200)), (minutes) => {
    const said = roundedMinutes(minutes)
    expect(said % 10).toBe(0)
    expect(Math.abs(said - minutes.reduce((sum, each) => sum + each, 0))).toBeLessThanOrEqual(5)
  }))
})
