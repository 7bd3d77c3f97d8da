import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { ranking } from '#db/schema/evaluation.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { rankingAlgorithm } from '#lib/domain/frozen-ranking.ts'
import { rankingUses } from '#lib/domain/round.ts'
import { command } from '#lib/server/command.ts'
import type { Caller } from '#lib/server/opening.ts'
import { query } from '#lib/server/query.ts'
import { freezeFacts, replayText } from '#lib/server/ranking/compute-ranking.ts'
import { loadFacts, loadRankedRound } from '#lib/server/ranking/load-ranking.ts'
import { askRanking, rankedOf } from '#lib/server/ranking/show-ranking.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/**
 * Keeps a ranking as it was read, for what it is used for: facts, rules, result and algorithm in one text with its SHA-256.
 * `facts` is the SHA-256 of the facts that were in view; refused with `conflict` for `ranking-changed` when another
 * evaluation came or went since, and for `walled-off`. Computed outside of any transaction.
 */
export const freezeRanking = command({
  name: 'ranking.freeze',
  input: askedRound.extend({ usedFor: z.enum(rankingUses), facts: z.string().max(64) }),
  ahead: async (caller, { roundId }) => {
    const { head, asked } = await askRanking(caller, { roundId })
    if (asked === null) throw new Refusal('conflict', { reason: 'walled-off' })
    const { incomplete } = await rankedOf(head, asked)
    return { sha256: asked.facts.sha256, text: await freezeFacts(asked.facts), complete: incomplete.length === 0 }
  },
  subject: (read, { roundId }, actor) => loadRankedRound(read, roundId, actor),
  may: manager,
  run: async ({ tx, actor, subject, ahead: { sha256, text, complete }, note }, { usedFor, facts }) => {
    const standing = await loadFacts(tx, subject)
    if (standing.sha256 !== facts || standing.sha256 !== sha256) throw new Refusal('conflict', { reason: 'ranking-changed' })
    const digest = createHash('sha256').update(text).digest('hex')
    const [made] = await tx.insert(ranking).values({ roundId: subject.id, usedFor, algorithm: rankingAlgorithm, text, sha256: digest, complete, madeBy: (actor as Person).id }).returning({ id: ranking.id })
    note({ subject: subject.id, detail: { ranking: made?.id, usedFor, sha256: digest } })
    return { id: (made as { id: string }).id, roundId: subject.id, sha256: digest, complete }
  },
})

/** A frozen ranking of a round, with its text. */
export const openRanking = query({
  name: 'ranking.open',
  input: askedRound.extend({ rankingId: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  may: manager,
  read: async ({ tx, actor }, { roundId, rankingId }) => {
    await loadRankedRound(tx, roundId, actor)
    const [found] = await tx.select().from(ranking).where(and(eq(ranking.id, rankingId), eq(ranking.roundId, roundId)))
    if (!found) throw new Refusal('not-found')
    return found
  },
})

/** Computes a frozen ranking again, now and here: whether the same bytes come out, and whether they still are those of its SHA-256. */
export async function replayFrozen(caller: Caller, asked: { roundId: string; rankingId: string }) {
  const { id, text, sha256 } = await openRanking(caller, asked)
  return { id, outcome: (await replayText(text)).outcome, intact: createHash('sha256').update(text).digest('hex') === sha256 }
}
