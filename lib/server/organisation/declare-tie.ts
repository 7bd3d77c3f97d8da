import { eq } from 'drizzle-orm'
import { declaredTie } from '#db/schema/conflict.ts'
import { ownerOf, type Person } from '#lib/domain/access.ts'
import { tieForm } from '#lib/domain/conflict.ts'
import { command } from '#lib/server/command.ts'
import { loadOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const mostTies = 200

/**
 * Says that another organisation is an investor, a client or the like, so that links of interest are found by themselves.
 * By owners alone. Refused with `conflict` for `declared_tie_once` when it is said already, or for `too-many-ties`.
 */
export const declareTie = command({
  name: 'declared-tie.add',
  input: tieForm.extend({ organisationId: z.uuid() }),
  subject: (read, { organisationId }) => loadOrganisation(read, organisationId),
  may: (actor, { id }) => ownerOf(actor, id),
  run: async ({ tx, actor, subject: { id }, note }, { kind, otherName, otherSiren }) => {
    if ((await tx.$count(declaredTie, eq(declaredTie.organisationId, id))) >= mostTies) throw new Refusal('conflict', { reason: 'too-many-ties' })
    const [made] = await tx.insert(declaredTie).values({ organisationId: id, kind, otherName, otherSiren, declaredBy: (actor as Person).id }).returning({ id: declaredTie.id })
    note({ subject: id, detail: { tie: made?.id, kind } })
    return made as { id: string }
  },
})

/** Takes back what an organisation said of another. Links found by it stay until a manager lifts them. */
export const removeTie = command({
  name: 'declared-tie.remove',
  input: z.object({ tieId: z.uuid() }),
  subject: async (read, { tieId }) => {
    const [found] = await read.select().from(declaredTie).where(eq(declaredTie.id, tieId))
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: (actor, { organisationId }) => ownerOf(actor, organisationId),
  run: async ({ tx, subject: { id, organisationId, kind }, note }) => {
    await tx.delete(declaredTie).where(eq(declaredTie.id, id))
    note({ subject: organisationId, detail: { tie: id, kind } })
    return { organisationId }
  },
})
