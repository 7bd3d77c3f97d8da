import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { type Actor, editorOf, type Person } from '#lib/domain/access.ts'
import { fieldOfFile } from '#lib/domain/deposit.ts'
import { mayChangeFields } from '#lib/domain/draft.ts'
import { lockDraft } from '#lib/server/application/lock-draft.ts'
import { command } from '#lib/server/command.ts'
import { raiseVersion } from '#lib/server/file/raise-version.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** A file that is in its draft, with the draft locked so that it is not deposited meanwhile. */
async function lockFile(read: Reader, fileId: string, actor: Actor) {
  const [found] = await read.select({ draftId: file.draftId, questionId: file.questionId }).from(file).where(and(eq(file.id, fileId), isNull(file.removedAt)))
  if (!found) throw new Refusal('not-found')
  return { ...found, ...(await lockDraft(read, found.draftId, actor, '')) }
}

/** Takes a file out of its draft, while its field may be changed; answers the draft's new version. What was deposited keeps it. Refused with `closed`. */
export const removeFile = command({
  name: 'file.remove',
  input: z.object({ fileId: z.uuid() }),
  subject: (read, { fileId }, actor) => lockFile(read, fileId, actor),
  may: (actor, { organisation }) => editorOf(actor, organisation.id),
  when: ({ questionId, window }, now) => mayChangeFields([fieldOfFile(questionId)], window, now),
  run: async ({ tx, actor, subject, now, note }, { fileId }) => {
    note({ subject: subject.draftId, detail: { file: fileId } })
    const [removed] = await tx.update(file).set({ removedAt: now }).where(and(eq(file.id, fileId), isNull(file.removedAt))).returning({ id: file.id, questionId: file.questionId, sha256: file.sha256 })
    // Somebody else took it out while this waited for the draft.
    if (!removed) return { draftVersion: subject.draft.version }
    return { draftVersion: await raiseVersion(tx, actor as Person, { draftId: subject.draftId, ...removed, kind: 'removed' }) }
  },
})
