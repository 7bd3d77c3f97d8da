import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { milestone, programmeDocument } from '#db/schema/programme.ts'
import { type Actor, editorOf, type Person } from '#lib/domain/access.ts'
import { fieldOfFile } from '#lib/domain/deposit.ts'
import { mayChangeFields } from '#lib/domain/draft.ts'
import { lockDraft } from '#lib/server/application/lock-draft.ts'
import { command } from '#lib/server/command.ts'
import { raiseVersion } from '#lib/server/file/raise-version.ts'
import { loadSide } from '#lib/server/programme/load-side.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** A file that is in its draft, with the draft locked so that it is not deposited meanwhile. */
async function lockFile(read: Reader, fileId: string, actor: Actor) {
  const [found] = await read.select({ draftId: file.draftId, questionId: file.questionId, part: file.part }).from(file).where(and(eq(file.id, fileId), isNull(file.removedAt)))
  if (!found) throw new Refusal('not-found')
  if (found.part === 'programme') return { ...found, ...(await lockDocument(read, found.draftId, fileId, actor)) }
  const { draft, organisation, window } = await lockDraft(read, found.draftId, actor, '')
  return { ...found, organisationId: organisation.id, window, draftVersion: draft.version }
}

/** A document of a programme that runs, not of a milestone a manager accepted: that stays as it was judged. */
async function lockDocument(read: Reader, programmeId: string, fileId: string, actor: Actor) {
  const { programme: its, isRunning } = await loadSide(read, programmeId, actor)
  const [accepted] = await read.select({ id: milestone.id }).from(programmeDocument).innerJoin(milestone, eq(milestone.id, programmeDocument.milestoneId)).where(and(eq(programmeDocument.fileId, fileId), isNotNull(milestone.acceptedAt)))
  return { organisationId: its.organisationId, window: null, isOpen: isRunning && !accepted, draftVersion: null }
}

/**
 * Takes a file out of its draft, while its field may be changed; answers the draft's new version. What was deposited keeps
 * it. Or out of its programme, while that runs. Refused with `closed`.
 */
export const removeFile = command({
  name: 'file.remove',
  input: z.object({ fileId: z.uuid() }),
  subject: (read, { fileId }, actor) => lockFile(read, fileId, actor),
  may: (actor, { organisationId }) => editorOf(actor, organisationId),
  when: (subject, now) => (subject.window === null ? subject.isOpen : mayChangeFields([fieldOfFile(subject.questionId)], subject.window, now)),
  run: async ({ tx, actor, subject, now, note }, { fileId }) => {
    note({ subject: subject.draftId, detail: { file: fileId } })
    const [removed] = await tx.update(file).set({ removedAt: now }).where(and(eq(file.id, fileId), isNull(file.removedAt))).returning({ id: file.id, questionId: file.questionId, sha256: file.sha256 })
    // Somebody else took it out while this waited for the draft; a programme has no version of its files.
    if (!removed || subject.window === null) return { draftVersion: subject.draftVersion }
    return { draftVersion: await raiseVersion(tx, actor as Person, { draftId: subject.draftId, ...removed, kind: 'removed' }) }
  },
})
