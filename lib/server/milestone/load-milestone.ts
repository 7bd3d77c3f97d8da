import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { milestone } from '#db/schema/programme.ts'
import type { Actor } from '#lib/domain/access.ts'
import { loadSide } from '#lib/server/programme/load-side.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** A milestone with its programme, which nobody else changes until the transaction is over. Throws `not-found`. */
export async function lockMilestone(read: Reader, milestoneId: string, actor: Actor) {
  await read.select({ id: milestone.id }).from(milestone).where(eq(milestone.id, milestoneId)).for('update')
  const [found] = await read.select().from(milestone).where(eq(milestone.id, milestoneId))
  if (!found) throw new Refusal('not-found')
  return { ...(await loadSide(read, found.programmeId, actor)), milestone: found }
}
