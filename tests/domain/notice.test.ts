import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parisDate, parisTime } from '#lib/domain/calendar.ts'
import { addDays } from '#lib/domain/day.ts'
import { byImportance, digestSlot, digestSlots, groupedByImportance, isQuietHour, noticeKinds, noticePath, noticePreferenceInput, quietHoursAt, tierOf, usualPreference, wayOf, weekday } from '#lib/domain/notice.ts'

/** What waits is told in the order of its importance, once a week, and never at night: clock changes included. */
const hour = fc.integer({ min: 0, max: 23 })
const quiet = fc.record({ from: hour, until: hour }).filter(({ from, until }) => from !== until)
const instant = fc.oneof(
  fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-01-01T00:00:00Z'), noInvalidDate: true }),
  // Around the two nights on which clocks change.
  fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)).chain((change) => fc.integer({ min: -36 * 60, max: 36 * 60 }).map((minutes) => new Date(change + minutes * 60_000))),
)

describe('quiet hours', () => {
  it.each([
    [20, 8, [20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7]],
    [0, 6, [0, 1, 2, 3, 4, 5]],
    [12, 13, [12]],
    [23, 0, [23]],
  ])('from %i until %i are these', (from, until, hours) => {
    expect(Array.from({ length: 24 }, (_, each) => each).filter((each) => isQuietHour(each, { from, until })).sort((a, b) => a - b)).toEqual(hours.toSorted((a, b) => a - b))
    expect(isQuietHour(from, null)).toBe(false)
  })

  // All but one hour of the day may be quiet, and that one left out once a year.
  it('end within two days, at a whole hour, and are found from the instant as from the clock', () => {
    fc.assert(fc.property(instant, quiet, (now, held) => {
      const shown = (at: number) => isQuietHour(parisTime(new Date(at)).hour, held)
      const next = Array.from({ length: 49 }, (_, hours) => (Math.floor(now.getTime() / 3_600_000) + hours) * 3_600_000).find((at) => !shown(at))
      expect(next).toBeDefined()
      expect(quietHoursAt(now).some(({ from, until }) => from === held.from && until === held.until)).toBe(shown(now.getTime()))
    }))
  })
})

describe('a digest', () => {
  it('was last due at most a week ago, on its weekday, at its hour or the next one there is', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 1, max: 7 }), hour, (now, day, at) => {
      const slot = digestSlot(now, day, at)
      const gone = now.getTime() - slot.at.getTime()
      expect(gone).toBeGreaterThanOrEqual(0)
      // A week in which clocks go back lasts an hour longer.
      expect(gone).toBeLessThan((7 * 24 + 1) * 3_600_000)
      const date = parisDate(slot.at)
      expect([weekday(date), weekday(slot.week)]).toEqual([day, 1])
      expect(addDays(slot.week, day - 1)).toBe(date)
      const skipped = date === '2026-03-29' || date === '2027-03-28'
      expect(parisTime(slot.at)).toMatchObject({ hour: at === 2 && skipped ? 3 : at, minute: 0, second: 0 })
    }))
  })

  it('falls once in each week, however often it is asked', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 1, max: 7 }), hour, (now, day, at) => {
      // Within less than a week in which clocks go forward, which is an hour shorter.
      const slots = Array.from({ length: 28 }, (_, quarter) => digestSlot(new Date(now.getTime() + quarter * 6 * 3_600_000), day, at))
      const instants = new Set(slots.map((slot) => slot.at.getTime()))
      expect(new Set(slots.map(({ week }) => week)).size).toBe(instants.size)
      expect(instants.size).toBeLessThanOrEqual(2)
    }), { numRuns: 40 })
  })

  it.each([
    ['2026-10-26T06:59:59Z', 1, 8, '2026-10-19T06:00:00.000Z', '2026-10-19'],
    ['2026-10-26T07:00:00Z', 1, 8, '2026-10-26T07:00:00.000Z', '2026-10-26'],
    ['2026-03-29T01:00:00Z', 7, 2, '2026-03-29T01:00:00.000Z', '2026-03-23'],
    ['2026-10-25T01:30:00Z', 7, 2, '2026-10-25T00:00:00.000Z', '2026-10-19'],
  ])('at %s, of weekday %i at %i, was due %s', (now, day, at, due, week) => {
    const slot = digestSlot(new Date(now), day, at)
    expect([slot.at.toISOString(), slot.week]).toEqual([due, week])
  })

  it('knows the slot of every weekday and hour', () => {
    const slots = digestSlots(new Date('2026-11-24T16:00:00Z'))
    expect(new Set(slots.map(({ day, hour: at }) => `${day} ${at}`)).size).toBe(168)
    expect(slots.every(({ at }) => at <= new Date('2026-11-24T16:00:00Z'))).toBe(true)
  })
})

