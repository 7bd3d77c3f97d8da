import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#lib/domain/day.ts'
import { waitingThings } from '#lib/domain/reminder.ts'

const startsOn = '2026-01-15'
const programme = { startsOn, months: 9, followUps: [12], stoppedOn: null, lastContactOn: null, checkIns: [], milestones: [], flags: [] }
const day = constantFrom(...Array.from({ length: 14 }, (_, month) => addMonths(startsOn, month)))

describe('what waits for a laureate', () => {
  it('is what is past its day, the oldest first, and nothing that is done', () => {
    const milestones = [{ dueOn: '2026-03-01', doneOn: null, acceptedOn: null }, { dueOn: '2026-02-01', doneOn: '2026-02-01', acceptedOn: null }, { dueOn: '2026-05-01', doneOn: null, acceptedOn: null }]
    const checkIns = [{ id: 'one', month: 1, dueOn: '2026-02-15', submittedOn: '2026-02-15', skippedOn: null }]
    expect(waitingThings({ ...programme, milestones, checkIns }, '2026-03-20')).toEqual([{ kind: 'milestone', day: '2026-03-01' }, { kind: 'check-in', month: 2, day: '2026-03-15' }])
  })

  it('is silence only while its flag stands, since the last contact or the start', () => {
    const flags = [{ rule: 'no-contact' as const, since: '2026-02-14', subjectId: 'x' }]
    expect(waitingThings({ ...programme, flags }, '2026-02-14')).toEqual([{ kind: 'contact', day: startsOn }])
    expect(waitingThings({ ...programme, flags, lastContactOn: '2026-01-20' }, '2026-02-14')).toEqual([{ kind: 'contact', day: '2026-01-20' }])
    expect(waitingThings({ ...programme, flags: [{ rule: 'commitment-unmet', since: '2026-02-14', subjectId: 'x' }] }, '2026-02-14')).toEqual([])
  })

  it('is nothing before a programme begins, once its months are over, or once it was stopped', () => {
    assert(property(array(record({ dueOn: day, doneOn: constantFrom(null), acceptedOn: constantFrom(null) })), boolean(), (milestones, stopped) => {
      expect(waitingThings({ ...programme, milestones }, addDays(startsOn, -1))).toEqual([])
      expect(waitingThings({ ...programme, milestones }, addMonths(startsOn, 9))).toEqual([])
      expect(waitingThings({ ...programme, milestones, stoppedOn: stopped ? startsOn : '2026-02-01' }, '2026-06-01')).toEqual([])
    }))
  })

  it('is always past its day', () => {
    assert(property(array(record({ dueOn: day, doneOn: constantFrom(null, startsOn), acceptedOn: constantFrom(null) })), day, (milestones, today) => {
      const days = waitingThings({ ...programme, milestones }, today).map((each) => each.day)
      expect(days.every((each) => each < today)).toBe(true)
      expect(days).toEqual(days.toSorted())
    }))
  })
})
