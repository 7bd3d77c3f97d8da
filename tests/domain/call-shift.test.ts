import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parisDate, parisDaysBetween, parisInstant, parisTime } from '#lib/domain/calendar.ts'
import { shiftDay, shiftInDays, shiftInstant, yearsUntil } from '#lib/domain/call-shift.ts'

const paris = (text: string) => new Date(text)
const instants = fc.date({ min: new Date('1980-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))
const days = fc.integer({ min: 0, max: 4_000 })
const wall = (instant: Date) => {
  const { hour, minute, second } = parisTime(instant)
  return [hour, minute, second]
}

describe('moving the dates of a call', () => {
  test.each([
    [{ unit: 'weeks', by: 52 }, '2023-03-08', 364],
    [{ unit: 'years', by: 4 }, '2023-03-08', 1461],
    [{ unit: 'years', by: 1 }, '2024-02-29', 365],
    [{ unit: 'years', by: 4 }, '2024-02-29', 1461],
    [{ unit: 'years', by: 0 }, '2023-03-08', 0],
  ] as const)('%j from %s is %i days', (shift, anchor, expected) => {
    expect(shiftInDays(shift, anchor)).toBe(expected)
  })

  test('the hour on the clock stays, summer or winter', () => {
    // Wednesday 8 March 2023, 9 h in winter, and 17 April, 17 h in summer; so many days later both are where clocks say the same.
    expect(shiftInstant(paris('2023-03-08T08:00:00Z'), 1461).toISOString()).toBe('2027-03-08T08:00:00.000Z')
    expect(shiftInstant(paris('2023-04-17T15:00:00Z'), 1461).toISOString()).toBe('2027-04-17T15:00:00.000Z')
    expect(shiftInstant(paris('2026-10-20T15:00:00Z'), 14).toISOString()).toBe('2026-11-03T16:00:00.000Z')
    expect(shiftDay('2023-12-31', 1)).toBe('2024-01-01')
  })

  test('an hour that is missing or double that night becomes three o’clock', () => {
    expect(shiftInstant(paris('2027-03-21T01:30:00Z'), 7).toISOString()).toBe('2027-03-28T01:00:00.000Z')
    expect(shiftInstant(paris('2027-10-24T00:30:00Z'), 7).toISOString()).toBe('2027-10-31T02:00:00.000Z')
  })

  test('lands on an hour that exists once, and keeps the clock but on the two nights of the year', () => {
    fc.assert(fc.property(instants, days, (instant, by) => {
      const moved = shiftInstant(instant, by)
      expect(parisInstant(parisTime(moved))).toEqual({ ok: true, instant: moved })
      expect(parisDate(moved)).toBe(shiftDay(parisDate(instant), by))
      expect(wall(moved)).toEqual(parisInstant({ ...parisTime(moved), ...parisHour(instant) }).ok ? wall(instant) : [3, 0, 0])
    }), { numRuns: 2_000 })
  })

  test('what lay so many Paris days apart still does', () => {
    fc.assert(fc.property(instants, instants, days, (a, b, by) => {
      expect(parisDaysBetween(shiftInstant(a, by), shiftInstant(b, by))).toBe(parisDaysBetween(a, b))
    }))
  })

  test('years offered bring the opening past today, and no year fewer would', () => {
    expect(yearsUntil('2023-03-08', '2026-11-24')).toBe(4)
    expect(yearsUntil('2023-12-08', '2026-11-24')).toBe(3)
    expect(yearsUntil('2030-12-08', '2026-11-24')).toBe(1)
    expect(yearsUntil(null, '2026-11-24')).toBe(1)
    const dates = fc.integer({ min: 0, max: 20_000 }).map((day) => shiftDay('1990-01-01', day))
    fc.assert(fc.property(dates, dates, (day, today) => {
      const by = yearsUntil(day, today)
      const after = (years: number) => shiftDay(day, shiftInDays({ unit: 'years', by: years }, day))
      expect(after(by) > today).toBe(true)
      expect(by === 1 || after(by - 1) <= today).toBe(true)
    }))
  })
})

function parisHour(instant: Date) {
  const { hour, minute, second } = parisTime(instant)
  return { hour, minute, second }
}
