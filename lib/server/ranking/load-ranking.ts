import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { readRankingFacts } from '#db/read/ranking.ts'
import { challenge } from '#db/schema/call.ts'
import { ranking } from '#db/schema/evaluation.ts'
import { organisation } from '#db/schema/organisation.ts'
import { currentRupture, rupture, ruptureVersion, stage } from '#db/schema/rupture.ts'
import { round, scorer } from '#db/schema/round.ts'
import { type Actor, type Person } from '#lib/domain/access.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { loadRound, type RoundRow } from '#lib/server/round/load-round.ts'

/** A round for a manager who does not score in it; to others it is `not-found`. */
export async function loadRankedRound(read: Reader, roundId: string, actor: Actor): Promise<RoundRow> {
  const its = await loadRound(read, roundId)
  const own = await read.$count(scorer, and(eq(scorer.roundId, roundId), eq(scorer.personId, (actor as Person | null)?.id ?? roundId)))
  if (own > 0) throw new Refusal('not-found')
  return its
}

/** How many applications of a round a link of interest hides from who asks. */
export async function readWalledOff(read: Reader, roundId: string): Promise<number> {
  const [hidden] = await read.execute<{ count: number }>(sql`select portal.walled_off_judged(${roundId}::uuid) as count`)
  return hidden?.count ?? 0
}

/** The facts of a ranking; refused with `conflict` for `walled-off`, as a ranking with a hole in it would be wrong. */
export async function loadFacts(read: Reader, its: RoundRow) {
  if ((await readWalledOff(read, its.id)) > 0) throw new Refusal('conflict', { reason: 'walled-off' })
  return readRankingFacts(read, its)
}

/** Names of what a ranking speaks of: organisations of scorers, ruptures, stages and challenges of the call, in their order. */
export async function readRankingNames(read: Reader, { id, callId }: RoundRow) {
  const ofRound = read.select({ id: scorer.organisationId }).from(scorer).where(eq(scorer.roundId, id))
  const [scorers, organisations, ruptures, stages, challenges] = await Promise.all([
    read.select({ id: scorer.id, name: scorer.name, organisationId: scorer.organisationId }).from(scorer).where(eq(scorer.roundId, id)),
    read.select({ id: organisation.id, name: organisation.name }).from(organisation).where(inArray(organisation.id, ofRound)),
    read
      .select({ slug: rupture.slug, title: ruptureVersion.title })
      .from(currentRupture)
      .innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .orderBy(asc(rupture.slug)),
    read.select({ slug: stage.slug, title: stage.title }).from(stage),
    read.select({ slug: challenge.slug, title: challenge.title }).from(challenge).where(eq(challenge.callId, callId)).orderBy(asc(challenge.position)),
  ])
  return { scorers, organisations, ruptures, stages, challenges }
}
export type RankingNames = Awaited<ReturnType<typeof readRankingNames>>

/** What was frozen of a round, newest first, without the texts. */
export function readFrozen(read: Reader, roundId: string) {
  return read
    .select({ id: ranking.id, usedFor: ranking.usedFor, algorithm: ranking.algorithm, sha256: ranking.sha256, complete: ranking.complete, madeAt: ranking.madeAt })
    .from(ranking)
    .where(eq(ranking.roundId, roundId))
    .orderBy(desc(ranking.madeAt), desc(ranking.id))
    .limit(50)
}

/** Juries of the same call that come after a round and are not over: where its first may go. */
export function readNextJuries(read: Reader, { callId, position }: RoundRow) {
  return read
    .select({ id: round.id, name: round.name })
    .from(round)
    .where(and(eq(round.callId, callId), eq(round.kind, 'jury'), gt(round.position, position), isNull(round.closedAt)))
    .orderBy(asc(round.position))
}
