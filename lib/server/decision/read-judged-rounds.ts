import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { round, roundCriterion } from '#db/schema/round.ts'
import type { Scores } from '#lib/domain/evaluation.ts'
import type { JudgedRound } from '#lib/domain/feedback.ts'

/** The rounds of a call with the evaluations that count, for a manager; three statements. */
export async function readJudgedRounds(read: Reader, callId: string): Promise<JudgedRound[]> {
  const rounds = await read.select({ id: round.id, name: round.name }).from(round).where(eq(round.callId, callId)).orderBy(asc(round.position))
  if (rounds.length === 0) return []
  const ids = rounds.map(({ id }) => id)
  const criteria = await read.select({ id: roundCriterion.id, roundId: roundCriterion.roundId, name: roundCriterion.name }).from(roundCriterion).where(inArray(roundCriterion.roundId, ids)).orderBy(asc(roundCriterion.position))
  const evaluations = await read.execute<{ roundId: string; applicationId: string; scores: Scores; commentToApplicant: string | null }>(sql`
    select e.round_id as "roundId", e.application_id as "applicationId", e.scores, e.comment_to_applicant as "commentToApplicant"
    from counted_evaluation e join round r on r.id = e.round_id where r.call_id = ${callId}::uuid`)
  return rounds.map(({ id, name }) => ({ name, criteria: criteria.filter(({ roundId }) => roundId === id), evaluations: evaluations.filter(({ roundId }) => roundId === id) }))
}
