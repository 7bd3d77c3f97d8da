import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import { deadlineChange, latePermit } from '#db/schema/deadline.ts'
import { organisation } from '#db/schema/organisation.ts'
import { manager } from '#lib/domain/access.ts'
import { isPast } from '#lib/domain/calendar.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

type Candidate = { id: string; name: string; savedAt: Date | null }

/**
 * A call's deadline as its managers see it: how it was moved, who may go on after it, and to whom that could be granted:
 * organisations with a draft not deposited, then those whose name or SIREN holds `search`. Throws `not-found`.
 */
export const showDeadline = query({
  name: 'deadline.show',
  input: z.object({ slug: z.string().max(120), search: z.string().max(200).optional().catch(undefined) }),
  may: manager,
  read: async ({ tx, now }, { slug, search }) => {
    const its = await loadCall(tx, slug)
    const [changes, permits, drafts, found] = await Promise.all([
      tx.select({ from: deadlineChange.from, to: deadlineChange.to, reason: deadlineChange.reason, changedAt: deadlineChange.changedAt }).from(deadlineChange).where(eq(deadlineChange.callId, its.id)).orderBy(asc(deadlineChange.changedAt)),
      tx
        .select({ id: latePermit.id, organisation: organisation.name, email: latePermit.email, until: latePermit.until, reason: latePermit.reason, grantedAt: latePermit.grantedAt, revokedAt: latePermit.revokedAt })
        .from(latePermit)
        .innerJoin(organisation, eq(organisation.id, latePermit.organisationId))
        .where(eq(latePermit.callId, its.id))
        .orderBy(desc(latePermit.grantedAt)),
      tx.execute<{ id: string; name: string; savedAt: string }>(sql`select organisation_id as id, organisation_name as name, saved_at as "savedAt" from portal.drafts_in_progress(${its.id}::uuid) limit 200`),
      search
        ? tx
            .select({ id: organisation.id, name: organisation.name })
            .from(organisation)
            .where(and(ne(organisation.kind, 'operator'), sql`position(lower(${search}) in lower(${organisation.name} || ' ' || coalesce(${organisation.siren}, ''))) > 0`))
            .orderBy(asc(organisation.name))
            .limit(50)
        : [],
    ])
    const candidates: Candidate[] = drafts.map(({ id, name, savedAt }) => ({ id, name, savedAt: new Date(savedAt) }))
    return {
      call: { slug, title: its.title, version: its.version, opensAt: its.opensAt, closesAt: its.closesAt, answerOn: its.answerOn, isPublished: its.publishedAt !== null, isClosed: its.closesAt !== null && isPast(its.closesAt, now) },
      now,
      changes,
      permits: permits.map((permit) => Object.assign(permit, { isOpen: permit.revokedAt === null && !isPast(permit.until, now) })),
      candidates: [...candidates, ...found.filter(({ id }) => !candidates.some((each) => each.id === id)).map(({ id, name }) => ({ id, name, savedAt: null }))],
    }
  },
})
export type ShownDeadline = Awaited<ReturnType<typeof showDeadline>>
