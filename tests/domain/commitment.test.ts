import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byUrgency, commitmentStates, leftOf, overdueDays, stateOfGiven } from '#lib/domain/commitment.ts'

const state = fc.constantFrom(...commitmentStates)
const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

describe('what was given of a commitment', () => {
  test('in tenths that binary fractions miss is whole all the same', () => {
    expect([stateOfGiven('promised', 0.1 + 0.2, 0.3), leftOf(0.1 + 0.2, 0.3)]).toEqual(['kept', 0])
    expect([stateOfGiven('promised', 6, 10), leftOf(6, 10)]).toEqual(['under-way', 4])
    expect([stateOfGiven('kept', 0, 10), stateOfGiven('unmet', 5, 10), stateOfGiven('unmet', 10, 10), stateOfGiven('withdrawn', 10, 10)]).toEqual(['promised', 'unmet', 'kept', 'withdrawn'])
  })

  test('is kept exactly when nothing is left, however many parts it came in', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.array(fc.integer({ min: -200, max: 400 }), { maxLength: 20 }), (tenths, parts) => {
      const given = parts.reduce((sum, part) => sum + part / 10, 0)
      const isWhole = parts.reduce((sum, part) => sum + part, 0) >= tenths
      expect(stateOfGiven('promised', given, tenths / 10) === 'kept').toBe(isWhole)
      expect(leftOf(given, tenths / 10) === 0).toBe(isWhole)
    }))
  })
})

describe('what is due', () => {
  test('is late from the day after, unless it is kept or withdrawn', () => {
    const due = { dueOn: '2026-03-01' } as const
    expect([overdueDays({ ...due, state: 'promised' }, '2026-03-01'), overdueDays({ ...due, state: 'unmet' }, '2026-03-04'), overdueDays({ ...due, state: 'kept' }, '2026-03-04'), overdueDays({ dueOn: null, state: 'promised' }, '2026-03-04')]).toEqual([0, 3, 0, 0])
  })

  test('comes first what waits, by day; what is settled comes last', () => {
    fc.assert(fc.property(fc.array(fc.record({ state, dueOn: fc.option(day) })), (all) => {
      const sorted = all.toSorted(byUrgency)
      const settled = sorted.map((its) => its.state === 'kept' || its.state === 'withdrawn')
      expect(settled).toEqual(settled.toSorted((a, b) => Number(a) - Number(b)))
      for (const part of [false, true]) {
        const days = sorted.filter((_, index) => settled[index] === part).map(({ dueOn }) => dueOn ?? '9999')
        expect(days).toEqual(days.toSorted())
      }
    }))
  })
})
