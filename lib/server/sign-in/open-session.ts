import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { session } from '#db/schema/person.ts'
import type { Caller } from '#lib/server/opening.ts'
import { hashOfToken, newToken } from '#lib/server/sign-in/secret.ts'

/** A session ends when unused for so long, and at the latest so long after it was opened. */
export const idleDays = 14
export const longestDays = 90

/** Opens a session for a person and returns the cookie's token, kept nowhere else. Only sign-in verbs call it. */
export async function openSession(tx: Transaction, personId: string, caller: Caller): Promise<string> {
  const token = newToken()
  await insertSession(tx, token, personId, caller.agent)
  return token
}

/** The same with a token made elsewhere. */
export async function insertSession(tx: Transaction, token: string, personId: string, agent: string | undefined): Promise<void> {
  await tx.insert(session).values({
    tokenHash: hashOfToken(token),
    personId,
    userAgent: agent?.replace(/\p{Cc}/gu, '').slice(0, 300) ?? null,
    expiresAt: sql`now() + make_interval(days => ${idleDays})`,
  })
}
