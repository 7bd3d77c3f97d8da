import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { assignment, evaluation } from '#db/schema/evaluation.ts'
import { scoredApplication } from '#db/schema/scored.ts'

/** The columns a queue is ordered and counted by. */
export const queued = {
  id: assignment.id, roundId: assignment.roundId, number: scoredApplication.number, version: evaluation.version, submittedAt: evaluation.submittedAt, reopenedAt: evaluation.reopenedAt, abstainedAt: assignment.abstainedAt,
}

/** What a person was given to score and may read now: nothing before their round opened, nothing they have a link to, nothing that was withdrawn. */
export function readQueue(read: Reader, personId: string, roundId: string | null = null) {
  return read
    .select({ ...queued, solution: scoredApplication.solution, organisationName: scoredApplication.organisationName })
    .from(assignment)
    .innerJoin(evaluation, eq(evaluation.id, assignment.id))
    .innerJoin(scoredApplication, and(eq(scoredApplication.roundId, assignment.roundId), eq(scoredApplication.applicationId, assignment.applicationId)))
    .where(and(eq(assignment.personId, personId), isNull(assignment.withdrawnAt), roundId === null ? undefined : eq(assignment.roundId, roundId)))
}

/** Characters there are to read of an application. */
export const characters = sql<number>`(length(concat(${scoredApplication.solution}, ${scoredApplication.pitch}, ${scoredApplication.summary}, ${scoredApplication.evidence}, ${scoredApplication.regulatoryNote},
  ${scoredApplication.team}, ${scoredApplication.needs}, ${scoredApplication.inKind})) + length(${scoredApplication.primaryClaim}::text) + length(${scoredApplication.answers}::text))::int`
