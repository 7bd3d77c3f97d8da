import { and, eq, ne } from 'drizzle-orm'
import { person, session } from '#db/schema/person.ts'
import { signedIn, type Person } from '#lib/domain/access.ts'
import { personName } from '#lib/domain/person.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Changes one's own name and language of mails. */
export const updateAccount = command({
  name: 'person.update',
  input: z.object({ name: personName, locale: z.enum(['fr', 'en']) }),
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }, { name, locale }) => {
    const { id } = actor as Person
    await tx.update(person).set({ name, locale }).where(eq(person.id, id))
    note({ subject: id })
  },
})

/** Signs one of one's own browsers out. */
export const endSession = command({
  name: 'person.end-session',
  input: z.object({ sessionId: z.uuid() }),
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }, { sessionId }) => {
    const ended = await tx.delete(session).where(and(eq(session.id, sessionId), eq(session.personId, (actor as Person).id))).returning({ id: session.id })
    if (ended.length === 0) throw new Refusal('not-found')
    note({ subject: sessionId })
  },
})

/** Signs out everywhere, or everywhere but in the session to keep. */
export const endSessions = command({
  name: 'person.end-sessions',
  input: z.object({ keep: z.uuid().optional() }),
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }, { keep }) => {
    const mine = eq(session.personId, (actor as Person).id)
    const ended = await tx.delete(session).where(keep ? and(mine, ne(session.id, keep)) : mine).returning({ id: session.id })
    note({ detail: { ended: ended.length } })
    return { ended: ended.length }
  },
})

/**
 * Deletes one's own account: the person, their seats, sessions and identities. The journal keeps identifiers, no name.
 * Refused with `organisation_keeps_an_owner` or `portal_keeps_an_administrator` while they are the last one.
 */
export const deleteAccount = command({
  name: 'person.delete',
  input: z.object({ confirmed: z.literal('yes') }),
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }) => {
    const { id } = actor as Person
    await tx.delete(person).where(eq(person.id, id))
    note({ subject: id })
  },
})
