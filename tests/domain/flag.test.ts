import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '#lib/domain/day.ts'
import { commitmentStates } from '#lib/domain/commitment.ts'
import { expectedValue, type Followed, type FollowedMetric, flags, offCourseSince } from '#lib/domain/flag.ts'
import { lateDays, lateSince, milestoneDays, milestoneState, moveFaults } from '#lib/domain/milestone.ts'
import { lastDay, programmeMonth, programmeState } from '#lib/domain/programme.ts'

const days = { startsOn: '2026-01-31', months: 9, followUps: [12, 24], stoppedOn: null }

describe('a programme', () => {
  test.each([['2026-01-30', 'upcoming'], ['2026-01-31', 'running'], ['2026-10-30', 'running'], ['2026-10-31', 'follow-up'], ['2028-01-31', 'follow-up'], ['2028-02-01', 'over']])('on %s is %s', (today, state) => { expect(programmeState(days, today)).toBe(state) })

  test('stopped is stopped, from that day on', () => {
    expect(programmeState({ ...days, stoppedOn: '2026-05-02' }, '2026-05-01')).toBe('running')
    expect(programmeState({ ...days, stoppedOn: '2026-05-02' }, '2026-05-02')).toBe('stopped')
  })

  test('without follow-up ends with its months', () => {
    expect(lastDay({ ...days, followUps: [] })).toBe('2026-10-31')
    expect(programmeState({ ...days, followUps: [] }, '2026-11-01')).toBe('over')
  })

  test.each([['2026-01-30', -1], ['2026-01-31', 0], ['2026-02-27', 0], ['2026-02-28', 1], ['2026-03-30', 1], ['2026-03-31', 2], ['2027-01-31', 12]])('on %s is in month %i', (today, month) => { expect(programmeMonth(days.startsOn, today)).toBe(month) })

  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((at) => addDays('2000-01-01', at))

  test('is in month m from that milestone’s day on', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (startsOn, month) => {
      const on = addMonths(startsOn, month)
      expect(programmeMonth(startsOn, on)).toBe(month)
      expect(programmeMonth(startsOn, addDays(on, -1))).toBe(month - 1)
    }))
  })
})

describe('a milestone', () => {
  test('has its day by months, clamped to the end of the month', () => {
    expect(milestoneDays('2026-05-31', [{ month: 0, title: 'a' }, { month: 1, title: 'b' }, { month: 9, title: 'c' }, { month: 12, title: 'd' }, { month: 24, title: 'e' }]).map(({ dueOn }) => dueOn)).toEqual(['2026-05-31', '2026-06-30', '2027-02-28', '2027-05-31', '2028-05-31'])
  })

  const due = { dueOn: '2026-03-31', doneOn: null, acceptedOn: null }
  test.each([['2026-03-16', 'planned'], ['2026-03-17', 'due-soon'], ['2026-03-31', 'due-soon'], ['2026-04-01', 'late']])('on %s is %s', (today, state) => { expect(milestoneState(due, today)).toBe(state) })

  test('done is never late, accepted is settled', () => {
    expect(milestoneState({ ...due, doneOn: '2026-04-20' }, '2026-06-01')).toBe('done')
    expect(lateDays({ ...due, doneOn: '2026-04-20' }, '2026-06-01')).toBe(0)
    expect(milestoneState({ ...due, doneOn: '2026-04-20', acceptedOn: '2026-04-22' }, '2026-06-01')).toBe('accepted')
    expect(lateDays(due, '2026-04-14')).toBe(14)
    expect(lateSince(due.dueOn, 14)).toBe('2026-04-14')
  })

  test('moves with a reason, to another day, within the programme', () => {
    expect(moveFaults(due, '2026-05-01', 'Le site ouvre en mai', '2026-01-31')).toEqual([])
    expect(moveFaults(due, '2026-03-31', ' ', '2026-04-01')).toEqual(['same-day', 'before-start', 'missing-reason'])
    expect(moveFaults({ ...due, doneOn: '2026-03-30', acceptedOn: '2026-03-31' }, '2026-05-01', 'r', '2026-01-31')).toEqual(['accepted'])
  })
})

