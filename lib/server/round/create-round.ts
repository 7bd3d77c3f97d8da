import { and, desc, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { readCriteria } from '#db/read/call-form.ts'
import { round, roundCriterion } from '#db/schema/round.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { roundLimits } from '#lib/domain/round.ts'
import { newRound, wholeWeights } from '#lib/domain/round-settings.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { askedCall } from '#lib/server/screening/vocabulary.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { beforeScoring, loadRound, readRoundCriteria, roundTurn, takeRoundTurn } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const usual = {
  evaluationsPerApplication: roundLimits.evaluationsPerApplication.usual,
  applicationsPerScorer: roundLimits.applicationsPerScorer.usual,
  quorum: roundLimits.quorum.usual,
  places: roundLimits.places.usual,
}

/** Another round of the same call, whose rules and grid are taken over. Throws `invalid` at `from`. */
async function loadModel(read: Reader, callId: string, id: string) {
  const [found] = await read.select().from(round).where(and(eq(round.id, id), eq(round.callId, callId)))
  if (!found) throw new Refusal('invalid', { faults: [{ path: 'from', code: 'invalid_value' }] })
  const { guidance, evaluationsPerApplication, applicationsPerScorer, applicantNames, scorerNames, shownAfterOwn, aggregate, notApplicable, tieRule, quorum, places } = found
  return { guidance, evaluationsPerApplication, applicationsPerScorer, applicantNames, scorerNames, shownAfterOwn, aggregate, notApplicable, tieRule, quorum, places }
}

/** The grid a round starts from: another round's, or the call's with its weights made whole. */
async function gridOf(tx: Transaction, callId: string, from: string | null) {
  if (from !== null) return (await readRoundCriteria(tx, from)).map(({ id: _id, ...criterion }) => criterion)
  const criteria = await readCriteria(tx, callId)
  const weights = wholeWeights(criteria.map(({ weight }) => weight))
  return criteria.map(({ slug, name, anchors, guidance }, index) => ({ slug, name, anchors, guidance, weight: weights[index] as number, mayBeNotApplicable: false, putTo: 'everyone' as const }))
}

/** Adds a round to a call, after those it has: its grid and rules come from another round, or the grid from the call. */
export const createRound = command({
  name: 'round.create',
  input: newRound.extend(askedCall.shape),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, note }, { kind, name, from }) => {
    const callId = subject.id
    const model = from === null ? usual : await loadModel(tx, callId, from)
    const [last] = await tx.select({ position: round.position }).from(round).where(eq(round.callId, callId)).orderBy(desc(round.position)).limit(1)
    const [made] = await tx.insert(round).values({ callId, position: (last?.position ?? 0) + 1, kind, name, ...model, createdBy: (actor as Person).id }).returning({ id: round.id })
    const id = (made as { id: string }).id
    const grid = await gridOf(tx, callId, from)
    if (grid.length > 0) await tx.insert(roundCriterion).values(grid.map((criterion, position) => Object.assign(criterion, { roundId: id, position })))
    note({ subject: id, detail: { callId, kind, from } })
    return { id }
  },
})

/** Does away with a round in which nobody was asked for their links yet. Later it stays: `closed`. */
export const discardRound = command({
  name: 'round.discard',
  input: z.object({ ...roundTurn, confirmed: z.literal('yes') }),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: (its) => beforeScoring(its) && its.declaringAt === null,
  run: async ({ tx, subject, note }, { version }) => {
    await takeRoundTurn(tx, subject, version)
    await tx.delete(round).where(eq(round.id, subject.id))
    note({ subject: subject.id, detail: { callId: subject.callId } })
    return { slug: subject.call.slug }
  },
})
