import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { person, signInRequest } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { mailAddress, personName } from '#lib/domain/person.ts'
import { command } from '#lib/server/command.ts'
import type { Admission } from '#lib/server/sign-in/admit.ts'
import { findOrCreatePerson } from '#lib/server/sign-in/find-or-create-person.ts'
import { openSession } from '#lib/server/sign-in/open-session.ts'
import { hashOfToken, newToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

const noAdministrator = sql<boolean>`portal.no_administrator()`
const openRequest = and(eq(signInRequest.purpose, 'first-administrator'), isNull(signInRequest.usedAt), gt(signInRequest.expiresAt, sql`clock_timestamp()`))

/** Makes the one-time token for the console, good for a day; earlier ones stop working. Null once there is an administrator. */
export const prepareFirstAdministrator = command({
  name: 'sign-in.prepare-first-administrator',
  role: 'portal_auth',
  unrecorded: true,
  input: z.object({}),
  subject: async () => null,
  may: anyone,
  run: async ({ tx }): Promise<string | null> => {
    const [row] = await tx.execute<{ open: boolean }>(sql`select ${noAdministrator} as open`)
    if (!row?.open) return null
    await tx.delete(signInRequest).where(eq(signInRequest.purpose, 'first-administrator'))
    const token = newToken()
    await tx.insert(signInRequest).values({ tokenHash: hashOfToken(token), purpose: 'first-administrator', expiresAt: sql`now() + interval '1 day'` })
    return token
  },
})

/** Whoever holds the console's link names the first administrator and is signed in as them. The wall lets it happen once. */
export const becomeFirstAdministrator = command({
  name: 'sign-in.become-first-administrator',
  role: 'portal_auth',
  input: z.object({ token: z.string().min(1).max(200), email: mailAddress, name: personName, locale: z.enum(['fr', 'en']) }),
  subject: async () => null,
  may: anyone,
  run: async ({ tx, caller, note }, { token, email, name, locale }): Promise<Admission> => {
    const used = await tx
      .update(signInRequest)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(openRequest, eq(signInRequest.tokenHash, hashOfToken(token)), noAdministrator))
      .returning({ id: signInRequest.id })
    if (used.length === 0) {
      note({ detail: { outcome: 'unusable' } })
      return { outcome: 'unusable' }
    }
    const { id, disabled } = await findOrCreatePerson(tx, { email, name, locale })
    note({ subject: id, actorId: id, detail: { outcome: disabled ? 'disabled' : 'signed-in' } })
    if (disabled) return { outcome: 'disabled' }
    await tx.update(person).set({ administrator: true }).where(eq(person.id, id))
    return { outcome: 'signed-in', token: await openSession(tx, id, caller), locale, returnTo: `/${locale}/admin` }
  },
})
