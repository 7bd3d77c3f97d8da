import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { ProgrammeSide } from '#lib/domain/programme.ts'
import type { Addressee } from '#lib/server/mail/write-mail.ts'

/** Whom to write to about a programme on these sides, never whoever asks. None for whoever does not see it. */
export async function programmeAddressees(tx: Transaction, programmeId: string, ...sides: ProgrammeSide[]): Promise<Addressee[]> {
  const found = await Promise.all(sides.map((side) => tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.programme_addressees(${programmeId}::uuid, ${side})`)))
  const all = found.flatMap((rows) => Array.from(rows))
  return all.filter(({ personId }, index) => all.findIndex((other) => other.personId === personId) === index)
}
