import { and, asc, eq, getTableColumns, getViewSelectedFields, sql } from 'drizzle-orm'
import { gather, selecting } from '#db/gather.ts'
import { call, challenge } from '#db/schema/call.ts'
import { assignment, evaluation } from '#db/schema/evaluation.ts'
import { applicationFile, file } from '#db/schema/file.ts'
import { actor } from '#db/schema/roles.ts'
import { round, roundCriterion, scorer } from '#db/schema/round.ts'
import { currentRupture, estimate, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { colleagueEvaluation, scoredApplication } from '#db/schema/scored.ts'
import { source } from '#db/schema/source.ts'
import { queued } from '#lib/server/assignment/read-queue.ts'
import { cardColumns } from '#lib/server/rupture/list-claimable-ruptures.ts'

const evaluationId = sql.placeholder('evaluationId')
const own = and(eq(evaluation.id, evaluationId), eq(evaluation.personId, actor))
const of = (column: string) => sql`(select ${sql.identifier(column)} from evaluation where ${own})`
const { roundId: _round, position: _position, ...criterion } = getTableColumns(roundCriterion)

/** All that a page about one's own evaluation asks, in one statement. Everything is read under the wall, as by the verbs that change it. */
export const evaluationAsks = gather({
  its: selecting
    .select({ evaluation, assignment, round, scorer, call: { slug: call.slug, title: call.title, demonstration: call.demonstration }, judged: getViewSelectedFields(scoredApplication) })
    .from(evaluation)
    .innerJoin(assignment, eq(assignment.id, evaluation.id))
    .innerJoin(round, eq(round.id, evaluation.roundId))
    .innerJoin(call, eq(call.id, round.callId))
    .innerJoin(scorer, and(eq(scorer.roundId, evaluation.roundId), eq(scorer.personId, evaluation.personId)))
    .leftJoin(scoredApplication, and(eq(scoredApplication.roundId, evaluation.roundId), eq(scoredApplication.applicationId, evaluation.applicationId)))
    .where(own),
  criteria: selecting.select(criterion).from(roundCriterion).where(eq(roundCriterion.roundId, of('round_id'))).orderBy(asc(roundCriterion.position)),
  /** The person's work in the round: the queue, and what they wrote of others. */
  work: selecting
    .select({ ...queued, solution: scoredApplication.solution, withdrawnAt: assignment.withdrawnAt, savedAt: evaluation.savedAt, scores: evaluation.scores })
    .from(assignment)
    .innerJoin(evaluation, eq(evaluation.id, assignment.id))
    .innerJoin(scoredApplication, and(eq(scoredApplication.roundId, assignment.roundId), eq(scoredApplication.applicationId, assignment.applicationId)))
    .where(and(eq(assignment.personId, actor), eq(assignment.roundId, of('round_id')))),
  colleagues: selecting.select().from(colleagueEvaluation).where(and(eq(colleagueEvaluation.roundId, of('round_id')), eq(colleagueEvaluation.applicationId, of('application_id')))),
  files: selecting
    .select({ id: file.id, question: file.questionId, name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256, scan: file.scan })
    .from(applicationFile)
    .innerJoin(file, eq(file.id, applicationFile.fileId))
    .where(eq(applicationFile.applicationId, of('application_id')))
    .orderBy(asc(file.uploadedAt)),
})

const pinned = sql`any (${sql.placeholder('pinned')}::uuid[])`

/** What the application names: its challenge, and the ruptures its claims pin, with their figures and sources. */
export const namedAsks = gather({
  challenges: selecting.select({ id: challenge.id, slug: challenge.slug, title: challenge.title }).from(challenge).where(eq(challenge.id, sql.placeholder('challengeId'))),
  cards: selecting
    .select(cardColumns)
    .from(ruptureVersion)
    .innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId))
    .leftJoin(currentRupture, eq(currentRupture.ruptureVersionId, ruptureVersion.id))
    .where(sql`${ruptureVersion.id} = ${pinned}`)
    .orderBy(asc(rupture.position), asc(ruptureVersion.version)),
  estimates: selecting.select().from(estimate).where(sql`${estimate.ruptureVersionId} = ${pinned}`).orderBy(asc(estimate.position)),
  sources: selecting
    .select({ id: source.id, title: source.title, year: source.year })
    .from(source)
    .where(sql`${source.id} in (select source_ids[1] from rupture_version where id = ${pinned})`),
})
