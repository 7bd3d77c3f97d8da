import { sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { tryKey } from '#lib/server/sign-in/secret.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** How many tries of a kind are allowed in a window of so many minutes. */
export type Limit = { kind: string; most: number; minutes: number }

/**
 * Signing in. Per address it is strict; per network it is wide for asking (an incubator of 200 people sits behind one
 * address) and strict only for wrong codes, which honest people seldom type and which a link never needs.
 */
export const limits = {
  askPerAddress: { kind: 'ask', most: 5, minutes: 15 },
  askPerNetwork: { kind: 'ask-network', most: 600, minutes: 15 },
  codePerAddress: { kind: 'code', most: 10, minutes: 60 },
  wrongCodePerNetwork: { kind: 'wrong-code-network', most: 18, minutes: 15 },
} as const satisfies Record<string, Limit>

/**
 * Counts one try and refuses `too-many`, with the seconds until the window ends, past `most`. The count is written in
 * the caller's transaction, so refused tries are rolled back and the count stays at its top.
 */
export async function countTry(tx: Transaction, limit: Limit, subject: string): Promise<void> {
  const { tries, left } = await tally(tx, limit, subject)
  if (tries > limit.most) throw new Refusal('too-many', { retryAfter: left })
}

/** Counts one try and refuses nothing: for wrong codes, whose count must never be rolled back with a refusal. */
export async function tally(tx: Transaction, { kind, minutes }: Limit, subject: string): Promise<{ tries: number; left: number }> {
  const window = sql`date_bin(make_interval(mins => ${minutes}), now(), timestamptz 'epoch')`
  const [row] = await tx.execute<{ tries: number; left: number }>(sql`
    insert into rate_limit as counted (subject, window_start) values (${tryKey(kind, subject)}, ${window})
    on conflict (subject, window_start) do update set tries = counted.tries + 1
    returning tries, ceil(extract(epoch from window_start + make_interval(mins => ${minutes}) - now()))::int as left`)
  if (!row) throw new Error('a try was not counted')
  return { tries: row.tries, left: Math.max(1, row.left) }
}

/** Refuses `too-many` when the tries already counted reached `most`, without counting this one. */
export async function refuseWhenSpent(read: Reader, { kind, most, minutes }: Limit, subject: string): Promise<void> {
  const [row] = await read.execute<{ left: number }>(sql`
    select ceil(extract(epoch from window_start + make_interval(mins => ${minutes}) - now()))::int as left from rate_limit
    where subject = ${tryKey(kind, subject)} and tries >= ${most}
      and window_start = date_bin(make_interval(mins => ${minutes}), now(), timestamptz 'epoch')`)
  if (row) throw new Refusal('too-many', { retryAfter: Math.max(1, row.left) })
}
