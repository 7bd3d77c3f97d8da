import { file } from '#db/schema/file.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { fieldOfFile } from '#lib/domain/deposit.ts'
import { mayChangeFields } from '#lib/domain/draft.ts'
import { faultOfSize } from '#lib/domain/file.ts'
import { env } from '#lib/env.ts'
import { lockDraft } from '#lib/server/application/lock-draft.ts'
import { command } from '#lib/server/command.ts'
import { broughtBefore, fileTarget, heldFiles, keptColumns, requireFileQuestion, storedFile } from '#lib/server/file/receivable.ts'
import { raiseVersion } from '#lib/server/file/raise-version.ts'
import { refusedFile } from '#lib/server/file/refuse-file.ts'
import { z } from 'zod'

/**
 * Enters a file already stored under `storageKey` into a draft, as of when its sending began. The draft is locked, so
 * that files sent at once do not together hold more than an application may, and its version is raised. An attempt entered before is answered with
 * its file and `isNew` false: then these bytes are nobody's. Refused with `closed`, or `invalid` on `file`.
 */
export const addFile = command({
  name: 'file.add',
  input: fileTarget.extend({
    storageKey: z.string().min(1).max(100),
    file: storedFile,
  }),
  subject: async (read, target, actor) => {
    const locked = await lockDraft(read, target.draftId, actor, '')
    return { ...locked, before: await broughtBefore(read, target) }
  },
  may: (actor, { organisation }) => editorOf(actor, organisation.id),
  when: ({ before, window }, now, { questionId }) => before !== null || mayChangeFields([fieldOfFile(questionId)], window, now),
  run: async ({ tx, actor, subject, now, note }, { draftId, questionId, key, storageKey, file: stored }) => {
    if (subject.before) {
      note({ subject: draftId, detail: { file: subject.before.id, again: true } })
      return { file: subject.before, isNew: false }
    }
    await requireFileQuestion(tx, subject.draft.callId, questionId)
    const fault = faultOfSize(stored.size, await heldFiles(tx, draftId))
    if (fault) throw refusedFile(fault)
    const [made] = await tx
      .insert(file)
      .values({ ...stored, draftId, questionId, storageKey, idempotencyKey: key, scan: env().CLAMD_URL === undefined ? 'none' : 'pending', uploadedBy: (actor as Person).id, uploadedAt: now })
      .returning(keptColumns)
    if (!made) throw new Error('The file was not entered.')
    note({ subject: draftId, detail: { file: made.id, size: made.size, sha256: made.sha256, ...(questionId && { question: questionId }) } })
    return { file: { ...made, draftVersion: await raiseVersion(tx, actor as Person, { draftId, ...made, kind: 'added' }) }, isNew: true }
  },
})
