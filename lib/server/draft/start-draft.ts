import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { applicationDraft } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { latePermit } from '#db/schema/deadline.ts'
import { organisation } from '#db/schema/organisation.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { isOpen } from '#lib/domain/draft.ts'
import { loadForm } from '#lib/server/draft/load-form.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Why one's organisation cannot start a draft here; null when it can, or has one. */
export type StartObstacle = 'reader' | 'organisation-kind' | 'closed' | null

/** The late permits of a person for a call, the latest for each organisation. */
async function permitsOf(read: Reader, callId: string, personId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await read.select({ organisationId: latePermit.organisationId, until: latePermit.until }).from(latePermit)
    .where(and(eq(latePermit.callId, callId), eq(latePermit.personId, personId), isNull(latePermit.revokedAt))).orderBy(asc(latePermit.until))
  return new Map(rows.map(({ organisationId, until }) => [organisationId, until]))
}

/**
 * What somebody who wants to apply to a call needs to know before there is a draft: the call, what it asks, and for each
 * of their organisations the draft it has or whether it may start one. Throws `not-found` for a call not run here.
 */
export const startDraft = query({
  name: 'draft.start',
  input: z.object({ slug: z.string().max(120).catch('') }),
  may: signedIn,
  read: async ({ tx, actor, now }, { slug }) => {
    const person = actor as Person
    const [found] = await tx.select().from(call).where(and(eq(call.slug, slug), eq(call.runHere, true)))
    if (!found || found.publishedAt === null) throw new Refusal('not-found')
    const seats = new Map(person.memberships.map((seat) => [seat.organisationId, seat]))
    const mine = [...seats.keys()]
    const homes = mine.length === 0 ? [] : await tx.select({ id: organisation.id, name: organisation.name, siren: organisation.siren, kind: organisation.kind }).from(organisation).where(inArray(organisation.id, mine)).orderBy(asc(organisation.name))
    const drafts = mine.length === 0 ? [] : await tx.select({ id: applicationDraft.id, organisationId: applicationDraft.organisationId, savedAt: applicationDraft.savedAt }).from(applicationDraft).where(and(eq(applicationDraft.callId, found.id), inArray(applicationDraft.organisationId, mine)))
    const permits = await permitsOf(tx, found.id, person.id)
    const [opensAt, closesAt] = [found.opensAt as Date, found.closesAt as Date]
    const obstacleTo = (id: string, kind: (typeof homes)[number]['kind']): StartObstacle => {
      if (found.applicantKinds.length > 0 && !found.applicantKinds.includes(kind)) return 'organisation-kind'
      if (seats.get(id)?.role === 'reader') return 'reader'
      return isOpen({ opensAt, closesAt, permitUntil: permits.get(id) ?? null }, now) ? null : 'closed'
    }
    return {
      now,
      call: { slug: found.slug, title: found.title, opensAt, closesAt, answerOn: found.answerOn, staysOpen: found.staysOpen, staysOpenUntil: found.staysOpenUntil, demonstration: found.demonstration, applicantKinds: found.applicantKinds },
      ...(await loadForm(tx, found.id)),
      organisations: homes.map(({ id, name, siren, kind }) => {
        const draft = drafts.find(({ organisationId }) => organisationId === id) ?? null
        return { id, name, siren, kind, draft: draft && { id: draft.id, savedAt: draft.savedAt }, permitUntil: permits.get(id) ?? null, obstacle: draft ? null : obstacleTo(id, kind) }
      }),
    }
  },
})
export type DraftStart = Awaited<ReturnType<typeof startDraft>>
