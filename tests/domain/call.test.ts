import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callInstants, callState, phasesAt, phaseState } from '#lib/domain/call.ts'

const at = (text: string) => new Date(text)
const impact1 = callInstants({ opensOn: '2021-09-28', closesOn: '2021-11-02' })

describe('the state of a call', () => {
  test('a call known by its days opens at the first second of one and closes after the last of the other', () => {
    expect(impact1).toEqual({ opensAt: at('2021-09-27T22:00:00Z'), closesAt: at('2021-11-02T22:59:59Z') })
  })

  test.each([
    ['2021-09-27T21:59:59.999Z', 'forecasted'],
    ['2021-09-27T22:00:00.000Z', 'open'],
    ['2021-11-02T22:59:59.999Z', 'open'],
    ['2021-11-02T23:00:00.000Z', 'closed'],
    ['2026-11-23T12:00:00.000Z', 'closed'],
  ])('at %s Impact 1 is %s', (now, state) => {
    expect(callState(impact1, at(now))).toBe(state)
  })

  test('dates that were not found leave it unknown, unless it is surely over', () => {
    const now = at('2026-11-23T12:00:00Z')
    expect(callState(callInstants({ opensOn: null, closesOn: null }), now)).toBe('unknown')
    expect(callState(callInstants({ opensOn: null, closesOn: '2026-12-01' }), now)).toBe('unknown')
    expect(callState(callInstants({ opensOn: null, closesOn: '2026-11-22' }), now)).toBe('closed')
    expect(callState(callInstants({ opensOn: '2026-11-01', closesOn: null }), now)).toBe('open')
    expect(callState(callInstants({ opensOn: '2026-12-01', closesOn: null }), now)).toBe('forecasted')
  })

  test('time only moves a call forward', () => {
    const order = ['forecasted', 'open', 'closed']
    const days = fc.date({ min: at('2021-09-01'), max: at('2021-12-01'), noInvalidDate: true })
    fc.assert(fc.property(days, days, (a, b) => {
      const [before, after] = a <= b ? [a, b] : [b, a]
      expect(order.indexOf(callState(impact1, before))).toBeLessThanOrEqual(order.indexOf(callState(impact1, after)))
    }))
  })
})

test('the state of a phase', () => {
  const now = at('2022-01-21T12:00:00Z')
  expect(phaseState({ startsOn: '2022-01-21', endsOn: '2022-01-21' }, now)).toBe('under-way')
  expect(phaseState({ startsOn: '2021-11-02', endsOn: '2021-11-30' }, now)).toBe('over')
  expect(phaseState({ startsOn: '2022-01-22', endsOn: null }, now)).toBe('to-come')
  expect(phaseState({ startsOn: null, endsOn: null }, now)).toBe('unknown')
})

describe('what happens now in a call run here', () => {
  const check = { slug: 'check', startsAt: '2026-05-13T07:00:00.000Z', endsAt: '2026-05-20T15:00:00.000Z' }
  const scores = { slug: 'scores', startsAt: '2026-05-18T07:00:00.000Z', endsAt: '2026-06-10T15:00:00.000Z' }
  const programme = { slug: 'programme', startsAt: '2026-09-01T07:00:00.000Z', endsAt: null }
  const unsaid = { slug: 'unsaid', startsAt: null, endsAt: null }
  const phases = [programme, check, unsaid, scores]

  test.each([
    ['2026-05-13T06:59:59.999Z', [], 'check'],
    ['2026-05-13T07:00:00.000Z', ['check'], 'scores'],
    ['2026-05-19T12:00:00.000Z', ['check', 'scores'], 'programme'],
    ['2026-05-20T15:00:00.999Z', ['check', 'scores'], 'programme'],
    ['2026-05-20T15:00:01.000Z', ['scores'], 'programme'],
    ['2026-07-01T12:00:00.000Z', [], 'programme'],
    ['2030-01-01T12:00:00.000Z', ['programme'], undefined],
  ])('at %s: %j, then %s', (now, current, next) => {
    const found = phasesAt(phases, at(now))
    expect([found.current.map(({ slug }) => slug), found.next?.slug]).toEqual([current, next])
  })
})
