import { eq, sql } from 'drizzle-orm'
import { calendarFeed } from '#db/schema/calendar.ts'
import { signedIn, type Person } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { hashOfToken, newToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

/** Gives the person an address for their own agenda, shown once; the one before leads nowhere from then on. */
export const openCalendar = command({
  name: 'calendar.open',
  input: z.object({}),
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }) => {
    const { id } = actor as Person
    const token = newToken()
    const tokenHash = hashOfToken(token)
    await tx.insert(calendarFeed).values({ personId: id, tokenHash }).onConflictDoUpdate({ target: calendarFeed.personId, set: { tokenHash, createdAt: sql`now()` } })
    note({ subject: id })
    return { address: permalink(`/me/${token}.ics`) }
  },
})

/** The address leads nowhere from the next request on. */
export const closeCalendar = command({
  name: 'calendar.close',
  input: z.object({}),
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }) => {
    const { id } = actor as Person
    await tx.delete(calendarFeed).where(eq(calendarFeed.personId, id))
    note({ subject: id })
    return {}
  },
})
