import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { deliberation, deliberationItem } from '#db/schema/deliberation.ts'
import { manager } from '#lib/domain/access.ts'
import { comingsAndGoings, orderAgenda } from '#lib/domain/agenda.ts'
import { readJudged } from '#lib/server/assignment/load-assignments.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, loadRound, readScorers, type RoundRow } from '#lib/server/round/load-round.ts'

/** The applications of a round, each with the jurors a link keeps from it. */
async function readAgenda(read: Reader, its: RoundRow) {
  const judged = await readJudged(read, its.id)
  const jurors = new Set((await readScorers(read, its.id)).map(({ personId }) => personId))
  const links = await read.execute<{ applicationId: string; personId: string }>(sql`select distinct application_id as "applicationId", person_id as "personId" from conflict where call_id = ${its.callId} and lifted_at is null`)
  const recused = Map.groupBy(links.filter(({ personId }) => jurors.has(personId)), ({ applicationId }) => applicationId)
  return judged.map(({ id }) => ({ id, recused: (recused.get(id) ?? []).map(({ personId }) => personId) }))
}

/**
 * Plans a jury's meeting, or plans it anew before it starts: its applications in the order for which recused members walk
 * out and back least. Refused with `conflict` for `not-a-jury`, `nothing-to-discuss` or `walled-off`: whoever does not see
 * every application does not plan them.
 */
export const planDeliberation = command({
  name: 'deliberation.plan',
  input: askedRound,
  subject: async (read, { roundId }) => {
    const its = await loadRound(read, roundId)
    const [planned] = await read.select({ id: deliberation.id, state: deliberation.state }).from(deliberation).where(eq(deliberation.roundId, roundId))
    return { round: its, planned: planned ?? null }
  },
  may: manager,
  when: ({ round: { openedAt, closedAt }, planned }) => openedAt !== null && closedAt === null && (planned === null || planned.state === 'planned'),
  run: async ({ tx, actor, subject: { round: its, planned }, note }) => {
    if (its.kind !== 'jury') throw new Refusal('conflict', { reason: 'not-a-jury' })
    await requireNothingHidden(tx, its.callId)
    const agenda = orderAgenda(await readAgenda(tx, its))
    if (agenda.length === 0) throw new Refusal('conflict', { reason: 'nothing-to-discuss' })
    const id = planned?.id ?? (await tx.insert(deliberation).values({ roundId: its.id, createdBy: actor?.id ?? null }).returning({ id: deliberation.id }))[0]?.id
    if (id === undefined) throw new Error('A meeting was not made.')
    await tx.delete(deliberationItem).where(eq(deliberationItem.deliberationId, id))
    await tx.insert(deliberationItem).values(agenda.map((item, position) => ({ deliberationId: id, roundId: its.id, applicationId: item.id, position })))
    note({ subject: its.id, detail: { deliberation: id, applications: agenda.length } })
    return { deliberationId: id, walks: comingsAndGoings(agenda) }
  },
})

/** Refuses as `conflict` for `walled-off` a manager from whom a link hides a file of the call. */
async function requireNothingHidden(tx: Reader, callId: string): Promise<void> {
  const [hidden] = await tx.execute<{ count: number }>(sql`select portal.walled_off_files(${callId}::uuid) as count`)
  if ((hidden?.count ?? 0) > 0) throw new Refusal('conflict', { reason: 'walled-off' })
}
