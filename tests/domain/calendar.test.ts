import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfParisDay, isPast, parisClockText, parisDate, parisDaysBetween, parisInstant, parisTime, parseParisTime, startOfParisDay } from '#lib/domain/calendar.ts'

const iso = (text: string): string => {
  const parsed = parseParisTime(text)
  return parsed.ok ? parsed.instant.toISOString() : parsed.reason
}

describe('Paris time to an instant', () => {
  test.each([
    ['2026-01-15T17:00', '2026-01-15T16:00:00.000Z'],
    ['2026-05-12T17:00', '2026-05-12T15:00:00.000Z'],
    ['2026-05-12T17:00:59', '2026-05-12T15:00:59.000Z'],
    ['2028-02-29T00:00', '2028-02-28T23:00:00.000Z'],
    ['2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T02:00', 'does-not-exist'],
    ['2026-03-29T02:30', 'does-not-exist'],
    ['2026-03-29T02:59:59', 'does-not-exist'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25T02:00', 'exists-twice'],
    ['2026-10-25T02:30', 'exists-twice'],
    ['2026-10-25T02:59:59', 'exists-twice'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-02-29T12:00', 'not-a-time'],
    ['2026-13-01T12:00', 'not-a-time'],
    ['2026-04-31T12:00', 'not-a-time'],
    ['2026-05-12T24:00', 'not-a-time'],
    ['2026-05-12T12:60', 'not-a-time'],
    ['2026-05-12', 'not-a-time'],
    ['0026-05-12T12:00', 'not-a-time'],
    [' 2026-05-12T12:00', 'not-a-time'],
    ['2026-05-12T12:00Z', 'not-a-time'],
    ['', 'not-a-time'],
  ])('%s is %s', (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  test('numbers that are no numbers are refused', () => {
    expect(parisInstant({ year: 2026, month: 5, day: 1.5, hour: 0, minute: 0, second: 0 })).toEqual({ ok: false, reason: 'not-a-time' })
    expect(parisInstant({ year: Number.NaN, month: 5, day: 1, hour: 0, minute: 0, second: 0 })).toEqual({ ok: false, reason: 'not-a-time' })
  })

  test('any instant, read in Paris and turned back, is itself, unless its hour exists twice', () => {
    const instants = fc.date({ min: new Date('1977-01-02'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(fc.property(instants, (date) => {
      const second = new Date(Math.floor(date.getTime() / 1000) * 1000)
      const back = parisInstant(parisTime(second))
      expect(back.ok ? back.instant : back.reason).toEqual(back.ok ? second : 'exists-twice')
    }))
  })
})

test('what a field shows of an instant, typed back, is that instant', () => {
  expect(parisClockText(new Date('2026-05-12T15:00:00Z'))).toBe('2026-05-12T17:00')
  expect(parisClockText(new Date('2026-11-02T22:59:59Z'))).toBe('2026-11-02T23:59:59')
  const instants = fc.date({ min: new Date('1977-01-02'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(fc.property(instants, (date) => {
    const second = new Date(Math.floor(date.getTime() / 1000) * 1000)
    expect([second.toISOString(), 'exists-twice']).toContain(iso(parisClockText(second)))
  }))
})

describe('Paris days', () => {
  test('start and end follow the clock changes', () => {
    expect(startOfParisDay('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(endOfParisDay('2026-03-29').toISOString()).toBe('2026-03-29T21:59:59.000Z')
    expect(endOfParisDay('2026-10-25').toISOString()).toBe('2026-10-25T22:59:59.000Z')
    expect(parisDate(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
    expect(parisDate(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
  })

  test('a day that does not exist is refused', () => {
    expect(() => startOfParisDay('2026-02-30')).toThrow(RangeError)
    expect(() => endOfParisDay('soon')).toThrow(RangeError)
  })

  test('days between are calendar days in Paris', () => {
    expect(parisDaysBetween(new Date('2026-05-09T21:59:59Z'), new Date('2026-05-12T15:00:00Z'))).toBe(3)
    expect(parisDaysBetween(new Date('2026-05-09T22:00:00Z'), new Date('2026-05-12T15:00:00Z'))).toBe(2)
    expect(parisDaysBetween(new Date('2026-05-12T15:00:00Z'), new Date('2026-05-12T00:00:00Z'))).toBe(0)
    expect(parisDaysBetween(new Date('2026-10-24T12:00:00Z'), new Date('2026-10-26T12:00:00Z'))).toBe(2)
    expect(parisDaysBetween(new Date('2026-05-12T12:00:00Z'), new Date('2026-05-11T12:00:00Z'))).toBe(-1)
  })
})

describe('a deadline is inclusive to its last second', () => {
  const deadline = new Date('2026-05-12T15:00:00Z')
  test.each([
    ['2026-05-12T14:59:59.999Z', false],
    ['2026-05-12T15:00:00.000Z', false],
    ['2026-05-12T15:00:00.999Z', false],
    ['2026-05-12T15:00:01.000Z', true],
  ])('at %s it is past: %s', (now, past) => {
    expect(isPast(deadline, new Date(now))).toBe(past)
  })
})
