import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { screeningDeed } from '#db/schema/screening.ts'
import type { Eligibility } from '#lib/domain/application.ts'
import type { ScreeningBatch } from '#lib/domain/screening.ts'

/** What was done at once in a call, to say so and offer to undo it; null when there is nothing of that name. At most one statement. */
export async function readBatch(read: Reader, callId: string, batchId: string | null): Promise<ScreeningBatch | null> {
  if (batchId === null) return null
  const deeds = await read
    .select({ kind: screeningDeed.kind, after: screeningDeed.after, undoneAt: screeningDeed.undoneAt })
    .from(screeningDeed)
    .where(and(eq(screeningDeed.batchId, batchId), eq(screeningDeed.callId, callId)))
  return deeds.length === 0 ? null : batchOf(batchId, deeds, deeds.every(({ undoneAt }) => undoneAt !== null))
}

/** Deeds done at once, as they are told; there is at least one. */
export function batchOf(batchId: string, deeds: readonly Pick<typeof screeningDeed.$inferSelect, 'kind' | 'after'>[], undone: boolean): ScreeningBatch {
  const { kind, after } = deeds[0] as (typeof deeds)[number]
  const told = { batchId, count: deeds.length, undone }
  return kind === 'eligibility' ? { ...told, kind, eligibility: after.eligibility as Eligibility } : { ...told, kind, tag: String(after.name ?? '') }
}
