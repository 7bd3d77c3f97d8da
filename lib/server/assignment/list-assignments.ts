import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { assignment, evaluation } from '#db/schema/evaluation.ts'
import { actorRounds } from '#db/schema/roles.ts'
import { round, roundCriterion, scorer } from '#db/schema/round.ts'
import { scoredApplication } from '#db/schema/scored.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { stateOf } from '#lib/domain/evaluation.ts'
import { isPutTo, phaseOf } from '#lib/domain/round.ts'
import { inQueueOrder, scoringMinutes } from '#lib/domain/scoring-queue.ts'
import { characters, queued } from '#lib/server/assignment/read-queue.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The rounds a person scores in, those due first; before their managers asked for anything they are not there. */
function readRounds(read: Reader, personId: string) {
  return read
    .select({ round, scorer, call: { slug: call.slug, title: call.title, demonstration: call.demonstration } })
    .from(scorer)
    .innerJoin(round, eq(round.id, scorer.roundId))
    .innerJoin(call, eq(call.id, round.callId))
    .where(and(eq(scorer.personId, personId), isNull(scorer.removedAt), sql`${scorer.roundId} = ${actorRounds}`, sql`${round.declaringAt} is not null`))
    .orderBy(sql`${round.closedAt} desc nulls first`, asc(round.dueAt), asc(round.createdAt))
}

/**
 * What a person scores: each round with where it stands, whether their links are declared, and what they were given, in
 * the order it waits, with the minutes it may take. Nothing in it comes from what others did.
 */
export const listAssignments = query({
  name: 'assignment.list',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor, now }) => {
    const me = actor as Person
    const rounds = await readRounds(tx, me.id)
    const ids = rounds.map(({ round: { id } }) => id)
    const [criteria, given, rows] = ids.length === 0 ? [[], [], []] : await Promise.all([
      tx.select({ roundId: roundCriterion.roundId, putTo: roundCriterion.putTo }).from(roundCriterion).where(inArray(roundCriterion.roundId, ids)),
      tx.select({ roundId: assignment.roundId, count: count() }).from(assignment).where(and(eq(assignment.personId, me.id), inArray(assignment.roundId, ids))).groupBy(assignment.roundId),
      tx
        .select({ ...queued, solution: scoredApplication.solution, organisationName: scoredApplication.organisationName, abstention: assignment.abstention, characters })
        .from(assignment)
        .innerJoin(evaluation, eq(evaluation.id, assignment.id))
        .innerJoin(scoredApplication, and(eq(scoredApplication.roundId, assignment.roundId), eq(scoredApplication.applicationId, assignment.applicationId)))
        .where(and(eq(assignment.personId, me.id), isNull(assignment.withdrawnAt))),
    ])
    return {
      now,
      rounds: rounds.map(({ round: its, scorer: own, call: of }) => {
        const asked = criteria.filter(({ roundId, putTo }) => roundId === its.id && isPutTo(putTo, own)).length
        return {
          id: its.id, kind: its.kind, name: its.name, call: of, phase: phaseOf(its), declareBy: its.declareBy, dueAt: its.dueAt, closedAt: its.closedAt, declared: own.declaredAt !== null,
          /** How many were given, before they may be read too. */
          given: given.find(({ roundId }) => roundId === its.id)?.count ?? 0,
          assignments: inQueueOrder(rows.filter(({ roundId }) => roundId === its.id)).map((each) => ({
            id: each.id, number: each.number, solution: each.solution, organisationName: each.organisationName, state: stateOf(each), minutes: scoringMinutes({ characters: each.characters, criteria: asked }),
            submittedAt: each.submittedAt, abstention: each.abstention,
          })),
        }
      }),
    }
  },
})
export type ListedAssignments = Awaited<ReturnType<typeof listAssignments>>
export type ListedRound = ListedAssignments['rounds'][number]
