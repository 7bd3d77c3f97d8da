import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { signInRequest } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { admit, type Admission } from '#lib/server/sign-in/admit.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

/**
 * Uses a link once. The update is the lock: of twenty simultaneous tries exactly one finds the request unused.
 * A link that is unknown, used or older than 15 minutes on the database's clock is `unusable`.
 */
export const redeemLink = command({
  name: 'sign-in.redeem-link',
  role: 'portal_auth',
  input: z.object({ token: z.string().min(1).max(200) }),
  subject: async () => null,
  may: anyone,
  run: async ({ tx, caller, note }, { token }): Promise<Admission> => {
    const [request] = await tx
      .update(signInRequest)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(
        eq(signInRequest.tokenHash, hashOfToken(token)),
        eq(signInRequest.purpose, 'sign-in'),
        isNull(signInRequest.usedAt),
        gt(signInRequest.expiresAt, sql`clock_timestamp()`),
      ))
      .returning({ email: signInRequest.email, locale: signInRequest.locale, returnTo: signInRequest.returnTo })
    return admit(tx, request, { caller, note })
  },
})
