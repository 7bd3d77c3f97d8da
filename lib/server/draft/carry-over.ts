import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application, applicationDraft } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { formVersion } from '#db/schema/form.ts'
import { organisation } from '#db/schema/organisation.ts'
import { currentRupture, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { claimFields } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { editorOf, type Person, signedIn } from '#lib/domain/access.ts'
import { carriedContent, carryOver } from '#lib/domain/carry-over.ts'
import { contentOf } from '#lib/server/draft/content.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import type { Caller } from '#lib/server/opening.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const nothing = '00000000-0000-0000-0000-000000000000'
const target = z.object({ slug: z.string().max(120), organisationId: z.uuid().catch(nothing) })

async function newestQuestions(read: Reader, callId: string) {
  const [form] = await read.select({ id: formVersion.id }).from(formVersion).where(eq(formVersion.callId, callId)).orderBy(desc(formVersion.version)).limit(1)
  return formQuestions(read, form?.id ?? null)
}

/** The organisation's files for other calls, to start this one from: newest first. Throws `not-found`. */
export const listEarlierDrafts = query({
  name: 'draft.list-earlier',
  input: target,
  may: signedIn,
  read: ({ tx, actor }, { slug, organisationId }) => {
    if (!editorOf(actor as Person, organisationId)) throw new Refusal('not-found')
    return tx
      .select({ id: applicationDraft.id, solution: applicationDraft.solution, savedAt: applicationDraft.savedAt, number: application.number, call: { slug: call.slug, title: call.title } })
      .from(applicationDraft)
      .innerJoin(call, eq(call.id, applicationDraft.callId))
      .leftJoin(application, eq(application.id, applicationDraft.id))
      .where(and(eq(applicationDraft.organisationId, organisationId), ne(call.slug, slug)))
      .orderBy(desc(applicationDraft.savedAt))
  },
})

/**
 * What of an earlier file would be written into this call's draft, field by field, before anything is: what was deposited,
 * or written where nothing was. Throws `not-found`.
 */
export const compareEarlierDraft = query({
  name: 'draft.carry-over',
  input: z.object({ slug: z.string().max(120), fromId: z.uuid().catch(nothing) }),
  may: signedIn,
  read: async ({ tx, actor }, { slug, fromId }) => {
    const [found] = await tx.select().from(call).where(and(eq(call.slug, slug), eq(call.runHere, true)))
    const [earlier] = await tx
      .select({ draft: applicationDraft, application, call: { id: call.id, title: call.title } })
      .from(applicationDraft)
      .innerJoin(call, eq(call.id, applicationDraft.callId))
      .leftJoin(application, eq(application.id, applicationDraft.id))
      .where(eq(applicationDraft.id, fromId))
    const organisationId = earlier?.draft.organisationId ?? nothing
    if (!found || found.publishedAt === null || !earlier || earlier.call.id === found.id || !editorOf(actor, organisationId)) throw new Refusal('not-found')
    const [own] = await tx.select().from(applicationDraft).where(and(eq(applicationDraft.callId, found.id), eq(applicationDraft.organisationId, organisationId)))
    const [applicant] = await tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, organisationId))
    const [before, asked, standing] = await Promise.all([newestQuestions(tx, earlier.call.id), newestQuestions(tx, found.id), tx.select({ id: currentRupture.ruptureVersionId }).from(currentRupture)])
    const rows = carryOver({ content: contentOf(earlier.application ?? earlier.draft), questions: before }, { content: own ? contentOf(own) : {}, questions: asked }, new Set(standing.map(({ id }) => id)))
    const pinned = rows.flatMap(({ field, from, to }) => ((claimFields as readonly string[]).includes(field) ? [from, to] : [])).flatMap((its) => (its as DraftClaim | null)?.ruptureVersionId ?? [])
    const ruptures = pinned.length === 0 ? [] : await tx.select({ versionId: ruptureVersion.id, slug: rupture.slug, version: ruptureVersion.version, title: ruptureVersion.title }).from(ruptureVersion).innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId)).where(inArray(ruptureVersion.id, pinned))
    return {
      call: { slug, title: found.title, demonstration: found.demonstration },
      organisation: { id: organisationId, name: applicant?.name ?? '' },
      earlier: { id: fromId, call: earlier.call.title, number: earlier.application?.number ?? null },
      draft: own ? { id: own.id, version: own.version } : null,
      questions: asked.map(({ id, label, kind, options, unit }) => ({ id, label, kind, options, unit })),
      rows,
      /** What the claims among them are pinned to. */
      ruptures,
    }
  },
})
export type ComparedDraft = Awaited<ReturnType<typeof compareEarlierDraft>>

/**
 * Writes it, as one save like any other: into the draft there is, where its fields are empty, or into a new one. Refused
 * as `draft.create` and `draft.save` are, and with `conflict` for `nothing-to-carry`.
 */
export async function startFromEarlierDraft(caller: Caller, asked: { slug: string; fromId: string; key: string }): Promise<{ id: string }> {
  const { draft, rows, organisation: { id: organisationId } } = await compareEarlierDraft(caller, asked)
  const fields = carriedContent(rows)
  if (Object.keys(fields).length === 0) throw new Refusal('conflict', { reason: 'nothing-to-carry' })
  if (draft !== null) {
    await saveDraft(caller, { draftId: draft.id, version: draft.version, key: asked.key, fields })
    return { id: draft.id }
  }
  const { id, isNew } = await createDraft(caller, { slug: asked.slug, organisationId, key: asked.key, fields })
  // A colleague began it in the same moment: what they wrote is compared first.
  if (!isNew) throw new Refusal('conflict', { reason: 'draft-changed' })
  return { id }
}
