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
  const [first] = deeds
  if (!first) return null
  return {
    id: batchId,
    kind: first.kind,
    count: deeds.length,
    eligibility: first.kind === 'eligibility' ? ((first.after.eligibility as Eligibility | undefined) ?? null) : null,
    tag: first.kind === 'eligibility' ? null : String(first.after.name ?? ''),
    undone: deeds.every(({ undoneAt }) => undoneAt !== null),
  }
}
