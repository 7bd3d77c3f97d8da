import ical, { escape, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Locale } from '#lib/i18n/locale.ts'

/** Hours are instants; day-long events name Paris dates ("2026-05-12"), the last one included. */
type Moment = { allDay?: false; start: Date; end?: Date } | { allDay: true; start: string; end?: string }

export type CalendarEvent = Moment & {
  /** The same for ever, whatever changes: agendas recognise the event by it. */
  uid: string
  /** One more at each change. */
  sequence: number
  /** When the event last changed, so that the same calendar is the same file. */
  changedAt: Date
  title: string
  description?: string
  url: string
  /** A cancelled event stays in the file: agendas do not notice a missing one. */
  cancelled?: boolean
  place?: string
  /** Who invites, and who is: what a mail carries is for one person. */
  invitation?: { organizer: string; attendee: string }
}

/** `method`: what a mail asks of the agenda that takes it (RFC 5546); none for a file or a feed. */
export type Calendar = { locale: Locale; name: string; url: string; method?: 'REQUEST' | 'CANCEL'; events: readonly CalendarEvent[] }

/**
 * An iCalendar file (RFC 5545, RFC 7986): UTC hours, CRLF, lines of at most 75 octets; agendas are asked to come back
 * every hour. Events never make anybody look busy. TypeError on an address that is none, RangeError on a date that is none.
 */
export function writeCalendar({ locale, name, url, method, events }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'Passerelle', product: 'Passerelle', language: locale },
    // The library writes this one as it comes.
    name: escape(oneLine(name), false),
    url: address(url),
    // An invitation is told of changes by mail; nobody comes back to it.
    ttl: method === undefined ? 3600 : null,
    method: method === undefined ? null : ICalCalendarMethod[method],
  })
  for (const event of events) {
    const written = calendar.createEvent({
      ...moment(event),
      id: oneLine(event.uid),
      sequence: event.sequence,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      summary: oneLine(event.title),
      description: event.description === undefined ? null : text(event.description),
      location: event.place === undefined ? null : oneLine(event.place),
      url: address(event.url),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    if (event.invitation) {
      written.organizer({ name: 'Passerelle', email: event.invitation.organizer })
      written.createAttendee({ email: event.invitation.attendee, rsvp: false })
    }
  }
  return `${calendar.toString()}\r\n`
}

function moment(event: Moment): { start: Date; end: Date | null; allDay: boolean } {
  if (!event.allDay) return { allDay: false, start: event.start, end: event.end ?? null }
  const end = midnight(event.end ?? event.start)
  end.setUTCDate(end.getUTCDate() + 1)
  return { allDay: true, start: midnight(event.start), end }
}

/** The library takes a day-long event's date from UTC. */
function midnight(date: string): Date {
  const at = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) throw new RangeError(`Not a date: ${date}`)
  return at
}

/** Text without what a calendar has no place for: controls, and halves of characters. */
function text(value: string): string {
  return value.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
}

function oneLine(value: string): string {
  return text(value).replace(/\s+/g, (space) => (/[\n\t]/.test(space) ? ' ' : space)).trim()
}

/** The library writes a backslash before these two, which an address keeps as it stands. */
function address(url: string): string {
  return new URL(url).href.replaceAll(',', '%2C').replaceAll(';', '%3B')
}
