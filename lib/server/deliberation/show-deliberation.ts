import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { deliberation, deliberationItem, deliberationPresence, deliberationScore } from '#db/schema/deliberation.ts'
import { manager, type Person, signedIn } from '#lib/domain/access.ts'
import { juryRanking, scoreKindOf } from '#lib/domain/deliberation.ts'
import { askedDeliberation, leads, loadDeliberation } from '#lib/server/deliberation/load-deliberation.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, roundHead } from '#lib/server/round/load-round.ts'

/** The agenda as the wall shows it to the actor: what a link hides is not there. Names come through the views for jurors, from the rows for managers. */
function readItems(read: Reader, deliberationId: string) {
  const name = (column: string) => sql.raw(`coalesce((select a.${column} from application a where a.id = deliberation_item.application_id), (select v.${column} from scored_application v where v.application_id = deliberation_item.application_id and v.round_id = deliberation_item.round_id))`)
  return read
    .select({
      applicationId: deliberationItem.applicationId, position: deliberationItem.position, step: deliberationItem.step, notes: deliberationItem.notes, notesVersion: deliberationItem.notesVersion, result: deliberationItem.result,
      revealedAt: deliberationItem.revealedAt, settledAt: deliberationItem.settledAt,
      number: sql<string>`${name('number')}`, solution: sql<string | null>`${name('solution')}`, pitch: sql<string | null>`${name('pitch')}`, organisation: sql<string | null>`${name('organisation_name')}`,
    })
    .from(deliberationItem)
    .where(eq(deliberationItem.deliberationId, deliberationId))
    .orderBy(asc(deliberationItem.position))
}

/**
 * The meeting as the actor may follow it: who is present, what is discussed, who must leave for it, one's own scores, and
 * everybody's once revealed. Under a link of interest one learns that a point is discussed, not which. Seven statements.
 */
export const showDeliberation = query({
  name: 'deliberation.show',
  input: askedDeliberation,
  may: signedIn,
  read: async ({ tx, actor, now }, { deliberationId }) => {
    const loaded = await loadDeliberation(tx, deliberationId, actor)
    const { deliberation: its, round: of, seat } = loaded
    const isManager = manager(actor)
    if (seat === null && !isManager) throw new Refusal('not-found')
    const me = (actor as Person).id
    const [items, present, jurors, scores] = await Promise.all([
      readItems(tx, deliberationId),
      tx.select({ personId: deliberationPresence.personId, name: deliberationPresence.name, arrivedAt: deliberationPresence.arrivedAt }).from(deliberationPresence).where(and(eq(deliberationPresence.deliberationId, deliberationId), isNull(deliberationPresence.leftAt))).orderBy(asc(deliberationPresence.name)),
      tx.execute<{ personId: string; name: string; chair: boolean }>(sql`select person_id as "personId", name, chair from portal.jurors(${its.roundId}::uuid)`),
      tx.select({ applicationId: deliberationScore.applicationId, personId: deliberationScore.personId, kind: deliberationScore.kind, score: deliberationScore.score }).from(deliberationScore).where(and(eq(deliberationScore.deliberationId, deliberationId), sql`not portal.is_conflicted(${deliberationScore.personId}, ${deliberationScore.applicationId})`)),
    ])
    const current = items.find(({ applicationId }) => applicationId === its.currentApplicationId) ?? null
    const [room] = its.currentApplicationId === null ? [] : await tx.execute<{ recused: string[]; private: number; final: number }>(sql`select portal.recused_jurors(${deliberationId}::uuid) as recused, c.* from portal.count_jury_scores(${deliberationId}::uuid, ${its.currentApplicationId}::uuid) c`)
    const recused = new Set(room?.recused)
    const here = new Set(present.map(({ personId }) => personId))
    const isLeading = leads(actor, loaded)
    const kind = current === null ? null : scoreKindOf(current.step)
    return {
      id: its.id, now, version: its.version, state: its.state, startedAt: its.startedAt, endedAt: its.endedAt,
      head: roundHead(of), quorum: of.quorum, leads: isLeading, manages: isManager, sits: seat !== null,
      jurors: jurors.map(({ personId, name, chair }) => ({ personId, name, chair, isMe: personId === me, isPresent: here.has(personId), mustLeave: recused.has(personId) })),
      agenda: items.map((item) => ({ ...item, scores: scores.filter(({ applicationId }) => applicationId === item.applicationId).map(({ personId, kind: its, score }) => ({ personId, kind: its, score })) })),
      /** Null with something under discussion means: a link keeps the actor from it. */
      current: current?.applicationId ?? null,
      isDiscussing: its.currentApplicationId !== null,
      mustLeave: its.currentApplicationId !== null && current === null,
      given: room ? { private: room.private, final: room.final } : null,
      kind,
      own: scores.find(({ applicationId, personId, kind: its }) => personId === me && applicationId === current?.applicationId && its === kind)?.score ?? null,
      places: juryRanking(items.filter(({ settledAt }) => settledAt !== null).map(({ applicationId }) => ({ id: applicationId, finals: scores.filter((each) => each.applicationId === applicationId && each.kind === 'final').map(({ score }) => score) })), of.tieRule),
    }
  },
})
export type ShownDeliberation = Awaited<ReturnType<typeof showDeliberation>>

/** The meeting of a round, for those who take part; null before it is planned. */
export const findDeliberation = query({
  name: 'deliberation.find',
  input: askedRound,
  may: signedIn,
  read: async ({ tx }, { roundId }) => {
    const [found] = await tx.select({ id: deliberation.id }).from(deliberation).where(eq(deliberation.roundId, roundId))
    return found?.id ?? null
  },
})