const metric: FollowedMetric = { id: 'metric', measure: 'proportion', direction: 'higher-is-better', baseline: 40, baselineOn: '2025-12-15', target: 60, targetOn: '2026-10-31', latest: null }
const quiet: Followed = {
  programme: { ...days, id: 'programme' },
  lastContactOn: '2026-06-01',
  milestones: [{ id: 'milestone', dueOn: '2026-05-20', doneOn: null, acceptedOn: null }],
  metrics: [{ ...metric, latest: { on: '2026-05-31', value: 45, interval: { low: 35, high: 55 } } }],
  commitments: [{ id: 'commitment', dueOn: '2026-06-02', state: 'under-way', unmetOn: null }],
  checkIns: [{ id: 'may', month: 4, dueOn: '2026-05-31', submittedOn: null, skippedOn: '2026-06-01' }, { id: 'april', month: 3, dueOn: '2026-04-30', submittedOn: '2026-04-29', skippedOn: null }],
}
const on = (today: string, changes: Partial<Followed> = {}) => flags({ ...quiet, ...changes }, today)

describe('flags', () => {
  test('none while all is in order', () => { expect(on('2026-06-02')).toEqual([]) })

  test('no contact for 30 days, counted from the start before there was any', () => {
    expect(on('2026-06-30', { milestones: [], commitments: [] })).toEqual([])
    expect(on('2026-07-01', { milestones: [], commitments: [] })).toEqual([{ rule: 'no-contact', since: '2026-07-01', subjectId: 'programme' }])
    expect(on('2026-03-02', { lastContactOn: null, milestones: [], metrics: [], checkIns: [] })).toEqual([{ rule: 'no-contact', since: '2026-03-02', subjectId: 'programme' }])
    expect(on('2026-03-01', { lastContactOn: null, milestones: [], metrics: [], checkIns: [] })).toEqual([])
  })

  test('a milestone late by 14 days, until it is done', () => {
    expect(on('2026-06-03', { commitments: [] })).toEqual([{ rule: 'milestone-late', since: '2026-06-03', subjectId: 'milestone' }])
    expect(on('2026-06-03', { commitments: [], milestones: [{ id: 'milestone', dueOn: '2026-05-20', doneOn: '2026-06-03', acceptedOn: null }] })).toEqual([])
  })

  test('a commitment past its day, or said to be unmet', () => {
    expect(on('2026-06-03', { milestones: [] })).toEqual([{ rule: 'commitment-unmet', since: '2026-06-03', subjectId: 'commitment' }])
    expect(on('2026-06-03', { milestones: [], commitments: [{ id: 'commitment', dueOn: null, state: 'unmet', unmetOn: '2026-05-30' }] })).toEqual([{ rule: 'commitment-unmet', since: '2026-05-30', subjectId: 'commitment' }])
    for (const state of commitmentStates) expect(on('2026-12-01', { milestones: [], commitments: [{ id: 'commitment', dueOn: '2026-06-02', state, unmetOn: null }] })).toEqual([])
    for (const state of ['kept', 'withdrawn'] as const) expect(on('2026-06-03', { milestones: [], commitments: [{ id: 'commitment', dueOn: '2026-06-02', state, unmetOn: null }] })).toEqual([])
  })

  test('two check-ins skipped in a row, not two with one between, nor months apart', () => {
    const skipped = (month: number, skippedOn: string) => ({ id: `month-${month}`, month, dueOn: skippedOn, submittedOn: null, skippedOn })
    const sent = (month: number, submittedOn: string) => ({ id: `month-${month}`, month, dueOn: submittedOn, submittedOn, skippedOn: null })
    const rest = { milestones: [], commitments: [], metrics: [] }
    const open = { id: 'month-5', month: 5, dueOn: '2026-06-30', submittedOn: null, skippedOn: null }
    expect(on('2026-06-02', { ...rest, checkIns: [skipped(4, '2026-05-31'), skipped(3, '2026-04-30'), open] })).toEqual([{ rule: 'check-ins-skipped', since: '2026-05-31', subjectId: 'month-4' }])
    expect(on('2026-06-02', { ...rest, checkIns: [skipped(2, '2026-03-30'), sent(3, '2026-04-30'), skipped(4, '2026-05-31')] })).toEqual([])
    expect(on('2026-06-02', { ...rest, checkIns: [skipped(1, '2026-02-28'), skipped(2, '2026-03-30'), sent(3, '2026-04-30')] })).toEqual([])
    expect(on('2026-06-02', { ...rest, checkIns: [skipped(2, '2026-03-30'), skipped(4, '2026-05-31')] })).toEqual([])
    expect(on('2026-06-02', { ...rest, checkIns: [skipped(4, '2026-05-31')] })).toEqual([])
  })

  test('a metric off course, through follow-up too; nothing before, after, or once stopped', () => {
    const metrics = [{ ...metric, latest: { on: '2026-10-31', value: 45, interval: { low: 35, high: 55 } } }]
    const flag = { rule: 'metric-off-course', since: '2026-10-31', subjectId: 'metric' }
    expect(on('2026-11-15', { metrics })).toEqual([flag])
    expect(on('2028-02-01', { metrics })).toEqual([])
    expect(on('2026-11-15', { metrics, programme: { ...quiet.programme, stoppedOn: '2026-11-01' } })).toEqual([])
    expect(on('2026-01-30', { metrics, lastContactOn: '2025-01-01' })).toEqual([])
  })

  test('come oldest first', () => {
    const rules = on('2026-08-01').map(({ since }) => since)
    expect(rules).toEqual(rules.toSorted())
    expect(rules).toHaveLength(3)
  })
})

