import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { digestLength, digestOf, entriesById, hashOfSeal, origin, sealsFrom, type Seal } from '#lib/server/audit/chain.ts'

/** What was found at the first place where the journal does not hold. */
export type Break =
  | { kind: 'seal-missing' | 'seal-changed'; seal: number }
  | { kind: 'entry-missing' | 'entry-changed' | 'entry-added'; seal: number; entry: string }
export type Verdict = { seals: number; entries: number; unsealed: number; head: string; broken: Break | null }

const batch = 200

/** Recomputes the whole chain and names the first seal or entry that does not agree with it. */
export async function verifyChain(read: Reader): Promise<Verdict> {
  let previous: { id: number; hash: Uint8Array } = { id: 0, hash: origin }
  const sealed = new Set<string>()
  let broken: Break | null = null
  for (let from = 1; !broken; from += batch) {
    const seals = await sealsFrom(read, from, batch)
    const entries = await entriesById(read, seals.flatMap(({ entry_ids }) => entry_ids))
    for (const seal of seals) {
      broken = breakIn(seal, previous, entries)
      if (broken) break
      for (const id of seal.entry_ids) sealed.add(id)
      previous = seal
    }
    if (seals.length < batch) break
  }
  broken ??= await addedEntry(read, sealed, previous.id)
  const [all] = await read.execute<{ entries: number }>(sql`select count(*)::int as entries from audit_entry`)
  return {
    seals: previous.id, entries: sealed.size, unsealed: Math.max(0, (all?.entries ?? 0) - sealed.size), head: Buffer.from(previous.hash).toString('hex'), broken,
  }
}

function breakIn(seal: Seal, previous: { id: number; hash: Uint8Array }, entries: Awaited<ReturnType<typeof entriesById>>): Break | null {
  if (seal.id !== previous.id + 1) return { kind: 'seal-missing', seal: previous.id + 1 }
  if (!same(hashOfSeal(previous.hash, seal), seal.hash)) return { kind: 'seal-changed', seal: seal.id }
  for (const [index, id] of seal.entry_ids.entries()) {
    const entry = entries.get(id)
    if (!entry) return { kind: 'entry-missing', seal: seal.id, entry: id }
    if (!same(digestOf(entry), seal.digests.subarray(index * digestLength, (index + 1) * digestLength))) return { kind: 'entry-changed', seal: seal.id, entry: id }
  }
  return null
}

/** An entry slipped in later bears a transaction older than the last seal, and no seal knows it. */
async function addedEntry(read: Reader, sealed: ReadonlySet<string>, lastSeal: number): Promise<Break | null> {
  if (lastSeal === 0) return null
  const rows = await read.execute<{ id: string }>(sql`
    select id::text from audit_entry
    where transaction < (select max(to_transaction) from audit_seal) and id <= (select max(held) from audit_seal, unnest(entry_ids) as held)
    order by audit_entry.id`)
  const added = [...rows].find(({ id }) => !sealed.has(id))
  return added ? { kind: 'entry-added', seal: lastSeal, entry: added.id } : null
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
