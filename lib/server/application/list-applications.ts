import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { application, applicationDraft, correction, message } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { decision } from '#db/schema/decision.ts'
import { latePermit } from '#db/schema/deadline.ts'
import { organisation } from '#db/schema/organisation.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { isPast } from '#lib/domain/calendar.ts'
import { editableFields, type Window } from '#lib/domain/draft.ts'
import { actorOf, type FilingState, filingState } from '#lib/domain/filing.ts'
import { readChanges } from '#lib/server/application/filing-parts.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The files of one's organisations, drafts and applications, across calls and years: those that can still change first. */
export const listApplications = query({
  name: 'application.list',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor, now }) => {
    const { id: personId, memberships } = actor as Person
    const mine = memberships.map(({ organisationId }) => organisationId)
    if (mine.length === 0) return { now, files: [] }
    const rows = await tx
      .select({ draft: applicationDraft, call, organisation: { id: organisation.id, name: organisation.name }, submitted: application })
      .from(applicationDraft)
      .innerJoin(call, eq(call.id, applicationDraft.callId))
      .innerJoin(organisation, eq(organisation.id, applicationDraft.organisationId))
      .leftJoin(application, eq(application.id, applicationDraft.id))
      .where(inArray(applicationDraft.organisationId, mine))
      .orderBy(desc(call.closesAt), organisation.name)
    const ids = rows.map(({ draft }) => draft.id)
    if (ids.length === 0) return { now, files: [] }
    const [corrections, permits, unseen, decided] = await Promise.all([
      tx.select({ applicationId: correction.applicationId, fields: correction.fields, until: correction.until }).from(correction).where(and(inArray(correction.applicationId, ids), isNull(correction.doneAt), isNull(correction.cancelledAt))),
      tx.select().from(latePermit).where(and(eq(latePermit.personId, personId), isNull(latePermit.revokedAt))),
      tx.select({ draftId: message.draftId, count: sql<number>`count(*)::int` }).from(message).where(and(inArray(message.draftId, ids), eq(message.side, 'manager'), isNull(message.seenAt))).groupBy(message.draftId),
      tx.select({ applicationId: decision.applicationId }).from(decision).where(and(inArray(decision.applicationId, ids), isNotNull(decision.releasedAt))),
    ])
    const files = await Promise.all(rows.map(async ({ draft, call: its, organisation: applicant, submitted }) => {
      const isSubmitted = submitted !== null && submitted.withdrawnAt === null
      const permitted = permits.filter(({ callId, organisationId }) => callId === its.id && organisationId === applicant.id).map(({ until }) => until.getTime())
      const window: Window = {
        opensAt: its.opensAt as Date, closesAt: its.closesAt as Date, permitUntil: permitted.length === 0 ? null : new Date(Math.max(...permitted)), isSubmitted,
        staysOpen: its.staysOpen, staysOpenUntil: its.staysOpenUntil, corrections: corrections.filter(({ applicationId }) => applicationId === draft.id),
      }
      const editable = editableFields(window, now)
      const canChange = editable === 'all' || editable.length > 0
      const { ready, changed } = canChange ? await readChanges(tx, draft, submitted) : { ready: null, changed: [] }
      const state = filingState(window, { isWithdrawn: submitted?.withdrawnAt != null, changed }, now)
      return {
        id: draft.id,
        state,
        acts: actorOf[state],
        canChange,
        isDecided: decided.some(({ applicationId }) => applicationId === draft.id),
        solution: (isSubmitted ? submitted.solution : draft.solution) ?? null,
        savedAt: draft.savedAt,
        call: { slug: its.slug, title: its.title, opensAt: window.opensAt, closesAt: window.closesAt, answerOn: its.answerOn, demonstration: its.demonstration },
        until: untilOf(window, state, now),
        organisation: applicant,
        application: submitted && { number: submitted.number, submittedAt: submitted.submittedAt, withdrawnAt: submitted.withdrawnAt, sequence: submitted.sequence },
        gaps: ready?.gaps.length ?? 0,
        unseen: unseen.find(({ draftId }) => draftId === draft.id)?.count ?? 0,
      }
    }))
    return { now, files }
  },
})
export type ListedApplication = Awaited<ReturnType<typeof listApplications>>['files'][number]

/** The instant that matters next: the end of a correction, of a permit, or the deadline. */
function untilOf({ closesAt, permitUntil, corrections }: Window, state: FilingState, now: Date): Date {
  if (state === 'to-correct') return new Date(Math.min(...corrections.filter(({ until }) => !isPast(until, now)).map(({ until }) => until.getTime())))
  return permitUntil !== null && permitUntil > closesAt ? permitUntil : closesAt
}
