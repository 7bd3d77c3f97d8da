import { sql } from 'drizzle-orm'
import { readAgenda, type AgendaRow } from '#db/read/agenda.ts'
import { signedIn, type Person } from '#lib/domain/access.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { calendarWords } from '#lib/i18n/calendar-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { personOfCalendar } from '#lib/server/calendar/person-of-calendar.ts'
import { writeCalendar, type CalendarEvent } from '#lib/server/document/calendar-file.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import type { Content } from '#lib/server/open-data/respond.ts'
import { visitor } from '#lib/server/opening.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Whether the person has an address for their agenda, since when; and what is on it. */
export const showCalendar = query({
  name: 'calendar.show',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor }) => {
    const { id, locale } = actor as Person
    const [feed] = await tx.execute<{ createdAt: string }>(sql`select created_at as "createdAt" from calendar_feed where person_id = ${id}::uuid`)
    return { locale, since: feed ? new Date(feed.createdAt) : null, dates: await readAgenda(tx, id) }
  },
})

/** The agenda an address leads to, as iCalendar, in its person's language. Throws `not-found`. */
export async function ownAgenda(token: string): Promise<Content> {
  const { locale, dates } = await showCalendar(await personOfCalendar(visitor, { token }), {})
  const body = writeCalendar({ locale, name: calendarWords(locale)('name'), url: permalink('/account#calendar'), events: dates.map((row) => eventOf(row, locale)) })
  return { type: 'text/calendar; charset=utf-8', fileName: 'passerelle.ics', body }
}

function eventOf({ kind, key, day, at, minutes, title, call, path, sequence, changedAt, cancelled, demonstration }: AgendaRow, locale: Locale): CalendarEvent {
  const t = calendarWords(locale)
  const said = t(`kinds.${kind}`, { title: inLocale(title, locale) })
  const start = at === null ? null : new Date(at)
  return {
    uid: `${kind}-${key}@${new URL(permalink('/')).hostname}`,
    sequence,
    changedAt: new Date(changedAt),
    title: demonstration ? t('demonstration', { title: said }) : said,
    ...(call !== null && { description: inLocale(call, locale) }),
    url: permalink(`/${locale}${path}`),
    cancelled,
    ...(start === null ? { allDay: true as const, start: day ?? '' } : { start, ...(minutes !== null && { end: new Date(start.getTime() + minutes * 60_000) }) }),
  }
}
