import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { applicationDraft, receipt } from '#db/schema/application.ts'
import type { Actor } from '#lib/domain/access.ts'
import { loadDraft } from '#lib/server/draft/show-draft.ts'

export type LockedDraft = Awaited<ReturnType<typeof lockDraft>>

/**
 * A draft that nobody saves, deposits or gives files to until the transaction is over, with what bears on it, and the
 * receipt this attempt's `key` was answered with before, if it was. Throws `not-found` where the wall shows none.
 */
export async function lockDraft(read: Reader, draftId: string, actor: Actor, key: string) {
  await read.select({ id: applicationDraft.id }).from(applicationDraft).where(eq(applicationDraft.id, draftId)).for('update')
  const loaded = await loadDraft(read, draftId, actor?.id ?? null)
  const [answered] = await read.select().from(receipt).where(and(eq(receipt.applicationId, draftId), eq(receipt.idempotencyKey, key)))
  return { ...loaded, answered: answered ?? null }
}
