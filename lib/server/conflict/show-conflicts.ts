import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { conflict } from '#db/schema/conflict.ts'
import { person } from '#db/schema/person.ts'
import { actorRounds } from '#db/schema/roles.ts'
import { roundApplication, scorer } from '#db/schema/round.ts'
import { manager, type Person, signedIn } from '#lib/domain/access.ts'
import { stateOfLinks } from '#lib/domain/conflict.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, loadRound, roundHead } from '#lib/server/round/load-round.ts'

/** What is judged has one; the column is shared with what is not deposited yet. */
const solution = sql<string>`coalesce(${application.solution}, '')`

/** Every link between somebody and an application of the round, oldest first, standing or lifted. Managers with a seat in the round's call are named by their account. */
async function readLinks(read: Reader, roundId: string) {
  return read
    .select({
      id: conflict.id, personId: conflict.personId, applicationId: conflict.applicationId, origin: conflict.origin, reason: conflict.reason, note: conflict.note, madeAt: conflict.madeAt,
      liftedAt: conflict.liftedAt, liftMotive: conflict.liftMotive, person: sql<string | null>`coalesce(${scorer.name}, ${person.name}, ${person.email})`,
      number: application.number, solution, organisation: application.organisationName,
    })
    .from(conflict)
    .innerJoin(roundApplication, and(eq(roundApplication.applicationId, conflict.applicationId), eq(roundApplication.roundId, roundId)))
    .innerJoin(application, eq(application.id, conflict.applicationId))
    .leftJoin(scorer, and(eq(scorer.roundId, roundId), eq(scorer.personId, conflict.personId)))
    .leftJoin(person, eq(person.id, conflict.personId))
    .orderBy(asc(conflict.madeAt), asc(conflict.id))
}

/** The links of interest of a round, person by person and application by application, with their whole history; and between whom one may be pinned. */
export const listConflicts = query({
  name: 'conflict.list',
  input: askedRound,
  may: manager,
  read: async ({ tx, actor, now }, { roundId }) => {
    const its = await loadRound(tx, roundId)
    const [links, scorers, applications] = await Promise.all([
      readLinks(tx, roundId),
      tx.select({ personId: scorer.personId, name: scorer.name, declaredAt: scorer.declaredAt }).from(scorer).where(and(eq(scorer.roundId, roundId), isNull(scorer.removedAt))).orderBy(asc(scorer.name)),
      tx.select({ id: application.id, number: application.number, solution }).from(roundApplication).innerJoin(application, eq(application.id, roundApplication.applicationId)).where(eq(roundApplication.roundId, roundId)).orderBy(asc(application.number)),
    ])
    const pairs = [...Map.groupBy(links, ({ personId, applicationId }) => `${personId} ${applicationId}`).values()].map((own) => {
      const [{ personId, applicationId, person: name, number, solution, organisation }] = own as [(typeof own)[number]]
      return {
        personId, applicationId, person: name, number, solution, organisation, isOwn: personId === (actor as Person).id, state: stateOfLinks(own),
        links: own.map(({ id, origin, reason, note, madeAt, liftedAt, liftMotive }) => ({ id, origin, reason, note, madeAt, liftedAt, liftMotive })),
      }
    })
    return { head: roundHead(its), now, pairs, scorers, applications }
  },
})
export type ListedConflicts = Awaited<ReturnType<typeof listConflicts>>

type Name = { id: string; number: string; organisation: string; solution: string }

/**
 * The names a scorer of a round declares their links on, and what they are walled off from already: when and why, no name.
 * Throws `not-found` before links are asked for, and for everybody else.
 */
export const showDeclaration = query({
  name: 'conflict.show-declaration',
  input: askedRound,
  may: signedIn,
  read: async ({ tx, actor, now }, { roundId }) => {
    const me = (actor as Person).id
    const [own] = await tx.select({ declaredAt: scorer.declaredAt }).from(scorer).where(and(eq(scorer.roundId, roundId), eq(scorer.personId, me), isNull(scorer.removedAt), sql`${scorer.roundId} = ${actorRounds}`))
    const its = own && (await loadRound(tx, roundId))
    if (!its || its.declaringAt === null) throw new Refusal('not-found')
    const names = await tx.execute<Name>(sql`select application_id as id, number, organisation_name as organisation, solution from declarable_application where round_id = ${roundId}::uuid order by portal.fold(organisation_name), number`)
    // What managers wrote beside a link is theirs.
    const links = await tx
      .select({ origin: conflict.origin, reason: conflict.reason, note: sql<string | null>`case ${conflict.origin} when 'declared' then ${conflict.note} end`, madeAt: conflict.madeAt })
      .from(conflict)
      .where(and(eq(conflict.personId, me), eq(conflict.callId, its.callId), isNull(conflict.liftedAt)))
      .orderBy(asc(conflict.madeAt), asc(conflict.id))
    return { head: roundHead(its), now, declaredAt: own.declaredAt, names: [...names], links }
  },
})
export type ShownDeclaration = Awaited<ReturnType<typeof showDeclaration>>
