import { createHash } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { applicationDraft, draftRevision } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { latePermit } from '#db/schema/deadline.ts'
import { formVersion } from '#db/schema/form.ts'
import { organisation } from '#db/schema/organisation.ts'
import { type Actor, editorOf, type Person } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { type Content, isOpen, patchSchema } from '#lib/domain/draft.ts'
import { questionOf } from '#lib/domain/field-name.ts'
import { command } from '#lib/server/command.ts'
import { formQuestions } from '#lib/server/draft/form-questions.ts'
import { parse } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

async function loadStart(read: Reader, slug: string, organisationId: string, actor: Actor) {
  const [found] = await read.select().from(call).where(and(eq(call.slug, slug), eq(call.runHere, true)))
  const [applicant] = await read.select({ id: organisation.id, kind: organisation.kind }).from(organisation).where(eq(organisation.id, organisationId))
  if (!found || found.publishedAt === null || !applicant) throw new Refusal('not-found')
  const [permit] = await read.select({ until: latePermit.until }).from(latePermit)
    .where(and(eq(latePermit.callId, found.id), eq(latePermit.organisationId, organisationId), eq(latePermit.personId, actor?.id ?? organisationId), isNull(latePermit.revokedAt)))
    .orderBy(desc(latePermit.until)).limit(1)
  return { call: found, organisation: applicant, organisationId, opensAt: found.opensAt as Date, closesAt: found.closesAt as Date, permitUntil: permit?.until ?? null }
}

/** What is answered of a draft: its address, and that it is kept. */
const kept = { id: applicationDraft.id, version: applicationDraft.version, savedAt: applicationDraft.savedAt }

/**
 * Starts an organisation's draft for a call with the first thing typed. There is one for each: where it exists already it
 * is answered as it is, and nothing of `fields` is written. Refused with `closed`, or `conflict` for `organisation-kind`.
 */
export const createDraft = command({
  name: 'draft.create',
  input: z.object({ slug: z.string().max(120), organisationId: z.uuid(), key: z.string().min(8).max(100), fields: z.record(z.string().max(60), z.unknown()) }),
  subject: (read, { slug, organisationId }, actor) => loadStart(read, slug, organisationId, actor),
  may: (actor, { organisationId }) => editorOf(actor, organisationId),
  when: isOpen,
  run: async ({ tx, actor, subject, now, note }, { fields, key }) => {
    const mine = and(eq(applicationDraft.callId, subject.call.id), eq(applicationDraft.organisationId, subject.organisationId))
    const existing = () => tx.select(kept).from(applicationDraft).where(mine)
    const [found] = await existing()
    if (found) return { ...found, isNew: false }
    const { applicantKinds } = subject.call
    if (applicantKinds.length > 0 && !applicantKinds.includes(subject.organisation.kind)) throw new Refusal('conflict', { reason: 'organisation-kind' })
    const [form] = await tx.select({ id: formVersion.id }).from(formVersion).where(eq(formVersion.callId, subject.call.id)).orderBy(desc(formVersion.version)).limit(1)
    const written: Content = parse(patchSchema(await formQuestions(tx, form?.id ?? null)), fields)
    const core = Object.fromEntries(Object.entries(written).filter(([name]) => questionOf(name) === null))
    const answers = Object.fromEntries(Object.entries(written).flatMap(([name, value]) => (questionOf(name) === null ? [] : [[questionOf(name) as string, value]])))
    const [made] = await tx
      .insert(applicationDraft)
      .values({ callId: subject.call.id, organisationId: subject.organisationId, createdBy: (actor as Person).id, version: 1, createdAt: now, savedAt: now, ...core, answers: answers as never })
      .onConflictDoNothing({ target: [applicationDraft.callId, applicationDraft.organisationId] })
      .returning(kept)
    // A colleague was faster by a moment: theirs is the one.
    if (!made) return { ...((await existing())[0] as { id: string; version: number; savedAt: Date }), isNew: false }
    await tx.insert(draftRevision).values({ draftId: made.id, version: 1, fields: Object.keys(written), savedBy: (actor as Person).id, savedAt: now, idempotencyKey: key, sha256: createHash('sha256').update(canonicalJson(written)).digest('hex') })
    note({ subject: made.id, detail: { call: subject.call.id } })
    return { ...made, isNew: true }
  },
})
