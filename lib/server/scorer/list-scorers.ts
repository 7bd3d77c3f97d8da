import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { readRuptureChoices } from '#db/read/call-form.ts'
import { callPartner } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { scorer } from '#db/schema/round.ts'
import { stage } from '#db/schema/rupture.ts'
import { manager } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { askedRound, loadRound, roundHead } from '#lib/server/round/load-round.ts'
import { readPartnerMembers } from '#lib/server/scorer/add-scorer.ts'

/** Those who score in a round, by name, with what was given to each and what each has submitted. */
function readSeats(read: Reader, roundId: string) {
  const given = sql`assignment g where g.round_id = ${scorer.roundId} and g.person_id = ${scorer.personId} and g.withdrawn_at is null`
  return read
    .select({
      id: scorer.id, personId: scorer.personId, name: scorer.name, email: scorer.email, organisation: organisation.name, kind: scorer.partnerKind,
      livedExperience: scorer.livedExperience, clinical: scorer.clinical, chair: scorer.chair, cap: scorer.cap, stages: scorer.stages, ruptureIds: scorer.ruptureIds, declaredAt: scorer.declaredAt,
      given: sql<number>`(select count(*)::int from ${given})`,
      submitted: sql<number>`(select count(*)::int from ${given} and exists (select from evaluation e where e.id = g.id and e.submitted_at is not null))`,
      links: sql<number>`(select count(distinct c.application_id)::int from conflict c join round_application ra on ra.application_id = c.application_id and ra.round_id = ${scorer.roundId} where c.person_id = ${scorer.personId} and c.lifted_at is null)`,
    })
    .from(scorer)
    .innerJoin(organisation, eq(organisation.id, scorer.organisationId))
    .where(and(eq(scorer.roundId, roundId), isNull(scorer.removedAt)))
    .orderBy(asc(scorer.name), asc(scorer.id))
}

/**
 * The scorers of a round, and who could become one: members of the call's partners not seated yet. A partner nobody sits
 * in is named too, so that somebody there is invited.
 */
export const listScorers = query({
  name: 'scorer.list',
  input: askedRound,
  may: manager,
  read: async ({ tx, now }, { roundId }) => {
    const its = await loadRound(tx, roundId)
    const [scorers, members, partners, ruptures, stages] = await Promise.all([
      readSeats(tx, roundId),
      readPartnerMembers(tx, its.callId),
      tx.select({ id: organisation.id, name: organisation.name, kind: organisation.kind }).from(callPartner).innerJoin(organisation, eq(organisation.id, callPartner.organisationId)).where(eq(callPartner.callId, its.callId)).orderBy(asc(organisation.name)),
      readRuptureChoices(tx),
      tx.select({ slug: stage.slug, title: stage.title }).from(stage).orderBy(asc(stage.position)),
    ])
    const seated = new Set(scorers.map(({ personId }) => personId))
    return {
      head: roundHead(its), now, scorers, ruptures, stages,
      candidates: members.filter(({ personId }) => !seated.has(personId)),
      silent: partners.filter(({ id, kind }) => kind !== 'operator' && kind !== 'start-up' && !members.some(({ organisationId }) => organisationId === id)),
    }
  },
})
export type ListedScorers = Awaited<ReturnType<typeof listScorers>>
