import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { invitation, membership, organisation } from '#db/schema/organisation.ts'
import { invited, mayRunOrganisation, signedIn, type Person } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

const named = z.object({ invitationId: z.uuid() })
const standing = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, sql`now()`))

async function loadInvitation(read: Reader, invitationId: string) {
  const [found] = await read
    .select({ id: invitation.id, organisationId: invitation.organisationId, email: invitation.email, role: invitation.role })
    .from(invitation)
    .where(and(eq(invitation.id, invitationId), standing))
  if (!found) throw new Refusal('not-found')
  return found
}

/** The invitation of a mail's link, for the invited address only: to anybody else it does not exist (threat T25). */
export const findInvitation = query({
  name: 'invitation.find',
  input: z.object({ token: z.string().max(200) }),
  may: signedIn,
  read: async ({ tx, actor }, { token }) => {
    const [found] = await tx
      .select({ id: invitation.id, organisation: organisation.name, kind: organisation.kind, role: invitation.role, expiresAt: invitation.expiresAt })
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
      .where(and(eq(invitation.tokenHash, hashOfToken(token)), eq(invitation.email, (actor as Person).email), standing))
    if (!found) throw new Refusal('not-found')
    return found
  },
})

/** Takes the seat offered. Somebody who already sits there keeps the seat they have. */
export const acceptInvitation = command({
  name: 'invitation.accept',
  input: named,
  subject: (read, { invitationId }) => loadInvitation(read, invitationId),
  may: (actor, { email }) => invited(actor, email),
  run: async ({ tx, actor, subject: { id, organisationId, role }, note }) => {
    await tx
      .insert(membership)
      .values({ organisationId, personId: (actor as Person).id, role })
      .onConflictDoNothing({ target: [membership.organisationId, membership.personId], where: sql`ended_at is null` })
    const settled = await tx.update(invitation).set({ acceptedAt: sql`now()` }).where(and(eq(invitation.id, id), standing)).returning({ id: invitation.id })
    if (settled.length === 0) throw new Refusal('not-found')
    note({ subject: organisationId, detail: { role } })
    return { organisationId }
  },
})

/** Says no to a seat offered. */
export const declineInvitation = command({
  name: 'invitation.decline',
  input: named,
  subject: (read, { invitationId }) => loadInvitation(read, invitationId),
  may: (actor, { email }) => invited(actor, email),
  run: async ({ tx, subject: { id, organisationId }, note }) => {
    await tx.update(invitation).set({ revokedAt: sql`now()` }).where(eq(invitation.id, id))
    note({ subject: organisationId })
  },
})

/** Takes an offer back; the mail's link then leads nowhere. */
export const revokeInvitation = command({
  name: 'invitation.revoke',
  input: named,
  subject: (read, { invitationId }) => loadInvitation(read, invitationId),
  may: (actor, { organisationId }) => mayRunOrganisation(actor, organisationId),
  run: async ({ tx, subject: { id, organisationId }, note }) => {
    await tx.update(invitation).set({ revokedAt: sql`now()` }).where(eq(invitation.id, id))
    note({ subject: organisationId })
  },
})
