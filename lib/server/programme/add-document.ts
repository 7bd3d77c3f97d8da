import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { milestone, programmeDocument } from '#db/schema/programme.ts'
import { type Actor, editorOf, type Person, signedIn } from '#lib/domain/access.ts'
import { faultOfSize } from '#lib/domain/file.ts'
import { env } from '#lib/env.ts'
import { command } from '#lib/server/command.ts'
import { heldFiles, type KeptFile, keptColumns, storedFile } from '#lib/server/file/receivable.ts'
import { refusedFile } from '#lib/server/file/refuse-file.ts'
import { loadSide } from '#lib/server/programme/load-side.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Where a document goes: a programme, and the milestone it shows; null for the whole. `key` names the attempt. */
const documentTarget = z.object({ programmeId: z.uuid(), milestoneId: z.uuid().nullable(), key: z.string().min(8).max(100) })
type Target = z.output<typeof documentTarget>

/** The document this attempt brought before, if it did. Refuses `key-reused` when it was for another milestone. */
async function documentBefore(read: Reader, { programmeId, milestoneId, key }: Target): Promise<KeptFile | null> {
  const [found] = await read
    .select({ ...keptColumns, milestoneId: programmeDocument.milestoneId })
    .from(file)
    .innerJoin(programmeDocument, eq(programmeDocument.fileId, file.id))
    .where(and(eq(file.draftId, programmeId), eq(file.part, 'programme'), eq(file.idempotencyKey, key)))
  if (!found) return null
  if (found.milestoneId !== milestoneId) throw new Refusal('conflict', { reason: 'key-reused' })
  return { ...found, draftVersion: null }
}

async function requireMilestone(read: Reader, { programmeId, milestoneId }: Target): Promise<void> {
  if (milestoneId === null) return
  const [found] = await read.select({ id: milestone.id }).from(milestone).where(and(eq(milestone.id, milestoneId), eq(milestone.programmeId, programmeId), isNull(milestone.acceptedAt)))
  if (!found) throw new Refusal('invalid', { faults: [{ path: 'milestoneId', code: 'unknown-milestone' }] })
}

async function loadTarget(read: Reader, target: Target, actor: Actor) {
  return { ...(await loadSide(read, target.programmeId, actor)), before: await documentBefore(read, target) }
}

/** Whether a document may be sent to a programme, asked before its first byte is taken: what it holds, or what this attempt brought already. Throws `not-found`, `closed`, `invalid` for `milestoneId`. */
export const showDocumentRoom = query({
  name: 'programme-document.room',
  input: documentTarget,
  may: signedIn,
  read: async ({ tx, actor }, target) => {
    const { mayWrite, isRunning, before } = await loadTarget(tx, target, actor)
    if (!mayWrite) throw new Refusal('not-found')
    if (before) return { before, held: null }
    if (!isRunning) throw new Refusal('closed', { reason: 'programme-document.add' })
    await requireMilestone(tx, target)
    return { before: null, held: await heldFiles(tx, target.programmeId, 'programme') }
  },
})

/** Enters a document already stored under `storageKey` into a programme. An attempt entered before is answered with its document and `isNew` false. Refused with `closed`, or `invalid` on `file`. */
export const addDocument = command({
  name: 'programme-document.add',
  input: documentTarget.extend({ storageKey: z.string().min(1).max(100), file: storedFile }),
  subject: (read, target, actor) => loadTarget(read, target, actor),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: ({ before, isRunning }) => before !== null || isRunning,
  run: async ({ tx, actor, subject, now, note }, target) => {
    const { programmeId, milestoneId, key, storageKey, file: stored } = target
    if (subject.before) {
      note({ subject: programmeId, detail: { file: subject.before.id, again: true } })
      return { file: subject.before, isNew: false }
    }
    await requireMilestone(tx, target)
    const fault = faultOfSize(stored.size, await heldFiles(tx, programmeId, 'programme'))
    if (fault) throw refusedFile(fault)
    const { id: personId } = actor as Person
    const [made] = await tx
      .insert(file)
      .values({ ...stored, draftId: programmeId, part: 'programme', storageKey, idempotencyKey: key, scan: env().CLAMD_URL === undefined ? 'none' : 'pending', uploadedBy: personId, uploadedAt: now })
      .returning(keptColumns)
    if (!made) throw new Error('The document was not entered.')
    await tx.insert(programmeDocument).values({ programmeId, fileId: made.id, milestoneId, addedBy: personId, addedAt: now })
    note({ subject: programmeId, detail: { file: made.id, size: made.size, sha256: made.sha256, ...(milestoneId && { milestone: milestoneId }) } })
    return { file: { ...made, draftVersion: null }, isNew: true }
  },
})
