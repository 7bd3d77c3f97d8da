import { and, eq, getViewSelectedFields } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { assignment, evaluation } from '#db/schema/evaluation.ts'
import { round, scorer } from '#db/schema/round.ts'
import { scoredApplication } from '#db/schema/scored.ts'
import type { Actor } from '#lib/domain/access.ts'
import { stateOf } from '#lib/domain/evaluation.ts'
import { isPutTo } from '#lib/domain/round.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { readRoundCriteria } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const nobody = '00000000-0000-0000-0000-000000000000'

/** An identifier in an address: anything that cannot be one names nothing. */
export const askedEvaluation = z.object({ evaluationId: z.uuid().catch(nobody) })

/**
 * A person's own evaluation with its assignment, round, call and what they may read of the application: nothing before
 * they declared their links. Throws `not-found` where the wall shows none, or the application was withdrawn.
 */
export async function loadEvaluation(read: Reader, evaluationId: string, actor: Actor) {
  const [found] = await read
    .select({ evaluation, assignment, round, scorer, call: { slug: call.slug, title: call.title, demonstration: call.demonstration }, judged: getViewSelectedFields(scoredApplication) })
    .from(evaluation)
    .innerJoin(assignment, eq(assignment.id, evaluation.id))
    .innerJoin(round, eq(round.id, evaluation.roundId))
    .innerJoin(call, eq(call.id, round.callId))
    .innerJoin(scorer, and(eq(scorer.roundId, evaluation.roundId), eq(scorer.personId, evaluation.personId)))
    .leftJoin(scoredApplication, and(eq(scoredApplication.roundId, evaluation.roundId), eq(scoredApplication.applicationId, evaluation.applicationId)))
    .where(and(eq(evaluation.id, evaluationId), eq(evaluation.personId, actor?.id ?? nobody)))
  if (!found || (found.judged === null && found.scorer.declaredAt !== null)) throw new Refusal('not-found')
  return { ...found, state: stateOf({ ...found.evaluation, abstainedAt: found.assignment.abstainedAt }) }
}
export type LoadedEvaluation = Awaited<ReturnType<typeof loadEvaluation>>

/** The criteria put to a scorer, in the order of the grid. */
export async function readCriteria(read: Reader, roundId: string, voice: { livedExperience: boolean; clinical: boolean }) {
  const rows = await readRoundCriteria(read, roundId)
  return rows.filter(({ putTo }) => isPutTo(putTo, voice))
}
export type ShownCriterion = Awaited<ReturnType<typeof readCriteria>>[number]

/** True while its author may write it. */
export function isWritable({ evaluation: its, assignment: given, round: of, scorer: by }: Pick<LoadedEvaluation, 'evaluation' | 'assignment' | 'round' | 'scorer'>): boolean {
  return of.openedAt !== null && of.closedAt === null && by.declaredAt !== null && its.submittedAt === null && given.abstainedAt === null
}
