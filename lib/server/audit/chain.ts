import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'

/** An entry as it is hashed: everything as text, instants in microseconds, so that nothing depends on a locale or a zone. */
export type ChainEntry = { id: string; micros: string; transaction: string; actor_id: string | null; deed: string; subject: string | null; detail: string }
/** A seal as it is hashed. `digests` and `hash` are bytes. */
export type Seal = { id: number; from_transaction: string; to_transaction: string; entry_ids: string[]; digests: Uint8Array; hash: Uint8Array }

export const digestLength = 32

const columns = sql`id::text, (extract(epoch from at) * 1000000)::bigint::text as micros, transaction::text, actor_id::text, deed, subject, detail::text`

/** The entries of finished transactions that no seal holds yet, in the order of the chain. */
export async function unsealedEntries(read: Reader, bound: string, last: Seal | undefined): Promise<ChainEntry[]> {
  const after = last?.to_transaction ?? '0'
  const lastId = largest(last?.entry_ids ?? [])
  // After a restore into a new server transaction numbers start low again; identifiers do not.
  return read.execute<ChainEntry>(sql`
    select ${columns} from audit_entry
    where transaction < ${bound}::xid8 and (transaction >= ${after}::xid8 or id > ${lastId}::bigint)
    order by transaction, audit_entry.id`)
}

export async function entriesById(read: Reader, ids: readonly string[]): Promise<Map<string, ChainEntry>> {
  const rows = await read.execute<ChainEntry>(sql`select ${columns} from audit_entry where id = any (${`{${ids.join(',')}}`}::bigint[])`)
  return new Map([...rows].map((row) => [row.id, row]))
}

export async function sealsFrom(read: Reader, id: number, most: number): Promise<Seal[]> {
  return read.execute<Seal>(sql`
    select id::int, from_transaction::text, to_transaction::text, entry_ids::text[], digests, hash from audit_seal
    where audit_seal.id >= ${id} order by audit_seal.id limit ${most}`)
}

export async function lastSeal(read: Reader): Promise<Seal | undefined> {
  const [row] = await read.execute<Seal>(sql`
    select id::int, from_transaction::text, to_transaction::text, entry_ids::text[], digests, hash from audit_seal order by audit_seal.id desc limit 1`)
  return row
}

export function digestOf({ id, micros, transaction, actor_id, deed, subject, detail }: ChainEntry): Uint8Array {
  return sha256(JSON.stringify([id, micros, transaction, actor_id, deed, subject, detail]))
}

/** SHA-256 over the previous seal's hash and all of this one. */
export function hashOfSeal(previous: Uint8Array, seal: Omit<Seal, 'hash'>): Uint8Array {
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([seal.id, seal.from_transaction, seal.to_transaction, seal.entry_ids]))
    .update(seal.digests)
    .digest()
}

/** The hash before the first seal. */
export const origin: Uint8Array = sha256('Passerelle')

function largest(ids: readonly string[]): string {
  return ids.reduce((most, id) => (BigInt(id) > BigInt(most) ? id : most), '0')
}

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}
