import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { checkIn } from '#db/schema/check-in.ts'
import type { Actor } from '#lib/domain/access.ts'
import { startOfParisDay } from '#lib/domain/calendar.ts'
import type { Progress } from '#lib/domain/check-in.ts'
import { askedId, loadSide } from '#lib/server/programme/load-side.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

export const askedCheckIn = z.object({ checkInId: askedId })

/**
 * A check-in as its reader sees it, with its programme: the laureate's people always, the others once it is submitted or
 * skipped. Not written yet, it says of each milestone how far it was the last time. Throws `not-found`.
 */
export async function loadCheckIn(read: Reader, checkInId: string, actor: Actor) {
  const [row] = await read.select({ checkIn, begun: sql<Progress>`portal.begun_progress(${checkIn.id})` }).from(checkIn).where(eq(checkIn.id, checkInId))
  if (!row) throw new Refusal('not-found')
  const loaded = await loadSide(read, row.checkIn.programmeId, actor)
  const { version, progress } = row.checkIn
  return { ...loaded, checkIn: { ...row.checkIn, progress: version === 0 ? row.begun : progress } }
}
export type LoadedCheckIn = Awaited<ReturnType<typeof loadCheckIn>>

/** The same, which nobody saves, submits or skips until the transaction is over. */
export async function lockCheckIn(read: Reader, checkInId: string, actor: Actor) {
  await read.select({ id: checkIn.id }).from(checkIn).where(eq(checkIn.id, checkInId)).for('update')
  return loadCheckIn(read, checkInId, actor)
}

/** True while its own people may write it: from the day it opens, in Paris, until it is submitted or skipped. */
export function isWritten({ checkIn: its, isRunning }: Pick<LoadedCheckIn, 'checkIn' | 'isRunning'>, now: Date): boolean {
  return isRunning && its.submittedAt === null && its.skippedAt === null && now >= startOfParisDay(its.opensOn)
}
