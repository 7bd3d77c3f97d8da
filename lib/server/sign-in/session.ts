import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { gather, selecting } from '#db/gather.ts'
import { identity, person, session } from '#db/schema/person.ts'
import { actor, actorOrganisations } from '#db/schema/roles.ts'
import { anyone } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { lookup } from '#lib/server/lookup.ts'
import { query } from '#lib/server/query.ts'
import { idleDays, insertSession, longestDays } from '#lib/server/sign-in/open-session.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

const byToken = z.object({ token: z.string().min(1).max(200) })
const current = (token: string) => and(eq(session.tokenHash, hashOfToken(token)), gt(session.expiresAt, sql`now()`))

/** Whose the session is that the caller holds, and whether it is time to prolong it; null when it ended or the person is disabled. */
export const resumeSession = lookup({
  name: 'session.resume',
  input: z.object({}),
  may: anyone,
  asks: gather({
    rooms: selecting
      .select({
        scores: sql<boolean>`portal.actor_scores()`.as('scores'),
        accompanied: sql<boolean>`exists (select from programme where organisation_id = ${actorOrganisations})`.as('accompanied'),
        mentors: sql<boolean>`exists (select from portal.asked_mentorships())`.as('mentors'),
        notices: sql<number>`(select count(*) from notice n where n.seen_at is null and portal.is_waiting(n.kind, n.subject_id, n.day))`.as('notices'),
      })
      .from(person)
      .where(eq(person.id, actor)),
  }),
  read: ({ found, actor: held, session: its }) => (held && its ? { ...its, person: held, scores: found.rooms[0]?.scores ?? false, accompanied: found.rooms[0]?.accompanied ?? false, mentors: found.rooms[0]?.mentors ?? false, notices: found.rooms[0]?.notices ?? 0 } : null),
})

/** Keeps a session in use alive, up to its greatest age. */
export const prolongSession = command({
  name: 'session.prolong',
  role: 'portal_auth',
  unrecorded: true,
  input: byToken,
  subject: async () => null,
  may: anyone,
  run: async ({ tx }, { token }) => {
    await tx
      .update(session)
      .set({
        seenAt: sql`now()`,
        expiresAt: sql`least(now() + make_interval(days => ${idleDays}), ${session.createdAt} + make_interval(days => ${longestDays}))`,
      })
      .where(current(token))
  },
})

/** Opens a session with a token that next-auth made, for a person an identity provider vouched for. */
export const openSessionWithToken = command({
  name: 'session.open',
  role: 'portal_auth',
  input: byToken.extend({ personId: z.uuid() }),
  subject: async () => null,
  may: anyone,
  run: async ({ tx, caller, note }, { token, personId }) => {
    note({ subject: personId, actorId: personId })
    await insertSession(tx, token, personId, caller.agent)
  },
})

/** Ends the session of a cookie. Ending one that is over is no fault. */
export const signOut = command({
  name: 'session.end',
  role: 'portal_auth',
  input: byToken,
  subject: async () => null,
  may: anyone,
  run: async ({ tx, note }, { token }) => {
    const [ended] = await tx.delete(session).where(eq(session.tokenHash, hashOfToken(token))).returning({ personId: session.personId })
    if (ended) note({ subject: ended.personId, actorId: ended.personId })
  },
})

/** The person an identity belongs to, once `sign-in.with-identity` has said who they are. */
export const personOfIdentity = query({
  name: 'sign-in.person-of-identity',
  role: 'portal_auth',
  input: z.object({ provider: z.string(), subject: z.string() }),
  may: anyone,
  read: async ({ tx }, { provider, subject }) => {
    const [row] = await tx
      .select({ id: person.id, email: person.email, name: person.name })
      .from(identity)
      .innerJoin(person, eq(person.id, identity.personId))
      .where(and(eq(identity.provider, provider), eq(identity.subject, subject), isNull(person.disabledAt)))
    return row ?? null
  },
})
