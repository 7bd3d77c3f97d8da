import { visitor } from '#lib/server/opening.ts'
import { pageAddress } from '#lib/server/mail/write-mail.ts'
import { prepareFirstAdministrator } from '#lib/server/sign-in/first-administrator.ts'

/** The address to print on the console while the portal has no administrator; null afterwards. Earlier links stop working. */
export async function firstAdministratorLink(): Promise<string | null> {
  const token = await prepareFirstAdministrator(visitor, {})
  return token && pageAddress('fr', `/sign-in/first-administrator/${token}`)
}