describe('importance', () => {
  const today = '2026-06-15'
  const notice = fc.record({ id: fc.uuid(), kind: fc.constantFrom(...noticeKinds), day: fc.integer({ min: -60, max: 30 }).map((days) => addDays(today, days)), about: fc.constantFrom('a', 'b', 'c') })

  it('puts what is late before what others wait for, before what is soon, before the rest, each by its day', () => {
    const of = (kind: (typeof noticeKinds)[number], days: number) => ({ id: `${kind} ${days}`, kind, day: addDays(today, days) })
    const ordered = [of('metric-due', -9), of('check-in-overdue', -2), of('milestone-near', -2), of('milestone-to-accept', -20), of('measurement-to-verify', 0), of('check-in-due', 0), of('commitment-due', 3), of('milestone-near', 4)]
    expect(ordered.toReversed().sort(byImportance(today))).toEqual(ordered)
    expect(ordered.map((it) => tierOf(it, today))).toEqual(['late', 'late', 'late', 'waited-for', 'waited-for', 'soon', 'soon', 'ahead'])
  })

  it('is one order for all, whatever order they come in', () => {
    fc.assert(fc.property(fc.uniqueArray(notice, { selector: ({ id }) => id }), fc.integer(), (notices, turn) => {
      const sorted = notices.toSorted(byImportance(today))
      const turned = [...notices.slice(turn % (notices.length || 1)), ...notices.slice(0, turn % (notices.length || 1))]
      expect(turned.toSorted(byImportance(today))).toEqual(sorted)
    }))
  })

  it('keeps every notice in one group, the most important first within and among them', () => {
    fc.assert(fc.property(fc.uniqueArray(notice, { selector: ({ id }) => id }), (notices) => {
      const groups = groupedByImportance(notices, today)
      expect(groups.flat().length).toBe(notices.length)
      expect(groups.every((group) => new Set(group.map(({ about }) => about)).size === 1)).toBe(true)
      for (const group of groups) expect(group).toEqual(group.toSorted(byImportance(today)))
      const heads = groups.flatMap(([head]) => head ?? [])
      expect(heads).toEqual(heads.toSorted(byImportance(today)))
    }))
  })
})

describe('what somebody chooses', () => {
  it('is the weekly digest for every kind, and quiet nights, until they say otherwise', () => {
    expect(noticeKinds.map((kind) => wayOf(usualPreference, kind))).toEqual(noticeKinds.map(() => 'digest'))
    expect(wayOf({ choices: { 'metric-due': 'at-once' } }, 'metric-due')).toBe('at-once')
    expect([usualPreference.digestDay, usualPreference.digestHour, usualPreference.quiet]).toEqual([1, 8, { from: 20, until: 8 }])
  })

  it('comes from a form as texts', () => {
    const typed = { choices: { 'check-in-due': 'at-once' }, quiet: { from: '22', until: '7' }, digestDay: '5', digestHour: '0' }
    expect(noticePreferenceInput.parse(typed)).toEqual({ choices: { 'check-in-due': 'at-once' }, quiet: { from: 22, until: 7 }, digestDay: 5, digestHour: 0 })
    expect(noticePreferenceInput.parse({ ...typed, quiet: { from: '', until: '7' } }).quiet).toBeNull()
    expect(noticePreferenceInput.parse({ ...typed, quiet: { from: '7', until: '7' } }).quiet).toBeNull()
    for (const wrong of [{ digestDay: '0' }, { digestDay: '8' }, { digestHour: '24' }, { quiet: { from: '-1', until: '7' } }, { choices: { 'check-in-due': 'often' } }, { choices: { other: 'none' } }]) expect(noticePreferenceInput.safeParse({ ...typed, ...wrong }).success).toBe(false)
  })
})

it('leads to where each kind is done', () => {
  const ids = { programmeId: 'p', checkInId: 'c', milestoneId: 'm', metricId: 'k', commitmentId: 'x' }
  expect(noticeKinds.map((kind) => noticePath({ kind, ...ids }))).toEqual([
    '/programmes/p/check-ins/c', '/programmes/p/check-ins/c', '/programmes/p/milestones#milestone-m', '/programmes/p/metrics/k', '/commitments#commitment-x', '/programmes/p/milestones#milestone-m', '/programmes/p/metrics/k',
  ])
})
