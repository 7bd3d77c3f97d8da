import { asc, desc, eq } from 'drizzle-orm'
import { auditEntry } from '#db/schema/audit.ts'
import { invitation, membership, organisation } from '#db/schema/organisation.ts'
import { notice, noticePreference } from '#db/schema/notice.ts'
import { identity, person, session } from '#db/schema/person.ts'
import { signedIn, type Person } from '#lib/domain/access.ts'
import { readWholeFiles } from '#lib/server/application/export-own-application.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** All the portal holds about the person who asks, to take away (GDPR articles 15 and 20). */
export const exportAccount = query({
  name: 'person.export',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, actor, now }) => {
    const { id, email, memberships } = actor as Person
    const [self] = await tx.select().from(person).where(eq(person.id, id))
    return {
      exportedAt: now.toISOString(),
      person: self,
      memberships: await tx
        .select({ organisation: organisation.name, role: membership.role, since: membership.createdAt, until: membership.endedAt })
        .from(membership)
        .leftJoin(organisation, eq(organisation.id, membership.organisationId))
        .where(eq(membership.personId, id))
        .orderBy(asc(membership.createdAt)),
      invitations: await tx
        .select({ role: invitation.role, sentAt: invitation.createdAt, expiresAt: invitation.expiresAt, acceptedAt: invitation.acceptedAt, revokedAt: invitation.revokedAt })
        .from(invitation)
        .where(eq(invitation.email, email)),
      /** Of the organisations they sit in: every draft and application, as all its people see it. */
      applications: await readWholeFiles(tx, memberships.map(({ organisationId }) => organisationId)),
      identities: await tx.select({ provider: identity.provider, subject: identity.subject, since: identity.createdAt }).from(identity).where(eq(identity.personId, id)),
      sessions: await tx
        .select({ browser: session.userAgent, openedAt: session.createdAt, seenAt: session.seenAt, expiresAt: session.expiresAt })
        .from(session)
        .where(eq(session.personId, id)),
      /** What they were told waits for them, of what they still see; how they chose to be told. */
      notices: await tx.select({ kind: notice.kind, day: notice.day, at: notice.createdAt, seenAt: notice.seenAt, mailedAt: notice.mailedAt }).from(notice).orderBy(asc(notice.createdAt)),
      noticePreference: (await tx.select().from(noticePreference)).at(0) ?? null,
      journal: await tx
        .select({ at: auditEntry.at, deed: auditEntry.deed, subject: auditEntry.subject, detail: auditEntry.detail })
        .from(auditEntry)
        .where(eq(auditEntry.actorId, id))
        .orderBy(desc(auditEntry.id)),
    }
  },
})
