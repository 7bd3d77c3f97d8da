import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { createTranslator } from 'use-intl/core'
import type { Reader } from '#db/client.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { type WaitingThing, waitingThings } from '#lib/domain/reminder.ts'
import { formatDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { mailMessages } from '#lib/i18n/mail-messages.ts'
import { type Addressee, type Letter, pageAddress, wordedLetter } from '#lib/server/mail/write-mail.ts'
import type { BoardLaureate } from '#lib/server/programme/show-board.ts'

/** A laureate that something waits for, whom to write to of it, and the letter in each language. */
export type Reminder = { laureate: BoardLaureate; things: WaitingThing[]; to: Addressee[]; letter: (locale: Locale) => Letter }

/** The reminders of these laureates, in their order: of those that nothing waits for, none. One statement. */
export async function remindersOf(read: Reader, laureates: readonly BoardLaureate[], calls: readonly { slug: string; title: Localized }[], today: string): Promise<Reminder[]> {
  const waited = laureates.map((laureate) => ({ laureate, things: waitingThings(laureate, today) })).filter(({ things }) => things.length > 0)
  const ids = JSON.stringify(waited.map(({ laureate: { id } }) => id))
  const people = await read.execute<Addressee & { programmeId: string }>(sql`
    select programme_id as "programmeId", person_id as "personId", email, locale from portal.laureates_addressees(array(select jsonb_array_elements_text(${ids}::jsonb)::uuid)) order by email`)
  const byProgramme = Map.groupBy(people, ({ programmeId }) => programmeId)
  return waited.map(({ laureate, things }) => {
    const call = calls.find(({ slug }) => slug === laureate.call)?.title ?? { fr: laureate.call }
    return { laureate, things, to: byProgramme.get(laureate.id) ?? [], letter: (locale) => letterOf(laureate, things, inLocale(call, locale), locale) }
  })
}

/** Says what waits and since when, never what anybody wrote. */
function letterOf({ id, solution }: BoardLaureate, things: readonly WaitingThing[], call: string, locale: Locale): Letter {
  const t = createTranslator({ locale, messages: mailMessages(locale), namespace: 'waiting' })
  const line = (thing: WaitingThing) => t(thing.kind, { day: formatDay(thing.day, locale), month: thing.kind === 'check-in' ? thing.month : 0 })
  return { kind: 'programmeReminder', values: { solution, call, count: things.length, list: things.map((thing) => `– ${line(thing)}`).join('\n'), link: pageAddress(locale, `/programmes/${id}`) } }
}

/** What a manager read before sending: whom it goes to and every word of it. Another mark, another mail. */
export function markOf({ laureate, to, letter }: Reminder): string {
  const read = [laureate.id, to.map(({ personId, locale }) => [personId, locale]), (['fr', 'en'] as const).map((locale) => wordedLetter(letter(locale), locale))]
  return createHash('sha256').update(JSON.stringify(read)).digest('base64url').slice(0, 22)
}
