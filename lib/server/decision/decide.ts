import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { application } from '#db/schema/application.ts'
import { decision } from '#db/schema/decision.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { decisionForm } from '#lib/domain/decision.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { command } from '#lib/server/command.ts'
import { loadReleases } from '#lib/server/decision/load-decisions.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Which applications, each with the version of its decision in view: '' where there was none. */
const chosen = z.array(z.object({ id: z.uuid(), version: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(0)]) })).min(1).max(1_000)

/**
 * Decides of one application or of several alike; pending until released. Refused with `conflict` for `decision-changed` when
 * another manager decided since, and `closed` once decisions are released.
 */
export const decide = command({
  name: 'decision.decide',
  input: z.intersection(askedSlug.extend({ chosen }), decisionForm),
  subject: async (read, { slug }) => {
    const its = await loadCall(read, slug)
    return { call: its, ...(await loadReleases(read, its.id)) }
  },
  may: manager,
  when: ({ released }) => released === null,
  run: async ({ tx, actor, subject: { call: its }, note }, { chosen: asked, outcome, reserveRank, motive, juryText }) => {
    const ids = asked.map(({ id }) => id)
    const known = await tx.select({ id: application.id }).from(application).where(and(eq(application.callId, its.id), isNull(application.withdrawnAt), inArray(application.id, ids)))
    if (known.length < new Set(ids).size) throw new Refusal('not-found')
    const words = { outcome, reserveRank, motive, juryText, decidedBy: (actor as Person).id }
    const standing = new Map((await tx.select({ id: decision.applicationId, version: decision.version }).from(decision).where(inArray(decision.applicationId, ids)).for('update')).map(({ id, version }) => [id, version]))
    if (asked.some(({ id, version }) => (standing.get(id) ?? null) !== version)) throw new Refusal('conflict', { reason: 'decision-changed' })
    const fresh = ids.filter((id) => !standing.has(id))
    if (fresh.length > 0) await tx.insert(decision).values(fresh.map((applicationId) => Object.assign({ applicationId, callId: its.id }, words)))
    if (standing.size > 0) await tx.update(decision).set({ ...words, decidedAt: sql`now()`, version: sql`${decision.version} + 1` }).where(inArray(decision.applicationId, [...standing.keys()]))
    note({ subject: its.id, detail: { outcome, applications: ids } })
    return { count: ids.length }
  },
})

/** Decides, at once, of every application judged ineligible: not selected, with the motive its screening gave. Leaves what is decided. */
export const refuseIneligible = command({
  name: 'decision.refuse-ineligible',
  input: askedSlug,
  subject: async (read, { slug }) => {
    const its = await loadCall(read, slug)
    return { call: its, ...(await loadReleases(read, its.id)) }
  },
  may: manager,
  when: ({ released }) => released === null,
  run: async ({ tx, actor, subject: { call: its }, note }) => {
    const rows = await tx
      .select({ id: application.id, motive: sql<string | null>`portal.standing_judgement(${application.id})->>'motive'` })
      .from(application)
      .where(and(eq(application.callId, its.id), isNull(application.withdrawnAt), eq(application.eligibility, 'ineligible'), sql`not exists (select from ${decision} where ${decision.applicationId} = ${application.id})`))
    const refused = rows.flatMap(({ id, motive }) => (motive === null ? [] : [{ applicationId: id, callId: its.id, outcome: 'not-selected' as const, motive, decidedBy: (actor as Person).id }]))
    if (refused.length > 0) await tx.insert(decision).values(refused)
    note({ subject: its.id, detail: { applications: refused.map(({ applicationId }) => applicationId) } })
    return { count: refused.length }
  },
})

/** Takes a pending decision back: the application is undecided again. */
export const undecide = command({
  name: 'decision.undecide',
  input: z.object({ applicationId: z.uuid(), version: z.coerce.number().int().min(0) }),
  subject: async (read, { applicationId }) => {
    const [found] = await read.select({ callId: decision.callId, version: decision.version, releasedAt: decision.releasedAt }).from(decision).where(eq(decision.applicationId, applicationId))
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: manager,
  when: ({ releasedAt }) => releasedAt === null,
  run: async ({ tx, subject, note }, { applicationId, version }) => {
    const [gone] = await tx.delete(decision).where(and(eq(decision.applicationId, applicationId), eq(decision.version, version))).returning({ id: decision.applicationId })
    if (!gone) throw new Refusal('conflict', { reason: 'decision-changed' })
    note({ subject: subject.callId, detail: { applications: [applicationId] } })
    return {}
  },
})
