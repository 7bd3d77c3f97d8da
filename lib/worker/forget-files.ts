import { sql } from 'drizzle-orm'
import { transaction } from '#db/client.ts'
import { daysKeptAfterRemoval } from '#lib/domain/file.ts'
import { type FileStorage, storage } from '#lib/server/file/storage.ts'

/**
 * Forgets files taken out of their drafts and never deposited, once they are older than is said on the legal page, on
 * the database's clock; then their bytes. Bytes left by a crash in between are of no row, and swept up as such.
 * Resolves to how many were forgotten.
 */
export async function forgetFiles(store?: FileStorage): Promise<number> {
  const rows = await transaction('portal_worker', 'read write', (tx) => tx.execute<{ storage_key: string }>(
    sql`select storage_key from portal.forget_removed_files(now() - make_interval(days => ${daysKeptAfterRemoval}))`))
  if (rows.length === 0) return 0
  const from = store ?? (await storage())
  for (const { storage_key: key } of rows) await from.delete(key)
  return rows.length
}
