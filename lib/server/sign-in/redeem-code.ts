import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { signInRequest } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { mailAddress } from '#lib/domain/person.ts'
import { command } from '#lib/server/command.ts'
import { admit, type Admission } from '#lib/server/sign-in/admit.ts'
import { networkOf } from '#lib/server/sign-in/client-address.ts'
import { countTry, limits, refuseWhenSpent, tally } from '#lib/server/sign-in/limits.ts'
import { hashOfCode } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

const mostTries = 5
const code = z.string().transform((typed) => typed.replace(/[\s\u202f\u00a0-]/g, '')).refine((digits) => /^\d{6}$/.test(digits), { params: { code: 'code' } })

/**
 * Uses the six-digit code of a mail, on a device that cannot open the link. A wrong code is a result, not a refusal:
 * the try must stay counted. Five wrong codes spend a request; ten tries an hour spend an address, its links still work.
 */
export const redeemCode = command({
  name: 'sign-in.redeem-code',
  role: 'portal_auth',
  input: z.object({ email: mailAddress, code }),
  subject: async () => null,
  may: anyone,
  run: async ({ tx, caller, note }, { email, code }): Promise<Admission> => {
    const network = networkOf(caller.address ?? 'unknown')
    await countTry(tx, limits.codePerAddress, email)
    await refuseWhenSpent(tx, limits.wrongCodePerNetwork, network)
    const open = and(eq(signInRequest.email, email), isNull(signInRequest.usedAt), gt(signInRequest.expiresAt, sql`clock_timestamp()`), lt(signInRequest.codeTries, mostTries))
    const [request] = await tx
      .update(signInRequest)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(open, eq(signInRequest.codeHash, hashOfCode(email, code))))
      .returning({ email: signInRequest.email, locale: signInRequest.locale, returnTo: signInRequest.returnTo })
    if (!request) {
      await tx.update(signInRequest).set({ codeTries: sql`code_tries + 1` }).where(open)
      await tally(tx, limits.wrongCodePerNetwork, network)
    }
    return admit(tx, request, { caller, note })
  },
})
