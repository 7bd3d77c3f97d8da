import { sql } from 'drizzle-orm'
import { manager, type Person } from '#lib/domain/access.ts'
import { countOutcomes, obstacleTo } from '#lib/domain/decision.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { digestOf, loadDecisions, loadReadiness, loadReleases } from '#lib/server/decision/load-decisions.ts'
import { query } from '#lib/server/query.ts'

/**
 * The decisions of a call, what keeps them from being released, and whom the release will write to. The digest names
 * exactly what is shown. Throws `not-found`.
 */
export const listDecisions = query({
  name: 'decision.list',
  input: askedSlug,
  may: manager,
  read: async ({ tx, actor, now }, { slug }) => {
    const its = await loadCall(tx, slug)
    const rows = await loadDecisions(tx, its)
    const [readiness, { pending, released }, people] = await Promise.all([
      loadReadiness(tx, its.id, rows), loadReleases(tx, its.id),
      tx.execute<{ locale: 'fr' | 'en'; people: number }>(sql`select locale, count(distinct email)::int as people from portal.decided_people(${its.id}::uuid) group by locale`),
    ])
    const sha256 = digestOf(rows)
    const decided = rows.flatMap(({ outcome }) => (outcome === null ? [] : [{ outcome }]))
    return {
      now,
      call: { id: its.id, slug: its.slug, title: its.title, demonstration: its.demonstration, answerOn: its.answerOn },
      rows,
      sha256,
      counts: countOutcomes(decided),
      readiness,
      obstacle: obstacleTo(readiness),
      people: [...people],
      pending: pending && { id: pending.id, counts: pending.counts, proposedAt: pending.proposedAt, isOwn: pending.proposedBy === (actor as Person).id, stands: pending.sha256 === sha256 },
      releasedAt: released?.releasedAt ?? null,
    }
  },
})
export type ListedDecisions = Awaited<ReturnType<typeof listDecisions>>
