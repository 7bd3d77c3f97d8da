import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { deliberationItem, deliberationPresence, deliberationScore } from '#db/schema/deliberation.ts'
import { type DeliberationStep, deliberationSteps, lacksQuorum, nextStep, notes as notesField } from '#lib/domain/deliberation.ts'
import { command } from '#lib/server/command.ts'
import { deliberationTurn, isRunning, leads, loadDeliberation, loadItem, takeDeliberationTurn } from '#lib/server/deliberation/load-deliberation.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Opens the meeting at its first application. Refused as `closed` once it runs. */
export const startDeliberation = command({
  name: 'deliberation.start',
  input: z.object(deliberationTurn),
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: leads,
  when: ({ deliberation: { state } }) => state === 'planned',
  run: async ({ tx, subject, now, note }, { deliberationId, version }) => {
    const [first] = await tx.execute<{ id: string }>(sql`select portal.next_item(${deliberationId}::uuid, -1) as id`)
    await takeDeliberationTurn(tx, deliberationId, version, { state: 'running', startedAt: now, currentApplicationId: first?.id ?? null })
    note({ subject: subject.round.id })
    return {}
  },
})

/**
 * Takes the meeting to another application: the one named, or the next on the agenda. A leader whom a link keeps from the
 * current one moves it on all the same. Refused with `conflict` for `deliberation-moved`, or `last-item` after the last.
 */
export const moveDeliberation = command({
  name: 'deliberation.move',
  input: z.object({ ...deliberationTurn, applicationId: z.union([z.literal('').transform(() => null), z.uuid()]).nullish() }),
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: leads,
  when: isRunning,
  run: async ({ tx, subject, note }, { deliberationId, version, applicationId }) => {
    const to = applicationId == null ? await nextOf(tx, deliberationId, subject.deliberation.currentApplicationId) : (await loadItem(tx, deliberationId, applicationId)).applicationId
    await takeDeliberationTurn(tx, deliberationId, version, { currentApplicationId: to })
    note({ subject: subject.round.id, detail: { application: to } })
    return {}
  },
})

async function nextOf(tx: Transaction, deliberationId: string, current: string | null): Promise<string> {
  const [next] = await tx.execute<{ id: string | null }>(sql`select portal.item_after(${deliberationId}::uuid, ${current}::uuid) as id`)
  if (!next?.id) throw new Refusal('conflict', { reason: 'last-item' })
  return next.id
}

/** How many scores of each kind an application has, of whoever may still count, whether they are shown yet or not. */
async function countScores(read: Reader, deliberationId: string, applicationId: string) {
  const [counted] = await read.execute<{ private: number; final: number }>(sql`select * from portal.count_jury_scores(${deliberationId}::uuid, ${applicationId}::uuid)`)
  return counted ?? { private: 0, final: 0 }
}

/**
 * Takes the current application one step on: private scores, reveal, final scores, settled. Reveal and settlement want as
 * many scores as the quorum: refused with `conflict` for `no-quorum` otherwise. Settled, it keeps the mean of final scores.
 */
export const stepDeliberation = command({
  name: 'deliberation.step',
  input: z.object({ ...deliberationTurn, step: z.enum(deliberationSteps) }),
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: leads,
  when: isRunning,
  run: async ({ tx, subject, now, note }, { deliberationId, version, step }) => {
    const { deliberation: its, round: of } = subject
    if (its.currentApplicationId === null) throw new Refusal('not-found')
    const item = await loadItem(tx, deliberationId, its.currentApplicationId)
    if (nextStep(item.step) !== step) throw new Refusal('conflict', { reason: 'deliberation-moved', current: { version: its.version } })
    const counts = await countScores(tx, deliberationId, item.applicationId)
    if (lacksQuorum(step, counts, of.quorum)) throw new Refusal('conflict', { reason: 'no-quorum', current: { ...counts, quorum: of.quorum } })
    await takeDeliberationTurn(tx, deliberationId, version)
    await tx.update(deliberationItem).set({ step, ...instantOf(step, now) }).where(and(eq(deliberationItem.deliberationId, deliberationId), eq(deliberationItem.applicationId, item.applicationId)))
    if (step === 'settled') await settle(tx, deliberationId, item.applicationId)
    note({ subject: of.id, detail: { application: item.applicationId, step } })
    return { step }
  },
})

function instantOf(step: DeliberationStep, now: Date) {
  return step === 'revealed' ? { revealedAt: now } : step === 'settled' ? { settledAt: now } : {}
}

/** The mean of the final scores that are now shown. */
async function settle(tx: Transaction, deliberationId: string, applicationId: string): Promise<void> {
  const of = and(eq(deliberationScore.deliberationId, deliberationId), eq(deliberationScore.applicationId, applicationId), eq(deliberationScore.kind, 'final'), sql`not portal.is_conflicted(${deliberationScore.personId}, ${deliberationScore.applicationId})`)
  const [mean] = await tx.select({ mean: sql<number>`avg(${deliberationScore.score})::float8` }).from(deliberationScore).where(of)
  await tx.update(deliberationItem).set({ result: mean?.mean ?? null }).where(and(eq(deliberationItem.deliberationId, deliberationId), eq(deliberationItem.applicationId, applicationId)))
}

/** Keeps what was said of an application, on the version its writer had in view; `conflict` for `notes-changed` with what stands. */
export const noteDeliberation = command({
  name: 'deliberation.note',
  unrecorded: true,
  input: z.object({ deliberationId: z.uuid(), applicationId: z.uuid(), notesVersion: z.coerce.number().int().min(0), notes: notesField }),
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: leads,
  when: isRunning,
  run: async ({ tx }, { deliberationId, applicationId, notesVersion, notes }) => {
    const [kept] = await tx
      .update(deliberationItem)
      .set({ notes: notes || null, notesVersion: sql`${deliberationItem.notesVersion} + 1` })
      .where(and(eq(deliberationItem.deliberationId, deliberationId), eq(deliberationItem.applicationId, applicationId), eq(deliberationItem.notesVersion, notesVersion)))
      .returning({ notesVersion: deliberationItem.notesVersion })
    if (kept) return kept
    const item = await loadItem(tx, deliberationId, applicationId)
    throw new Refusal('conflict', { reason: 'notes-changed', current: { version: item.notesVersion, notes: item.notes } })
  },
})

/** Ends the meeting: everybody leaves, nothing of it changes any more. */
export const endDeliberation = command({
  name: 'deliberation.end',
  input: z.object({ ...deliberationTurn, confirmed: z.literal('yes') }),
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: leads,
  when: isRunning,
  run: async ({ tx, subject, now, note }, { deliberationId, version }) => {
    await takeDeliberationTurn(tx, deliberationId, version, { state: 'ended', endedAt: now, currentApplicationId: null })
    await tx.update(deliberationPresence).set({ leftAt: now }).where(and(eq(deliberationPresence.deliberationId, deliberationId), isNull(deliberationPresence.leftAt)))
    note({ subject: subject.round.id })
    return {}
  },
})
