import { inLocale } from '#lib/domain/localized.ts'
import { callWords } from '#lib/i18n/call-words.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { callEvents } from '#lib/server/call/call-events.ts'
import { listCalls } from '#lib/server/call/list-calls.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { writeCalendar } from '#lib/server/document/calendar-file.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import type { Content } from '#lib/server/open-data/respond.ts'
import { visitor } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'

const type = 'text/calendar; charset=utf-8'

/** The dates of one call as iCalendar. Throws `not-found` for one that is not run here. */
export async function callAgenda(slug: string, locale: Locale): Promise<Content> {
  const call = await showCall(visitor, { slug })
  if (!call.runHere) throw new Refusal('not-found')
  const name = callWords(locale)('agenda.name', { call: inLocale(call.title, locale) })
  return { type, fileName: `${slug}.ics`, body: writeCalendar({ locale, name, url: permalink(`/calls/${slug}.ics`), events: callEvents(call, locale) }) }
}

/** The dates of every call run here, in one calendar to subscribe to. */
export async function allAgendas(locale: Locale): Promise<Content> {
  const calls = await listCalls(visitor, {})
  const events = calls.flatMap((call) => callEvents(call, locale))
  return { type, fileName: 'calls.ics', body: writeCalendar({ locale, name: callWords(locale)('agenda.all'), url: permalink('/calls.ics'), events }) }
}
