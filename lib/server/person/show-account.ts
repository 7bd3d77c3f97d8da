import { and, count, desc, eq, getTableColumns, gt, isNull, sql } from 'drizzle-orm'
import { invitation, membership, organisation } from '#db/schema/organisation.ts'
import { identity, person, session } from '#db/schema/person.ts'
import { manager, signedIn, type Person } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** A person's own account: who they are, where they sit, what they are invited to, where they are signed in. */
export const showAccount = query({
  name: 'person.show-account',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor }) => {
    const me = actor as Person
    const [self] = await tx.select({ ...getTableColumns(person), scores: sql<boolean>`portal.actor_scores()` }).from(person).where(eq(person.id, me.id))
    const seats = await tx
      .select({ id: organisation.id, name: organisation.name, kind: organisation.kind, role: membership.role, since: membership.createdAt, demonstration: organisation.demonstration })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .where(and(eq(membership.personId, me.id), isNull(membership.endedAt)))
      .orderBy(organisation.name)
    const invitations = await tx
      .select({ id: invitation.id, organisation: organisation.name, role: invitation.role, expiresAt: invitation.expiresAt })
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, invitation.organisationId))
      .where(and(eq(invitation.email, me.email), isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, sql`now()`)))
    const sessions = await tx
      .select({ id: session.id, userAgent: session.userAgent, createdAt: session.createdAt, seenAt: session.seenAt, expiresAt: session.expiresAt })
      .from(session)
      .where(and(eq(session.personId, me.id), gt(session.expiresAt, sql`now()`)))
      .orderBy(desc(session.seenAt))
    const identities = await tx.select({ provider: identity.provider, since: identity.createdAt }).from(identity).where(eq(identity.personId, me.id))
    const { scores, ...own } = self as NonNullable<typeof self>
    return { person: own, manages: manager(actor), scores, seats, invitations, sessions, identities }
  },
})

/** The organisations that would be left without an owner if the person went. */
export const listSoleOwnerships = query({
  name: 'person.list-sole-ownerships',
  input: z.object({}),
  may: signedIn,
  read: ({ tx, actor }) =>
    tx
      .select({ id: organisation.id, name: organisation.name, members: count() })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .where(isNull(membership.endedAt))
      .groupBy(organisation.id, organisation.name)
      .having(sql`bool_or(${membership.role} = 'owner' and ${membership.personId} = ${(actor as Person).id})
        and not bool_or(${membership.role} = 'owner' and ${membership.personId} <> ${(actor as Person).id})`),
})
