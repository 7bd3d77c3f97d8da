import { sql } from 'drizzle-orm'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

/** Whose agenda an address leads to: the address is the key, so whoever has it may ask. Throws `not-found`. */
export const personOfCalendar = query({
  name: 'calendar.person',
  input: z.object({ token: z.string().max(200) }),
  may: anyone,
  read: async ({ tx }, { token }) => {
    const [found] = await tx.execute<{ personId: string | null }>(sql`select portal.person_of_calendar(${Buffer.from(hashOfToken(token))}) as "personId"`)
    if (!found?.personId) throw new Refusal('not-found')
    return { personId: found.personId }
  },
})
