import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application, applicationDraft, correction, draftRevision } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { latePermit } from '#db/schema/deadline.ts'
import { file } from '#db/schema/file.ts'
import { organisation } from '#db/schema/organisation.ts'
import { memberOf, editorOf, ownerOf, type Person, signedIn } from '#lib/domain/access.ts'
import { editableFields, type Window } from '#lib/domain/draft.ts'
import { contentOf } from '#lib/server/draft/content.ts'
import { loadForm } from '#lib/server/draft/load-form.ts'
import { ofApplication } from '#lib/server/file/receivable.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** An identifier in an address: anything that cannot be one names nothing. */
export const askedDraft = z.object({ draftId: z.uuid().catch('00000000-0000-0000-0000-000000000000') })

/** A draft with its call, organisation and what bears on whether it may be changed; `not-found` where the wall shows none. */
export async function loadDraft(read: Reader, draftId: string, personId: string | null) {
  const [found] = await read
    .select({ draft: applicationDraft, call, organisation: { id: organisation.id, name: organisation.name, siren: organisation.siren, beingCreated: organisation.beingCreated }, submitted: application })
    .from(applicationDraft)
    .innerJoin(call, eq(call.id, applicationDraft.callId))
    .innerJoin(organisation, eq(organisation.id, applicationDraft.organisationId))
    .leftJoin(application, eq(application.id, applicationDraft.id))
    .where(eq(applicationDraft.id, draftId))
  if (!found) throw new Refusal('not-found')
  const [permit] = await read
    .select({ until: sql<string | null>`max(${latePermit.until})` })
    .from(latePermit)
    .where(and(eq(latePermit.callId, found.call.id), eq(latePermit.organisationId, found.organisation.id), personId === null ? sql`false` : eq(latePermit.personId, personId), isNull(latePermit.revokedAt)))
  const corrections = await read
    .select({ id: correction.id, fields: correction.fields, request: correction.request, until: correction.until })
    .from(correction)
    .where(and(eq(correction.applicationId, draftId), isNull(correction.doneAt), isNull(correction.cancelledAt)))
    .orderBy(asc(correction.askedAt))
  return { ...found, corrections, window: windowOf(found.call, found.submitted, permit?.until ? new Date(permit.until) : null, corrections) }
}

/** What bears on whether a draft may be changed; `corrections` are those neither done nor cancelled. */
export function windowOf(its: Pick<typeof call.$inferSelect, 'opensAt' | 'closesAt' | 'staysOpen' | 'staysOpenUntil'>, submitted: { withdrawnAt: Date | null } | null, permitUntil: Date | null, corrections: Window['corrections']): Window {
  return { opensAt: its.opensAt as Date, closesAt: its.closesAt as Date, permitUntil, isSubmitted: submitted !== null && submitted.withdrawnAt === null, staysOpen: its.staysOpen, staysOpenUntil: its.staysOpenUntil, corrections }
}

/** A draft as its authors see it: content, files, the form to fill in, and what may be changed now. Throws `not-found`. */
export const showDraft = query({
  name: 'draft.show',
  input: askedDraft,
  may: signedIn,
  read: async ({ tx, actor, now }, { draftId }) => {
    const { draft, call: its, organisation: applicant, submitted, corrections, window } = await loadDraft(tx, draftId, (actor as Person).id)
    if (!memberOf(actor, applicant.id)) throw new Refusal('not-found')
    const { form, challenges } = await loadForm(tx, its.id)
    const files = await tx
      .select({ id: file.id, questionId: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan, uploadedAt: file.uploadedAt })
      .from(file)
      .where(and(eq(file.draftId, draftId), ofApplication, isNull(file.removedAt)))
      .orderBy(asc(file.uploadedAt))
    const [last] = await tx.select({ fields: draftRevision.fields }).from(draftRevision).where(and(eq(draftRevision.draftId, draftId), eq(draftRevision.savedBy, (actor as Person).id))).orderBy(desc(draftRevision.version)).limit(1)
    const editable = editorOf(actor, applicant.id) ? editableFields(window, now) : []
    return {
      id: draft.id,
      version: draft.version,
      savedAt: draft.savedAt,
      now,
      call: { slug: its.slug, title: its.title, opensAt: window.opensAt, closesAt: window.closesAt, answerOn: its.answerOn, staysOpen: its.staysOpen, staysOpenUntil: its.staysOpenUntil, demonstration: its.demonstration },
      organisation: applicant,
      content: contentOf(draft),
      files,
      challenges,
      form,
      /** The field one wrote in last, on whatever device. */
      lastField: last?.fields.at(-1) ?? null,
      application: submitted && { number: submitted.number, submittedAt: submitted.submittedAt, withdrawnAt: submitted.withdrawnAt, sequence: submitted.sequence },
      corrections,
      permitUntil: window.permitUntil,
      editable,
      may: { edit: editorOf(actor, applicant.id), submit: ownerOf(actor, applicant.id) },
    }
  },
})
export type ShownDraft = Awaited<ReturnType<typeof showDraft>>
