import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { writeCalendar, type Calendar, type CalendarEvent } from '#lib/server/document/calendar-file.ts'

const closing: CalendarEvent = {
  uid: 'call-impact-3-closing@exemple.fr',
  sequence: 2,
  changedAt: new Date('2026-02-01T09:00:00Z'),
  start: new Date('2026-05-12T15:00:00Z'),
  title: 'Clôture des candidatures : « Impact 3 », santé; mentale',
  description: 'Heure de Paris.\nTout dépôt arrivé à 17 h 00 min 59 s compte, pas après.',
  url: 'https://exemple.fr/fr/calls/impact-3',
}
const jury: CalendarEvent = { uid: 'jury', sequence: 0, changedAt: new Date('2026-02-01T09:00:00Z'), allDay: true, start: '2026-12-30', end: '2026-12-31', title: 'Grand jury', url: 'https://exemple.fr/fr/calls/impact-3', cancelled: true }
const calendar: Calendar = { locale: 'fr', name: 'Impact 3 : les dates', url: 'https://exemple.fr/calls/impact-3.ics', events: [closing, jury] }

const parse = (text: string) => new ICAL.Component(ICAL.parse(text))
const eventsOf = (text: string) => parse(text).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))

describe('a calendar', () => {
  test('says who made it, its name twice, and when to come back', () => {
    const read = parse(writeCalendar(calendar))
    const value = (name: string) => String(read.getFirstPropertyValue(name))
    expect([value('prodid'), value('version'), value('name'), value('x-wr-calname'), value('refresh-interval'), value('x-published-ttl'), value('url')]).toEqual(
      ['-//Passerelle//Passerelle//FR', '2.0', 'Impact 3 : les dates', 'Impact 3 : les dates', 'PT1H', 'PT1H', 'https://exemple.fr/calls/impact-3.ics'])
    expect(writeCalendar({ ...calendar, name: 'a, b;\nX-C:d' })).toContain('\r\nNAME:a\\, b\\; X-C:d\r\nX-WR-CALNAME:a\\, b\\; X-C:d\r\n')
  })

  test('carries hours in UTC and whole days as dates, the last one included', () => {
    const text = writeCalendar(calendar)
    expect(text).toContain('\r\nDTSTART:20260512T150000Z\r\n')
    expect(text).toContain('\r\nDTSTAMP:20260201T090000Z\r\n')
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n')
    const [first, second] = eventsOf(text)
    expect(first).toMatchObject({ uid: closing.uid, sequence: 2, summary: closing.title, description: closing.description })
    expect(first?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(String(first?.component.getFirstPropertyValue('url'))).toBe(closing.url)
    expect(second?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect([second?.startDate.isDate, second?.startDate.toString(), second?.endDate.toString()]).toEqual([true, '2026-12-30', '2027-01-01'])
  })

  test('is the same file for the same dates', () => {
    expect(writeCalendar(calendar)).toBe(writeCalendar(structuredClone(calendar)))
  })

  test('refuses a date and an address that are none', () => {
    expect(() => writeCalendar({ ...calendar, events: [{ ...jury, start: '2026-02-30x' }] })).toThrow(RangeError)
    expect(() => writeCalendar({ ...calendar, url: '/calls/impact-3.ics' })).toThrow(TypeError)
  })
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom('é', '😀', 'ا', '\r\n', '\n', '\\', ';', ',', 'BEGIN:VEVENT', ' ', '\0', '\uD83D', 'x'), maxLength: 200 }))

test('whatever the words: lines of at most 75 octets that end with CRLF, and no word becomes a property', () => {
  fc.assert(fc.property(anyText, anyText, anyText, (name, title, description) => {
    const text = writeCalendar({ ...calendar, name, events: [{ ...closing, title, description }] })
    const lines = text.split('\r\n')
    expect(lines.pop()).toBe('')
    expect(lines.every((line) => !/[\r\n\0]/.test(line) && Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.isWellFormed()).toBe(true)
    const properties = lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(/[:;]/)[0])
    expect(properties.filter((property) => property === 'BEGIN')).toHaveLength(2)
    const [event] = eventsOf(text)
    const plain = (words: string) => words.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
    expect(event?.description).toBe(plain(description))
    expect(event?.summary.replace(/\s/g, '')).toBe(plain(title).replace(/\s/g, ''))
  }))
})
