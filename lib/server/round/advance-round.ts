import { and, eq, lt, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { round, roundApplication } from '#db/schema/round.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { declaringNeeds, type RoundNeed, scoringNeeds } from '#lib/domain/round-settings.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askToDeclare, detectLinks, tellScoringOpen } from '#lib/server/round/ask-scorers.ts'
import { during, loadRound, readRoundCriteria, readScorers, type RoundRow, roundTurn, takeRoundTurn } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const confirmed = z.object({ ...roundTurn, confirmed: z.literal('yes') })

/** Whether a round takes all that is eligible when it opens: a committee, and a jury no round comes before. Otherwise it is a shortlist. */
export async function takesAll(read: Reader, { kind, callId, position }: Pick<RoundRow, 'kind' | 'callId' | 'position'>): Promise<boolean> {
  return kind === 'committee' || (await read.$count(round, and(eq(round.callId, callId), lt(round.position, position)))) === 0
}

const judged = (read: Reader, roundId: string) => read.$count(roundApplication, eq(roundApplication.roundId, roundId))

function requireNone(needs: readonly RoundNeed[]): void {
  if (needs.length > 0) throw new Refusal('invalid', { reason: 'round-not-ready', faults: needs.map(({ code }) => ({ path: 'round', code })) })
}

/**
 * Asks the scorers of a round for their links of interest, on names alone: puts all eligible applications before a
 * committee, finds links by itself, writes to each scorer. Refused as `invalid` for `round-not-ready` without scorers or
 * applications; a jury's shortlist comes from `round.add-applications`.
 */
export const openDeclarations = command({
  name: 'round.open-declarations',
  input: z.object(roundTurn),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('preparing'),
  run: async ({ tx, actor, subject, now, note }, { version }) => {
    await takeRoundTurn(tx, subject, version, { declaringAt: now })
    if (await takesAll(tx, subject)) await tx.execute(sql`select portal.add_eligible_applications(${subject.id}::uuid)`)
    requireNone(declaringNeeds({ scorers: await readScorers(tx, subject.id), applications: await judged(tx, subject.id) }))
    const found = await detectLinks(tx, subject.id)
    const told = await askToDeclare(tx, subject, (actor as Person).id)
    note({ subject: subject.id, detail: { found } })
    return { found, told }
  },
})

async function requireScorable(tx: Transaction, subject: RoundRow, now: Date): Promise<void> {
  const [criteria, scorers, applications] = [await readRoundCriteria(tx, subject.id), await readScorers(tx, subject.id), await judged(tx, subject.id)]
  requireNone(scoringNeeds({ criteria, dueAt: subject.dueAt, scorers, applications }, now))
}

/**
 * Opens scoring: from here on the rules and the grid are locked. Looks for links once more and writes to each scorer.
 * Refused as `invalid` for `round-not-ready`, naming what is missing.
 */
export const openScoring = command({
  name: 'round.open-scoring',
  input: confirmed,
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('declaring'),
  run: async ({ tx, actor, subject, now, note }, { version }) => {
    await takeRoundTurn(tx, subject, version)
    await requireScorable(tx, subject, now)
    const found = await detectLinks(tx, subject.id)
    await tx.update(round).set({ openedAt: now }).where(eq(round.id, subject.id))
    const told = await tellScoringOpen(tx, subject, (actor as Person).id)
    note({ subject: subject.id, detail: { found } })
    return { found, told }
  },
})

/** Closes a round for good: nothing more is scored in it. */
export const closeRound = command({
  name: 'round.close',
  input: confirmed,
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('scoring'),
  run: async ({ tx, subject, now, note }, { version }) => {
    await takeRoundTurn(tx, subject, version, { closedAt: now })
    note({ subject: subject.id })
  },
})
