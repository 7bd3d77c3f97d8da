import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { membership } from '#db/schema/organisation.ts'
import { mayRunOrganisation, memberOf, ownerOf, type Person } from '#lib/domain/access.ts'
import { membershipRoles } from '#lib/domain/organisation.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const seat = z.object({ membershipId: z.uuid() })

async function loadSeat(read: Reader, membershipId: string) {
  const [found] = await read.select().from(membership).where(and(eq(membership.id, membershipId), isNull(membership.endedAt)))
  if (!found) throw new Refusal('not-found')
  return found
}

/** Makes a member an owner, or an owner a member. An organisation keeps an owner: the database refuses the last one's fall. */
export const changeRole = command({
  name: 'membership.change-role',
  input: seat.extend({ role: z.enum(membershipRoles) }),
  subject: (read, { membershipId }) => loadSeat(read, membershipId),
  may: (actor, { organisationId }) => mayRunOrganisation(actor, organisationId),
  run: async ({ tx, subject, note }, { role }) => {
    await tx.update(membership).set({ role }).where(eq(membership.id, subject.id))
    note({ subject: subject.organisationId, detail: { personId: subject.personId, role } })
  },
})

/** Ends somebody's seat. It stays in the history with its end. */
export const removeMember = command({
  name: 'membership.remove',
  input: seat,
  subject: (read, { membershipId }) => loadSeat(read, membershipId),
  may: (actor, { organisationId }) => mayRunOrganisation(actor, organisationId),
  run: async ({ tx, subject, note }) => {
    await tx.update(membership).set({ endedAt: sql`now()` }).where(eq(membership.id, subject.id))
    note({ subject: subject.organisationId, detail: { personId: subject.personId } })
  },
})

/** Leaves an organisation. The last owner first hands it over or closes it. */
export const leaveOrganisation = command({
  name: 'membership.leave',
  input: z.object({ organisationId: z.uuid() }),
  subject: async (_read, { organisationId }) => organisationId,
  may: memberOf,
  run: async ({ tx, actor, subject: organisationId, note }) => {
    await tx
      .update(membership)
      .set({ endedAt: sql`now()` })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, (actor as Person).id), isNull(membership.endedAt)))
    note({ subject: organisationId })
  },
})

/** Hands an organisation over: the member becomes an owner, the actor a member. Both or neither. */
export const transferOwnership = command({
  name: 'membership.transfer',
  input: seat,
  subject: (read, { membershipId }) => loadSeat(read, membershipId),
  may: (actor, { organisationId, personId }) => ownerOf(actor, organisationId) && actor?.id !== personId,
  run: async ({ tx, actor, subject, note }) => {
    const own = and(eq(membership.organisationId, subject.organisationId), eq(membership.personId, (actor as Person).id), isNull(membership.endedAt))
    await tx.update(membership).set({ role: 'owner' }).where(eq(membership.id, subject.id))
    await tx.update(membership).set({ role: 'member' }).where(own)
    note({ subject: subject.organisationId, detail: { personId: subject.personId } })
  },
})
