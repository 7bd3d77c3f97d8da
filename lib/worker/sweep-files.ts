import { asc, gt, inArray } from 'drizzle-orm'
import { transaction } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { type FileStorage, storage } from '#lib/server/file/storage.ts'

/** Milliseconds for which bytes may be without a row: longer than any sending takes. */
const grace = 86_400_000
const batch = 1_000

/**
 * Removes stored bytes that no row names and that are older than a day: what a crash left between storing and entering.
 * Says on the console which rows have no bytes, which only a lost disk or a restored copy can bring about. Resolves to
 * how many were removed, and the identifiers of those rows.
 */
export async function sweepFiles(store?: FileStorage, now = Date.now()): Promise<{ removed: number; missing: string[] }> {
  const from = store ?? (await storage())
  const stored = new Set<string>()
  let removed = 0
  for await (const keys of from.list()) {
    for (const key of keys) stored.add(key)
    for (const key of await withoutRow(keys)) if (await removeOld(from, key, now)) removed += 1
  }
  const missing = await rowsWithout(stored, now)
  if (missing.length > 0) console.error('files without bytes:', missing.join(' '))
  return { removed, missing }
}

/** Asked after the keys were listed: a row entered meanwhile is seen. */
async function withoutRow(keys: readonly string[]): Promise<string[]> {
  const known = new Set<string>()
  for (let at = 0; at < keys.length; at += batch) {
    const part = keys.slice(at, at + batch)
    const rows = await transaction('portal_worker', 'read only', (tx) => tx.select({ key: file.storageKey }).from(file).where(inArray(file.storageKey, part)))
    for (const { key } of rows) known.add(key)
  }
  return keys.filter((key) => !known.has(key))
}

async function removeOld(from: FileStorage, key: string, now: number): Promise<boolean> {
  const writtenAt = await from.writtenAt(key).catch(() => undefined)
  if (writtenAt === undefined || writtenAt.getTime() > now - grace) return false
  await from.delete(key)
  return true
}

/** Rows of more than a day whose key was not listed. */
async function rowsWithout(stored: ReadonlySet<string>, now: number): Promise<string[]> {
  const missing: string[] = []
  for (let after = '00000000-0000-0000-0000-000000000000', more = true; more; ) {
    const rows = await transaction('portal_worker', 'read only', (tx) => tx
      .select({ id: file.id, key: file.storageKey, at: file.uploadedAt }).from(file).where(gt(file.id, after)).orderBy(asc(file.id)).limit(batch))
    missing.push(...rows.filter(({ key, at }) => !stored.has(key) && at.getTime() < now - grace).map(({ id }) => id))
    more = rows.length === batch
    after = rows.at(-1)?.id ?? after
  }
  return missing
}
