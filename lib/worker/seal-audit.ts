import { sql } from 'drizzle-orm'
import { transaction } from '#db/client.ts'
import { auditSeal } from '#db/schema/audit.ts'
import { digestOf, hashOfSeal, lastSeal, origin, unsealedEntries } from '#lib/server/audit/chain.ts'

/**
 * Seals the entries of all finished transactions: those below the oldest one still running, so that none can appear
 * among them afterwards. Resolves to the number of entries sealed. Two workers at once: the second finds the number taken.
 */
export async function sealAudit(): Promise<number> {
  try {
    return await transaction('portal_worker', 'read write', async (tx) => {
      const [row] = await tx.execute<{ bound: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as bound`)
      const bound = row?.bound ?? '0'
      const last = await lastSeal(tx)
      const entries = await unsealedEntries(tx, bound, last)
      if (entries.length === 0) return 0
      const seal = {
        id: (last?.id ?? 0) + 1,
        from_transaction: last?.to_transaction ?? '0',
        to_transaction: bound,
        entry_ids: entries.map(({ id }) => id),
        digests: Buffer.concat(entries.map(digestOf)),
      }
      await tx.insert(auditSeal).values({
        id: seal.id,
        fromTransaction: seal.from_transaction,
        toTransaction: seal.to_transaction,
        entryIds: entries.map(({ id }) => Number(id)),
        digests: seal.digests,
        hash: hashOfSeal(last?.hash ?? origin, seal),
      })
      return entries.length
    })
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code === '23505') return 0
    throw error
  }
}
