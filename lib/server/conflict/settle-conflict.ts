import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { conflict } from '#db/schema/conflict.ts'
import { roundApplication, scorer } from '#db/schema/round.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { liftMotive, pinnedLink } from '#lib/domain/conflict.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { detectLinks } from '#lib/server/round/ask-scorers.ts'
import { askedRound, during, loadRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/**
 * Says that a person of the round has a link to one of its applications, or that the one the portal found is real: it
 * walls them off from the next request on. Refused with `conflict` for `conflict_standing` when the same stands already.
 */
export const pinConflict = command({
  name: 'conflict.pin',
  input: askedRound.extend(pinnedLink.shape),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  run: async ({ tx, actor, subject, note }, { applicationId, personId, reason, note: said }) => {
    const [judged] = await tx.select({ id: roundApplication.applicationId }).from(roundApplication).where(and(eq(roundApplication.roundId, subject.id), eq(roundApplication.applicationId, applicationId)))
    const [seated] = await tx.select({ id: scorer.id }).from(scorer).where(and(eq(scorer.roundId, subject.id), eq(scorer.personId, personId)))
    if (!judged || !seated) throw new Refusal('not-found')
    await tx.insert(conflict).values({ callId: subject.callId, applicationId, personId, origin: 'pinned', reason, note: said, madeBy: (actor as Person).id })
    note({ subject: applicationId, detail: { personId, reason } })
    return { roundId: subject.id }
  },
})

/** A link that stands, as the wall shows it to a manager; `not-found` otherwise. */
async function loadStanding(read: Reader, conflictId: string) {
  const [found] = await read.select().from(conflict).where(and(eq(conflict.id, conflictId), isNull(conflict.liftedAt)))
  if (!found) throw new Refusal('not-found')
  return found
}

/**
 * Lifts a link, with a motive: what was said stays in the history, and the portal does not find it again. Nobody lifts
 * one of their own: it is not there for them. Another link between the same two goes on walling off.
 */
export const liftConflict = command({
  name: 'conflict.lift',
  input: z.object({ conflictId: z.uuid(), motive: liftMotive }),
  subject: (read, { conflictId }) => loadStanding(read, conflictId),
  may: (actor, { personId }) => manager(actor) && actor?.id !== personId,
  run: async ({ tx, actor, subject, now, note }, { conflictId, motive }) => {
    const lifted = await tx.update(conflict).set({ liftedBy: (actor as Person).id, liftedAt: now, liftMotive: motive }).where(and(eq(conflict.id, conflictId), isNull(conflict.liftedAt))).returning({ id: conflict.id })
    if (lifted.length === 0) throw new Refusal('conflict', { reason: 'settled' })
    note({ subject: subject.applicationId, detail: { conflictId, personId: subject.personId, reason: subject.reason } })
  },
})

/** Looks for links once more, as opening does by itself: after an organisation said whom it belongs to, for one. How many are new. */
export const detectConflicts = command({
  name: 'conflict.detect',
  input: askedRound,
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('declaring', 'scoring'),
  run: async ({ tx, subject, note }) => {
    const found = await detectLinks(tx, subject.id)
    note({ subject: subject.id, detail: { found } })
    return { found }
  },
})
