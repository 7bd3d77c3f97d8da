import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { conflict } from '#db/schema/conflict.ts'
import { decision } from '#db/schema/decision.ts'
import { deliberationItem, deliberationPresence, deliberationScore } from '#db/schema/deliberation.ts'
import { organisation } from '#db/schema/organisation.ts'
import { scorer } from '#db/schema/round.ts'
import { manager } from '#lib/domain/access.ts'
import { juryRanking } from '#lib/domain/deliberation.ts'
import { askedDeliberation, loadDeliberation } from '#lib/server/deliberation/load-deliberation.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { readRoundCriteria } from '#lib/server/round/load-round.ts'

function readPoints(read: Reader, deliberationId: string) {
  return read
    .select({
      id: deliberationItem.applicationId, position: deliberationItem.position, notes: deliberationItem.notes, settledAt: deliberationItem.settledAt, result: deliberationItem.result,
      number: application.number, solution: application.solution, organisationName: application.organisationName, outcome: decision.outcome, reserveRank: decision.reserveRank, motive: decision.motive,
    })
    .from(deliberationItem)
    .innerJoin(application, eq(application.id, deliberationItem.applicationId))
    .leftJoin(decision, eq(decision.applicationId, deliberationItem.applicationId))
    .where(eq(deliberationItem.deliberationId, deliberationId))
    .orderBy(asc(deliberationItem.position))
}

/**
 * Everything the minutes of a jury's meeting say: who sat and when, and of each application who stood aside, both scores of
 * each, the mean, what was said, what was decided. Refused with `conflict` for `walled-off` to whoever does not see every
 * application before this meeting, and for `not-started` before there is a meeting. Until it ends, hidden scores are not in it.
 */
export const readMinutes = query({
  name: 'deliberation.minutes',
  input: askedDeliberation,
  may: manager,
  read: async ({ tx, actor, now }, { deliberationId }) => {
    const { deliberation: its, round: of } = await loadDeliberation(tx, deliberationId, actor)
    const [hidden] = await tx.execute<{ count: number }>(sql`select portal.walled_off_items(${deliberationId}::uuid) as count`)
    if ((hidden?.count ?? 0) > 0) throw new Refusal('conflict', { reason: 'walled-off' })
    if (its.startedAt === null) throw new Refusal('conflict', { reason: 'not-started' })
    const [points, seats, presences, scores, links, criteria] = await Promise.all([
      readPoints(tx, deliberationId),
      tx.select({ personId: scorer.personId, name: scorer.name, chair: scorer.chair, removedAt: scorer.removedAt, organisation: organisation.name }).from(scorer).innerJoin(organisation, eq(organisation.id, scorer.organisationId)).where(eq(scorer.roundId, of.id)).orderBy(asc(scorer.name), asc(scorer.id)),
      tx.select({ personId: deliberationPresence.personId, name: deliberationPresence.name, arrivedAt: deliberationPresence.arrivedAt, leftAt: deliberationPresence.leftAt }).from(deliberationPresence).where(eq(deliberationPresence.deliberationId, deliberationId)).orderBy(asc(deliberationPresence.arrivedAt)),
      tx.select({ applicationId: deliberationScore.applicationId, personId: deliberationScore.personId, kind: deliberationScore.kind, score: deliberationScore.score }).from(deliberationScore).where(and(eq(deliberationScore.deliberationId, deliberationId), sql`not portal.is_conflicted(${deliberationScore.personId}, ${deliberationScore.applicationId})`)),
      tx.selectDistinctOn([conflict.applicationId, conflict.personId], { applicationId: conflict.applicationId, personId: conflict.personId, madeAt: conflict.madeAt }).from(conflict).where(and(eq(conflict.callId, of.callId), sql`${conflict.liftedAt} is null`)).orderBy(conflict.applicationId, conflict.personId, asc(conflict.madeAt)),
      readRoundCriteria(tx, of.id),
    ])
    const scored = new Set(scores.map(({ personId }) => personId))
    const jurors = seats.filter(({ personId, removedAt }) => removedAt === null || scored.has(personId) || presences.some((each) => each.personId === personId))
    const settled = points.filter(({ settledAt }) => settledAt !== null)
    return {
      startedAt: its.startedAt, endedAt: its.endedAt, now,
      round: { name: of.name, quorum: of.quorum, tieRule: of.tieRule, criteria: criteria.map(({ slug, name }) => ({ slug, name })) },
      call: of.call,
      jurors: jurors.map(({ personId, name, chair, organisation: home }) => ({ personId, name, chair, organisation: home, stays: presences.filter((each) => each.personId === personId).map(({ arrivedAt, leftAt }) => ({ arrivedAt, leftAt })) })),
      points: points.map((point) => {
        const { id, settledAt } = point
        const aside = links.filter(({ applicationId, personId }) => applicationId === id && jurors.some((juror) => juror.personId === personId))
        const isLate = ({ madeAt }: { madeAt: Date }) => settledAt !== null && madeAt > settledAt
        return Object.assign(point, {
          isSettled: settledAt !== null,
          recused: aside.filter((link) => !isLate(link)).map(({ personId }) => personId),
          /** Who declared a link once the scores were settled: theirs counts no more. */
          recusedLate: aside.filter(isLate).map(({ personId }) => personId),
          scores: scores.filter(({ applicationId }) => applicationId === id).map(({ personId, kind, score }) => ({ personId, kind, score })),
        })
      }),
      places: juryRanking(settled.map(({ id }) => ({ id, finals: scores.filter(({ applicationId, kind }) => applicationId === id && kind === 'final').map(({ score }) => score) })), of.tieRule),
    }
  },
})
export type Minutes = Awaited<ReturnType<typeof readMinutes>>
