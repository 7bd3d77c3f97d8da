import { desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application, applicationDraft } from '#db/schema/application.ts'
import { applicationFile, file } from '#db/schema/file.ts'
import { round } from '#db/schema/round.ts'
import { scoredApplication } from '#db/schema/scored.ts'
import { type Actor, manager, memberOf, type Person } from '#lib/domain/access.ts'
import { isCleared } from '#lib/domain/file.ts'
import { noteOpening } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { loadSide, noteFollower } from '#lib/server/programme/load-side.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** A file as the wall shows it: in a draft of one's own, or in what was deposited. One taken out before that is not there. */
async function loadFile(read: Reader, fileId: string, actor: Actor) {
  const [found] = await read
    .select({
      file,
      organisationId: sql<string | null>`coalesce(${applicationDraft.organisationId}, ${application.organisationId})`,
      isDeposited: sql<boolean>`exists (select from ${applicationFile} where ${applicationFile.fileId} = ${file.id})`,
    })
    .from(file)
    .leftJoin(applicationDraft, eq(applicationDraft.id, file.draftId))
    .leftJoin(application, eq(application.id, file.draftId))
    .where(eq(file.id, fileId))
  if (!found || (found.file.removedAt !== null && !found.isDeposited)) throw new Refusal('not-found')
  if (found.file.part === 'programme') return { ...found, round: null, followed: await loadSide(read, found.file.draftId, actor) }
  return { ...found, followed: null, round: found.organisationId === null ? await roundOf(read, found.file.draftId) : null }
}

/** The round in which whoever asks scores the application of a file. */
async function roundOf(read: Reader, applicationId: string) {
  const [found] = await read
    .select({ name: round.name })
    .from(scoredApplication)
    .innerJoin(round, eq(round.id, scoredApplication.roundId))
    .where(eq(scoredApplication.applicationId, applicationId))
    .orderBy(desc(round.openedAt))
    .limit(1)
  return found ?? null
}

/**
 * Opens a file for those who wrote it, or a deposited one for a manager or those who score it, which is written down for
 * its authors to see: of scorers, the name of their round. Or one of a programme, for whoever sees that.
 * Answers what it is and the storage key of its bytes, which are for `serveFile` alone. Refused with `conflict` for
 * `file-infected`, and for `file-pending` to others than its authors until it was looked at.
 */
export const openFile = command({
  name: 'file.open',
  unrecorded: true,
  input: z.object({ fileId: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  subject: (read, { fileId }, actor) => loadFile(read, fileId, actor),
  may: (actor, { organisationId, isDeposited, round: scored, followed }) => memberOf(actor, organisationId ?? '') || followed !== null || (isDeposited && (manager(actor) || scored !== null)),
  run: async ({ tx, actor, subject, now }) => {
    const { draftId, name, mediaType, size, sha256, scan, storageKey } = subject.file
    const isOwn = memberOf(actor, subject.organisationId ?? '')
    if (scan === 'infected') throw new Refusal('conflict', { reason: 'file-infected' })
    if (!isOwn && !isCleared(scan)) throw new Refusal('conflict', { reason: 'file-pending' })
    if (subject.followed) await noteFollower(tx, subject.followed, actor as Person, 'programme-file', now)
    else if (!isOwn) await noteOpening(tx, actor as Person, draftId, 'file', now, subject.round?.name.fr)
    return { name, mediaType, size, sha256, storageKey }
  },
})
