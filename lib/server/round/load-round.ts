import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { round, roundCriterion, scorer } from '#db/schema/round.ts'
import { phaseOf, type RoundPhase, rulesMayChange } from '#lib/domain/round.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const unknownId = '00000000-0000-0000-0000-000000000000'

/** The round of an address: anything that cannot be an identifier names nothing. */
export const askedRound = z.object({ roundId: z.uuid().catch(unknownId) })

/** Which round a change is for, and the version of its settings the manager had in view. */
export const roundTurn = { ...askedRound.shape, version: z.coerce.number().int().min(0).max(2_147_483_647) }

/** A round with its call, as the wall shows it; `not-found` otherwise. One statement. */
export async function loadRound(read: Reader, roundId: string) {
  const [found] = await read
    .select({ ...getTableColumns(round), call: { id: call.id, slug: call.slug, title: call.title, closesAt: call.closesAt, publishedAt: call.publishedAt, demonstration: call.demonstration } })
    .from(round)
    .innerJoin(call, eq(call.id, round.callId))
    .where(eq(round.id, roundId))
  if (!found) throw new Refusal('not-found')
  return found
}
export type RoundRow = Awaited<ReturnType<typeof loadRound>>

/** What every page of a round says at its head: which one, of which call, where it stands. */
export function roundHead({ id, kind, name, declaringAt, openedAt, closedAt, declareBy, dueAt, version, call: { slug, title, demonstration } }: RoundRow) {
  return { id, kind, name, version, declareBy, dueAt, phase: phaseOf({ declaringAt, openedAt, closedAt }), call: { slug, title, demonstration } }
}
export type RoundHead = ReturnType<typeof roundHead>

/** The grid of a round, in order. */
export function readRoundCriteria(read: Reader, roundId: string) {
  const { roundId: _round, position: _position, ...columns } = getTableColumns(roundCriterion)
  return read.select(columns).from(roundCriterion).where(eq(roundCriterion.roundId, roundId)).orderBy(asc(roundCriterion.position))
}

/** Whoever scores in a round now, as its managers see them, by name. */
export function readScorers(read: Reader, roundId: string) {
  return read.select().from(scorer).where(and(eq(scorer.roundId, roundId), isNull(scorer.removedAt))).orderBy(asc(scorer.name), asc(scorer.id))
}

/** Only in these phases: otherwise refused as `closed`. */
export function during(...phases: RoundPhase[]) {
  return (its: RoundRow) => phases.includes(phaseOf(its))
}

/** Until scoring opens. */
export function beforeScoring(its: RoundRow): boolean {
  return rulesMayChange(its)
}

type Changes = Partial<typeof round.$inferInsert>

/**
 * Takes the manager's turn: changes the round and raises its version if it still is the one they had in view. Throws
 * `conflict` for `round-changed` with the version that stands, so that nobody overwrites what they have not seen.
 */
export async function takeRoundTurn(tx: Transaction, { id }: RoundRow, version: number, changes: Changes = {}): Promise<void> {
  const [taken] = await tx.update(round).set({ ...changes, version: sql`${round.version} + 1` }).where(and(eq(round.id, id), eq(round.version, version))).returning({ version: round.version })
  if (taken) return
  const [now] = await tx.select({ version: round.version }).from(round).where(eq(round.id, id))
  throw new Refusal('conflict', { reason: 'round-changed', current: { version: now?.version } })
}
