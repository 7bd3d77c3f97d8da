import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { publicMailDomains } from '#lib/domain/organisation.ts'
import { formatParisInstant } from '#lib/i18n/format.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import type { RoundRow } from '#lib/server/round/load-round.ts'

/** Keeps the links the portal finds by itself between a round's scorers and its applications; how many are new, of those the actor may know of. */
export async function detectLinks(tx: Transaction, roundId: string): Promise<number> {
  const domains = sql.param([...publicMailDomains])
  const [found] = await tx.execute<{ kept: number }>(sql`select portal.keep_detected_links(${roundId}::uuid, ${domains}::text[]) as kept`)
  return found?.kept ?? 0
}

/** Where to write to the scorers of a round: all, or these. */
async function addressesOf(tx: Transaction, roundId: string, only?: readonly string[]): Promise<Addressee[]> {
  const all = await tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.scorer_addresses(${roundId}::uuid)`)
  return only === undefined ? [...all] : all.filter(({ personId }) => only.includes(personId))
}

/** Asks scorers by mail to declare their links of interest; the mail names no application. How many were written to. */
export async function askToDeclare(tx: Transaction, { id, name, call, declareBy }: RoundRow, senderId: string, only?: readonly string[]): Promise<number> {
  const people = await addressesOf(tx, id, only)
  await writeMails(tx, people, senderId, (locale) => ({
    kind: 'declaration',
    values: { call: inLocale(call.title, locale), round: inLocale(name, locale), due: declareBy ? 'day' : 'none', until: declareBy ? formatParisInstant(declareBy, locale) : '', link: pageAddress(locale, `/scoring/rounds/${id}/conflicts`) },
  }))
  return people.length
}

/** Tells scorers that scoring is open, and until when. */
export async function tellScoringOpen(tx: Transaction, { id, name, call, dueAt }: RoundRow, senderId: string): Promise<number> {
  const people = await addressesOf(tx, id)
  await writeMails(tx, people, senderId, (locale) => ({
    kind: 'scoring',
    values: { call: inLocale(call.title, locale), round: inLocale(name, locale), until: dueAt ? formatParisInstant(dueAt, locale) : '', link: pageAddress(locale, '/scoring') },
  }))
  return people.length
}
