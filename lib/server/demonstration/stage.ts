import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { initiative } from '#db/schema/call.ts'
import { instance } from '#db/schema/instance.ts'
import { anyone, manager } from '#lib/domain/access.ts'
import { initiative as initiativeForm } from '#lib/domain/initiative.ts'
import { command } from '#lib/server/command.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Outside of the demonstration these verbs find nothing, like an address that does not exist. */
export async function requireDemonstration(read: Reader): Promise<{ stage: string; seed: number } | null> {
  const [row] = await read.select({ demonstration: instance.demonstration, filled: instance.demonstrationFilled }).from(instance)
  if (!row?.demonstration) throw new Refusal('not-found')
  return row.filled
}

/** How far the demonstration has been filled, and by which seed of chance; null before it is. */
export const showStage = query({
  name: 'demonstration.stage',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => requireDemonstration(tx),
})

/** Notes how far the demonstration has been filled, so that the next start need not look again. */
export const reachStage = command({
  name: 'demonstration.reach',
  input: z.object({ stage: z.string().max(40), seed: z.int().nonnegative() }),
  subject: requireDemonstration,
  may: manager,
  run: async ({ tx, note }, filled) => {
    await tx.update(instance).set({ demonstrationFilled: filled })
    note({ detail: filled })
  },
})

/** Founds an invented initiative, marked as such, unless it is there already. */
export const foundInitiative = command({
  name: 'demonstration.found',
  input: initiativeForm.pick({ slug: true, title: true, summary: true, field: true }),
  subject: requireDemonstration,
  may: manager,
  run: async ({ tx, note }, invented) => {
    const [found] = await tx.select({ id: initiative.id }).from(initiative).where(eq(initiative.slug, invented.slug))
    if (found) return
    await tx.insert(initiative).values({ ...invented, demonstration: true, sourceIds: [] })
    note({ detail: { initiative: invented.slug } })
  },
})