describe('off course', () => {
  const latest = (low: number, high: number, day = '2026-06-16') => ({ on: day, value: (low + high) / 2, interval: { low, high } })

  test('the path is straight from baseline on the first day to target, level after', () => {
    expect(expectedValue(metric, days.startsOn, '2026-01-31')).toBe(40)
    expect(expectedValue(metric, days.startsOn, '2026-10-31')).toBe(60)
    expect(expectedValue(metric, days.startsOn, '2027-10-31')).toBe(60)
    expect(expectedValue(metric, days.startsOn, '2025-12-31')).toBe(40)
    expect(expectedValue(metric, days.startsOn, '2026-06-16')).toBeCloseTo(40 + (20 * 136) / 273, 9)
    expect(expectedValue({ ...metric, targetOn: null }, days.startsOn, '2026-06-16')).toBe(null)
    expect(expectedValue({ ...metric, targetOn: '2026-01-02' }, days.startsOn, '2026-06-16')).toBe(60)
  })

  test.each<[string, Partial<FollowedMetric>, string | null]>([
    ['wholly below', { latest: latest(30, 49) }, '2026-06-16'],
    ['reaching the line', { latest: latest(30, 50) }, null],
    ['wholly above is no fault', { latest: latest(70, 80) }, null],
    ['lower is better: wholly above', { direction: 'lower-is-better', latest: latest(51, 60) }, '2026-06-16'],
    ['lower is better: wholly below', { direction: 'lower-is-better', latest: latest(20, 30) }, null],
    ['neutral', { direction: 'neutral', latest: latest(0, 1) }, null],
    ['no interval known', { latest: { on: '2026-06-16', value: 2, interval: null } }, null],
    ['a count is certain', { measure: 'count', latest: { on: '2026-06-16', value: 49, interval: null } }, '2026-06-16'],
    ['a count on its way', { measure: 'count', latest: { on: '2026-06-16', value: 50, interval: null } }, null],
    ['nothing measured', { latest: null }, null],
    ['no target', { target: null, latest: latest(0, 1) }, null],
  ])('%s', (_, changes, since) => { expect(offCourseSince({ ...metric, ...changes }, days.startsOn)).toBe(since) })
})
