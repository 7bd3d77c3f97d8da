import { signedIn } from '#lib/domain/access.ts'
import { env } from '#lib/env.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { sessionWords } from '#lib/i18n/session-words.ts'
import { type CalendarEvent, writeCalendar } from '#lib/server/document/calendar-file.ts'
import { pageAddress } from '#lib/server/mail/write-mail.ts'
import { askedSession, loadSession } from '#lib/server/mentoring-session/load-session.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** A session as calendars are told of it. */
export type InvitedSession = { id: string; programmeId: string; solution: string; subject: string; place: string | null; startsAt: Date; minutes: number; sequence: number; cancelled: boolean; changedAt: Date }

/** The event of a session: its identifier stays whatever changes, its sequence tells which of two versions is the later. */
function sessionEvent({ id, programmeId, solution, subject, place, startsAt, minutes, sequence, cancelled, changedAt }: InvitedSession, locale: Locale): CalendarEvent {
  const t = sessionWords(locale)
  const { hostname } = new URL(permalink('/'))
  return {
    uid: `mentoring-session-${id}@${hostname}`, sequence, changedAt, cancelled,
    start: startsAt, end: new Date(startsAt.getTime() + minutes * 60_000),
    title: t('agenda.title', { subject, solution }),
    ...(place !== null && { description: t('agenda.place', { place }) }),
    url: pageAddress(locale, `/programmes/${programmeId}/sessions`),
  }
}

/** An agreed session, cancelled or not, for whoever sees the programme. Throws `not-found` while no time is agreed. */
export const showInvitation = query({
  name: 'mentoring-session.show-invitation',
  input: askedSession,
  may: signedIn,
  read: async ({ tx, actor, now }, { sessionId }): Promise<InvitedSession> => {
    const { session, programme } = await loadSession(tx, sessionId, actor)
    if (session.startsAt === null) throw new Refusal('not-found')
    const { id, subject, place, startsAt, minutes, sequence, cancelledAt } = session
    return { id, programmeId: programme.id, solution: programme.solution, subject, place, startsAt, minutes, sequence, cancelled: cancelledAt !== null, changedAt: now }
  },
})

/** A time as mails tell agendas of it: agreed, or standing no longer. */
export type MailedEvent = Pick<InvitedSession, 'place' | 'startsAt' | 'minutes' | 'sequence' | 'cancelled' | 'changedAt'>

/**
 * The invitation a mail carries to one person, or its cancellation (RFC 5546): the same event as the file, by its identifier and
 * sequence. It names the solution, the time and the place, never what the session is about: mails pass through many hands.
 */
export function invitationMail(session: Omit<InvitedSession, 'subject'>, { email, locale }: { email: string; locale: Locale }): string {
  const { place, solution, id, cancelled } = session
  const { description: _place, ...event } = sessionEvent({ ...session, subject: '' }, locale)
  return writeCalendar({
    locale, method: cancelled ? 'CANCEL' : 'REQUEST', name: sessionWords(locale)('agenda.name', { solution }), url: permalink(`/api/v1/mentoring-sessions/${id}/invitation.ics`),
    events: [{ ...event, title: sessionWords(locale)('agenda.invitation', { solution }), ...(place !== null && { place }), invitation: { organizer: addressOf(env().MAIL_FROM), attendee: email } }],
  })
}

/** The bare address of "Portal <portal@house.example>". */
function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/u.exec(from)?.[1] ?? from
}

/** The iCalendar file of one session. */
export function sessionCalendar(invited: InvitedSession, locale: Locale): string {
  return writeCalendar({ locale, name: sessionWords(locale)('agenda.name', { solution: invited.solution }), url: permalink(`/api/v1/mentoring-sessions/${invited.id}/invitation.ics`), events: [sessionEvent(invited, locale)] })
}
