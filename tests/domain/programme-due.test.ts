import { array, assert, boolean, constantFrom, integer, option, property, record, uuid } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#lib/domain/day.ts'
import { dueThings } from '#lib/domain/programme-due.ts'

/** What a programme asks for this month is asked of somebody, and what was done is asked of nobody. */
const today = '2026-06-15'
const at = new Date('2026-06-10T10:00:00Z')
const dayNear = integer({ min: -90, max: 90 }).map((days) => addDays(today, days))
const done = option(constantFrom(at))
const plan = record({
  startsOn: constantFrom('2026-01-15'),
  milestones: array(record({ id: uuid(), dueOn: dayNear, doneAt: done, acceptedAt: done }).map((it) => Object.assign(it, { acceptedAt: it.doneAt && it.acceptedAt }))),
  checkIns: array(record({ id: uuid(), opensOn: dayNear, dueOn: dayNear, submittedAt: done, skippedAt: done })),
  metrics: array(record({ id: uuid(), schedule: constantFrom([3, 6, 9], [5]), measurements: array(record({ periodEnd: dayNear })) })),
  sessions: array(record({ id: uuid(), startsAt: done, cancelledAt: done, isOwnProposal: boolean() })),
})

describe('what is due', () => {
  it('comes in the order of its days, each thing once, nothing that is done or far away', () => {
    assert(property(plan, constantFrom('laureate' as const, 'mentor' as const, 'manager' as const), (it, side) => {
      const things = dueThings(it, side, today)
      const days = things.map(({ dueOn }) => dueOn ?? today)
      expect(days).toEqual([...days].sort())
      const finished = new Set([...it.milestones.filter(({ acceptedAt }) => acceptedAt !== null), ...it.checkIns.filter(({ submittedAt, skippedAt }) => submittedAt ?? skippedAt), ...it.sessions.filter(({ startsAt, cancelledAt }) => startsAt ?? cancelledAt)].map(({ id }) => id))
      expect(things.filter(({ id }) => finished.has(id))).toEqual([])
      expect(things.filter(({ kind, dueOn }) => ['milestone', 'metric'].includes(kind) && (dueOn ?? '') > addDays(today, 31))).toEqual([])
    }))
  })

  it('asks the side whose turn it is', () => {
    const none = { startsOn: '2026-01-15', milestones: [], checkIns: [], metrics: [], sessions: [] }
    const session = (isOwnProposal: boolean) => ({ ...none, sessions: [{ id: 's', startsAt: null, cancelledAt: null, isOwnProposal }] })
    expect([dueThings(session(true), 'laureate', today), dueThings(session(false), 'laureate', today), dueThings(session(true), 'mentor', today)].map(([first]) => first?.by)).toEqual(['mentor', 'laureate', 'laureate'])
    expect(dueThings({ ...none, milestones: [{ id: 'm', dueOn: '2026-01-20', doneAt: at, acceptedAt: null }] }, 'laureate', today)).toEqual([{ kind: 'accept', id: 'm', dueOn: '2026-01-20', by: 'manager' }])
    expect(dueThings({ ...none, metrics: [{ id: 'k', schedule: [3, 7], measurements: [{ periodEnd: '2026-04-14' }] }] }, 'laureate', today)).toEqual([])
    expect(dueThings({ ...none, metrics: [{ id: 'k', schedule: [3, 6], measurements: [] }] }, 'laureate', today)).toEqual([{ kind: 'metric', id: 'k', dueOn: '2026-04-15', by: 'laureate' }])
  })
})
