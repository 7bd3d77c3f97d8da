import { sql } from 'drizzle-orm'
import { signInRequest } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { mailAddress } from '#lib/domain/person.ts'
import { returnPath } from '#lib/domain/return-path.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMail } from '#lib/server/mail/write-mail.ts'
import { networkOf } from '#lib/server/sign-in/client-address.ts'
import { countTry, limits } from '#lib/server/sign-in/limits.ts'
import { hashOfCode, hashOfToken, newCode, newToken } from '#lib/server/sign-in/secret.ts'
import { z } from 'zod'

/** How long a link and its code are good, on the database's clock. */
const signInMinutes = 15

/**
 * Sends a link and a code to an address. Whether somebody has an account there is not even looked up: accounts are
 * made when the link is used, so known and unknown addresses get the same answer, the same mail and the same time.
 */
export const requestSignIn = command({
  name: 'sign-in.request',
  role: 'portal_auth',
  input: z.object({ email: mailAddress, locale: z.enum(['fr', 'en']), returnTo: z.string().nullish() }),
  subject: async () => null,
  may: anyone,
  run: async ({ tx, caller }, { email, locale, returnTo }) => {
    await countTry(tx, limits.askPerAddress, email)
    await countTry(tx, limits.askPerNetwork, networkOf(caller.address ?? 'unknown'))
    const token = newToken()
    const code = newCode()
    await tx.insert(signInRequest).values({
      email,
      tokenHash: hashOfToken(token),
      codeHash: hashOfCode(email, code),
      locale,
      returnTo: returnPath(returnTo),
      expiresAt: sql`now() + make_interval(mins => ${signInMinutes})`,
    })
    const link = pageAddress(locale, `/sign-in/link/${token}`)
    await writeMail(tx, { to: email, locale, validMinutes: signInMinutes }, { kind: 'signIn', values: { link, code } })
    return { sent: true }
  },
})
