import { asc, eq, sql } from 'drizzle-orm'
import { call, laureate } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { anyone } from '#lib/domain/access.ts'
import type { ConflictReason } from '#lib/domain/conflict.ts'
import type { OutcomeCounts } from '#lib/domain/decision.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { Aggregate, RoundKind } from '#lib/domain/round.ts'
import type { TieKey } from '#lib/domain/tie-rule.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

type RoundFacts = {
  id: string; name: Localized; kind: RoundKind; aggregate: Aggregate; quorum: number; places: number; tieRule: TieKey[]; evaluationsPerApplication: number
  openedAt: string; closedAt: string | null; criteria: { name: Localized; weight: number; anchors: Localized[] }[]
  files: number; scorers: number; organisations: number; kinds: Partial<Record<OrganisationKind, number>>; evaluations: number
}
type Facts = { releasedAt: string; closesAt: string; answerOn: string | null; files: number; ineligible: number; outcomes: OutcomeCounts; rounds: RoundFacts[]; recusals: { reason: ConflictReason; count: number }[] }

/** How a call's choice was made, for everybody, once its decisions are released: laureates, rules, numbers. Throws `not-found` before. */
export const showSelection = query({
  name: 'decision.show-selection',
  input: askedSlug,
  may: anyone,
  read: async ({ tx }, { slug }) => {
    const [its] = await tx.select({ id: call.id, slug: call.slug, title: call.title, demonstration: call.demonstration }).from(call).where(eq(call.slug, slug))
    const [found] = its ? await tx.execute<{ facts: Facts | null }>(sql`select portal.selection_facts(${its.id}::uuid) as facts`) : []
    if (!its || !found?.facts) throw new Refusal('not-found')
    const laureates = await tx
      .select({ slug: laureate.slug, solution: laureate.solution, organisation: organisation.name })
      .from(laureate)
      .innerJoin(organisation, eq(organisation.id, laureate.organisationId))
      .where(eq(laureate.callId, its.id))
      .orderBy(asc(laureate.position))
    return { call: its, laureates, ...found.facts }
  },
})
export type ShownSelection = Awaited<ReturnType<typeof showSelection>>
