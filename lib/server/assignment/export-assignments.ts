import { and, asc, eq, getViewSelectedFields, isNull } from 'drizzle-orm'
import { call } from '#db/schema/call.ts'
import { assignment } from '#db/schema/evaluation.ts'
import { round, scorer } from '#db/schema/round.ts'
import { scoredApplication } from '#db/schema/scored.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { noteOpening } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { readCriteria } from '#lib/server/evaluation/load-evaluation.ts'
import { readJudged } from '#lib/server/evaluation/read-judged.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound } from '#lib/server/round/load-round.ts'

/**
 * All the applications a scorer was given in a round, to read offline, with the grid. Written down for the authors of each
 * under the round's name. Throws `not-found` where there is none to read.
 */
export const exportAssignments = command({
  name: 'assignment.export',
  input: askedRound,
  subject: async (read, { roundId }, actor) => {
    if (actor === null) return null
    const [seat] = await read
      .select({ round, scorer, call: { slug: call.slug, title: call.title, demonstration: call.demonstration } })
      .from(scorer)
      .innerJoin(round, eq(round.id, scorer.roundId))
      .innerJoin(call, eq(call.id, round.callId))
      .where(and(eq(scorer.roundId, roundId), eq(scorer.personId, actor.id), isNull(scorer.removedAt)))
    const given = await read
      .select(getViewSelectedFields(scoredApplication))
      .from(assignment)
      .innerJoin(scoredApplication, and(eq(scoredApplication.roundId, assignment.roundId), eq(scoredApplication.applicationId, assignment.applicationId)))
      .where(and(eq(assignment.roundId, roundId), eq(assignment.personId, actor.id), isNull(assignment.withdrawnAt), isNull(assignment.abstainedAt)))
      .orderBy(asc(scoredApplication.number))
    if (!seat || given.length === 0) throw new Refusal('not-found')
    return { ...seat, given }
  },
  may: signedIn,
  run: async ({ tx, actor, subject, now, note }, { roundId }) => {
    const { round: of, scorer: by, call: its, given } = subject as NonNullable<typeof subject>
    const applications = []
    for (const row of given) {
      await noteOpening(tx, actor as Person, row.applicationId, 'export', now, of.name.fr)
      applications.push(await readJudged(tx, row, of.kind))
    }
    note({ subject: roundId, detail: { applications: given.map(({ applicationId }) => applicationId) } })
    return { now, round: { name: of.name }, call: its, criteria: await readCriteria(tx, roundId, by), applications }
  },
})
export type ExportedAssignments = Awaited<ReturnType<typeof exportAssignments>>
