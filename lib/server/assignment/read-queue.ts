import { sql } from 'drizzle-orm'
import { assignment, evaluation } from '#db/schema/evaluation.ts'
import { scoredApplication } from '#db/schema/scored.ts'

/** The columns a queue is ordered and counted by. Applications are read through the view: nothing before their round opened, nothing one has a link to, nothing that was withdrawn. */
export const queued = {
  id: assignment.id, roundId: assignment.roundId, number: scoredApplication.number, version: evaluation.version, submittedAt: evaluation.submittedAt, reopenedAt: evaluation.reopenedAt, abstainedAt: assignment.abstainedAt,
}

/** Characters there are to read of an application. */
export const characters = sql<number>`(length(concat(${scoredApplication.solution}, ${scoredApplication.pitch}, ${scoredApplication.summary}, ${scoredApplication.evidence}, ${scoredApplication.regulatoryNote},
  ${scoredApplication.team}, ${scoredApplication.needs}, ${scoredApplication.inKind})) + length(${scoredApplication.primaryClaim}::text) + length(${scoredApplication.answers}::text))::int`
