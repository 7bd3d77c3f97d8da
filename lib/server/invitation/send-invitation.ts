import { and, eq, isNull, sql } from 'drizzle-orm'
import { invitation, membership } from '#db/schema/organisation.ts'
import { person } from '#db/schema/person.ts'
import { mayRunOrganisation, type Person } from '#lib/domain/access.ts'
import { membershipRoles } from '#lib/domain/organisation.ts'
import { mailAddress } from '#lib/domain/person.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMail } from '#lib/server/mail/write-mail.ts'
import { loadOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { hashOfToken, newToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

/** How long an invitation stands, in days, and how many may be open at once in one organisation. */
const invitationDays = 7
const mostOpen = 50

/**
 * Offers a seat to an address, by mail. Whether the address has an account is neither asked nor told. An earlier open
 * invitation of the same address is replaced. Refused with `already-member` or `too-many-invitations`.
 */
export const sendInvitation = command({
  name: 'invitation.send',
  input: z.object({ organisationId: z.uuid(), email: mailAddress, role: z.enum(membershipRoles), locale: z.enum(['fr', 'en']) }),
  subject: (read, { organisationId }) => loadOrganisation(read, organisationId),
  may: (actor, { id }) => mayRunOrganisation(actor, id),
  run: async ({ tx, actor, subject: { id: organisationId, name }, note }, { email, role, locale }) => {
    const { id: senderId, name: senderName, email: senderEmail } = actor as Person
    const open = and(eq(invitation.organisationId, organisationId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt))
    const [seated] = await tx
      .select({ id: membership.id })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(and(eq(membership.organisationId, organisationId), isNull(membership.endedAt), eq(person.email, email)))
    if (seated) throw new Refusal('conflict', { reason: 'already-member' })
    await tx.update(invitation).set({ revokedAt: sql`now()` }).where(and(open, eq(invitation.email, email)))
    if ((await tx.$count(invitation, and(open, sql`expires_at > now()`))) >= mostOpen) throw new Refusal('conflict', { reason: 'too-many-invitations' })
    const token = newToken()
    await tx.insert(invitation).values({
      organisationId, email, role, tokenHash: hashOfToken(token), invitedBy: senderId, expiresAt: sql`now() + make_interval(days => ${invitationDays})`,
    })
    await writeMail(tx, { to: email, locale, senderId, validMinutes: invitationDays * 1_440 }, {
      kind: 'invitation',
      values: { link: pageAddress(locale, `/invitations/${token}`), email, inviter: senderName ?? senderEmail, organisation: name, role },
    })
    note({ subject: organisationId, detail: { role } })
  },
})
