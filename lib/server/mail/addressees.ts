import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { Side } from '#lib/domain/message.ts'
import type { Addressee } from '#lib/server/mail/write-mail.ts'

/** Whom to write to about a file: the people who write for it, or the managers. None for whoever does not see the file. */
export async function addressees(tx: Transaction, draftId: string, side: Side): Promise<Addressee[]> {
  return tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.addressees(${draftId}::uuid, ${side})`)
}

/** Everybody who writes for a call, for a manager to write to. */
export async function applicantsOf(tx: Transaction, callId: string): Promise<Addressee[]> {
  return tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.applicants(${callId}::uuid)`)
}
