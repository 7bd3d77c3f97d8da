import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { applicationDraft, draftRevision } from '#db/schema/application.ts'
import type { Person } from '#lib/domain/access.ts'
import { fieldOfFile } from '#lib/domain/deposit.ts'

type Move = { draftId: string; id: string; questionId: string | null; sha256: string; kind: 'added' | 'removed' }

/** The key of the revision a file left when it came or went. The dots keep it apart from the keys of saves, which have none. */
const revisionKey = (id: string, kind: Move['kind']) => `file.${id}.${kind}`

/** Which file a revision is about; null when it is about fields. */
export function fileOfKey(key: string): Pick<Move, 'id' | 'kind'> | null {
  const [, id, kind] = /^file\.([0-9a-f-]{36})\.(added|removed)$/.exec(key) ?? []
  return id === undefined ? null : { id, kind: kind as Move['kind'] }
}

/**
 * Raises the version of a draft because a file came or went, so that a deposit confirmed on other files is refused.
 * Answers the new version. The draft must be locked.
 */
export async function raiseVersion(tx: Transaction, actor: Person, { draftId, id, questionId, sha256, kind }: Move): Promise<number> {
  const [raised] = await tx
    .update(applicationDraft)
    .set({ version: sql`${applicationDraft.version} + 1`, savedAt: sql`clock_timestamp()` })
    .where(eq(applicationDraft.id, draftId))
    .returning({ version: applicationDraft.version, savedAt: applicationDraft.savedAt })
  if (!raised) throw new Error('The draft is not there.')
  await tx.insert(draftRevision).values({ draftId, ...raised, fields: [fieldOfFile(questionId)], savedBy: actor.id, idempotencyKey: revisionKey(id, kind), sha256 })
  return raised.version
}
