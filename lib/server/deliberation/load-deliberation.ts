import { and, eq, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { deliberation, deliberationItem } from '#db/schema/deliberation.ts'
import { scorer } from '#db/schema/round.ts'
import { type Actor, manager } from '#lib/domain/access.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { loadRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const unknownId = '00000000-0000-0000-0000-000000000000'
/** The meeting of an address; anything that cannot be an identifier names nothing. */
export const askedDeliberation = z.object({ deliberationId: z.uuid().catch(unknownId) })
/** Which meeting a move is for, and the version its leader had in view. */
export const deliberationTurn = { ...askedDeliberation.shape, version: z.coerce.number().int().min(0).max(2_147_483_647) }

/** A meeting with its round and the actor's seat in it, as the wall shows them; `not-found` otherwise. */
export async function loadDeliberation(read: Reader, deliberationId: string, actor: Actor) {
  const [found] = await read.select().from(deliberation).where(eq(deliberation.id, deliberationId))
  if (!found) throw new Refusal('not-found')
  const its = await loadRound(read, found.roundId)
  const [seat] = actor === null ? [] : await read.select({ name: scorer.name, chair: scorer.chair, removedAt: scorer.removedAt }).from(scorer).where(and(eq(scorer.roundId, found.roundId), eq(scorer.personId, actor.id)))
  return { deliberation: found, round: its, seat: seat && seat.removedAt === null ? { name: seat.name, chair: seat.chair } : null }
}
export type LoadedDeliberation = Awaited<ReturnType<typeof loadDeliberation>>

/** Who leads: the chair of the jury, or a manager of the call. */
export function leads(actor: Actor, { seat }: LoadedDeliberation): boolean {
  return manager(actor) || seat?.chair === true
}

/** Who sits in the jury. */
export function sits(_actor: Actor, { seat }: LoadedDeliberation): boolean {
  return seat !== null
}

/** While the meeting runs. */
export function isRunning({ deliberation: { state } }: LoadedDeliberation): boolean {
  return state === 'running'
}

type Changes = Partial<Pick<typeof deliberation.$inferInsert, 'state' | 'currentApplicationId' | 'startedAt' | 'endedAt'>>

/** Moves the meeting on if it still is where its leader saw it; `conflict` for `deliberation-moved` with the version that stands. */
export async function takeDeliberationTurn(tx: Transaction, deliberationId: string, version: number, changes: Changes = {}): Promise<void> {
  const [taken] = await tx.update(deliberation).set({ ...changes, version: sql`${deliberation.version} + 1` }).where(and(eq(deliberation.id, deliberationId), eq(deliberation.version, version))).returning({ id: deliberation.id })
  if (taken) return
  const [now] = await tx.select({ version: deliberation.version }).from(deliberation).where(eq(deliberation.id, deliberationId))
  throw new Refusal('conflict', { reason: 'deliberation-moved', current: { version: now?.version } })
}

/** One item of the agenda as the wall shows it; `not-found` when a link of interest hides it. */
export async function loadItem(read: Reader, deliberationId: string, applicationId: string) {
  const [item] = await read.select().from(deliberationItem).where(and(eq(deliberationItem.deliberationId, deliberationId), eq(deliberationItem.applicationId, applicationId)))
  if (!item) throw new Refusal('not-found')
  return item
}
