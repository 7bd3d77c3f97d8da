import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, initiative } from '#db/schema/call.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { newCall } from '#lib/domain/call-settings.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** The series a call may be made in: one run here, not one known from elsewhere. Throws `invalid` at `initiative`. */
export async function loadInitiative(read: Reader, slug: string) {
  const [found] = await read.select({ id: initiative.id, external: initiative.external }).from(initiative).where(eq(initiative.slug, slug))
  if (!found || found.external) throw new Refusal('invalid', { faults: [{ path: 'initiative', code: 'invalid_value' }] })
  return found
}

/** Throws `invalid` at `slug`, for `taken`, when a call carries it already. */
export async function requireFreeSlug(read: Reader, slug: string): Promise<void> {
  const [found] = await read.select({ id: call.id }).from(call).where(eq(call.slug, slug))
  if (found) throw new Refusal('invalid', { faults: [{ path: 'slug', code: 'taken' }] })
}

/** Makes a call from nothing: nobody but managers sees it until it is published. */
export const createCall = command({
  name: 'call.create',
  input: newCall,
  subject: async () => null,
  may: manager,
  run: async ({ tx, actor, note }, { initiative: series, title, slug }) => {
    const { id: createdBy, demonstration } = actor as Person
    const { id: initiativeId } = await loadInitiative(tx, series)
    await requireFreeSlug(tx, slug)
    const [made] = await tx.insert(call).values({ initiativeId, title, slug, sourceIds: [], runHere: true, createdBy, demonstration }).returning({ id: call.id })
    note({ ...(made && { subject: made.id }) })
    return { slug }
  },
})
