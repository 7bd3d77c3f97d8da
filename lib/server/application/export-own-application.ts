import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application, applicationDraft, consultation, correction, draftRevision, message, receipt } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { file } from '#db/schema/file.ts'
import { organisation } from '#db/schema/organisation.ts'
import { memberOf, signedIn } from '#lib/domain/access.ts'
import { contentOf } from '#lib/server/draft/content.ts'
import { askedDraft } from '#lib/server/draft/show-draft.ts'
import { ofApplication } from '#lib/server/file/receivable.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** All the portal holds about one file, as its authors see it; files by name, digest and where they are downloaded. */
async function readWhole(read: Reader, draftId: string) {
  const [found] = await read
    .select({ draft: applicationDraft, submitted: application, call: call.slug, organisation: { name: organisation.name, siren: organisation.siren } })
    .from(applicationDraft)
    .innerJoin(call, eq(call.id, applicationDraft.callId))
    .innerJoin(organisation, eq(organisation.id, applicationDraft.organisationId))
    .leftJoin(application, eq(application.id, applicationDraft.id))
    .where(eq(applicationDraft.id, draftId))
  if (!found) throw new Refusal('not-found')
  const { draft, submitted } = found
  const [revisions, receipts, files, corrections, messages, consultations] = await Promise.all([
    read.select({ version: draftRevision.version, fields: draftRevision.fields, savedBy: draftRevision.savedBy, savedAt: draftRevision.savedAt, sha256: draftRevision.sha256 }).from(draftRevision).where(eq(draftRevision.draftId, draftId)).orderBy(asc(draftRevision.version)),
    read.select({ sequence: receipt.sequence, kind: receipt.kind, submittedAt: receipt.submittedAt, submitterName: receipt.submitterName, sha256: receipt.sha256, content: receipt.content }).from(receipt).where(eq(receipt.applicationId, draftId)).orderBy(asc(receipt.sequence)),
    read.select({ id: file.id, questionId: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan, uploadedAt: file.uploadedAt, removedAt: file.removedAt }).from(file).where(and(eq(file.draftId, draftId), ofApplication)).orderBy(asc(file.uploadedAt)),
    read.select({ fields: correction.fields, request: correction.request, askedAt: correction.askedAt, until: correction.until, doneAt: correction.doneAt, cancelledAt: correction.cancelledAt }).from(correction).where(eq(correction.applicationId, draftId)).orderBy(asc(correction.askedAt)),
    read.select({ side: message.side, senderName: message.senderName, text: message.text, sentAt: message.sentAt, seenAt: message.seenAt }).from(message).where(eq(message.draftId, draftId)).orderBy(asc(message.sentAt)),
    read.select({ organisationName: consultation.organisationName, part: consultation.part, openedAt: consultation.openedAt }).from(consultation).where(eq(consultation.applicationId, draftId)).orderBy(asc(consultation.openedAt)),
  ])
  return {
    organisationId: draft.organisationId,
    whole: {
      id: draftId,
      call: found.call,
      organisation: found.organisation,
      draft: { version: draft.version, createdAt: draft.createdAt, savedAt: draft.savedAt, content: contentOf(draft), revisions },
      application: submitted && { number: submitted.number, submittedAt: submitted.submittedAt, withdrawnAt: submitted.withdrawnAt, sequence: submitted.sequence },
      receipts, files, corrections, messages, consultations,
    },
  }
}

/** All the portal holds about one file of one's organisation, to take away. Throws `not-found`. */
export const exportOwnApplication = query({
  name: 'application.export-own',
  input: askedDraft,
  may: signedIn,
  read: async ({ tx, actor, now }, { draftId }) => {
    const { organisationId, whole } = await readWhole(tx, draftId)
    if (!memberOf(actor, organisationId)) throw new Refusal('not-found')
    return { exportedAt: now.toISOString(), ...whole }
  },
})

/** The same of every file of these organisations. */
export async function readWholeFiles(read: Reader, organisationIds: readonly string[]) {
  const ids = (await Promise.all(organisationIds.map((id) => read.select({ id: applicationDraft.id }).from(applicationDraft).where(eq(applicationDraft.organisationId, id))))).flat()
  return Promise.all(ids.map(async ({ id }) => (await readWhole(read, id)).whole))
}
