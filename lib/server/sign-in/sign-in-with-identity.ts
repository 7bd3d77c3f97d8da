import { and, eq } from 'drizzle-orm'
import { identity, person } from '#db/schema/person.ts'
import { anyone } from '#lib/domain/access.ts'
import { mailAddress, personName } from '#lib/domain/person.ts'
import { command } from '#lib/server/command.ts'
import { findOrCreatePerson } from '#lib/server/sign-in/find-or-create-person.ts'
import { z } from 'zod'

export type IdentityOutcome = 'known' | 'linked' | 'unverified-address' | 'no-address' | 'disabled'

/**
 * Says whom an identity of an OpenID Connect provider is. A known (provider, subject) is its person, whatever the
 * address says today. The first time, the identity is tied to the person of its address, made if need be, but only when
 * the provider vouches for that address: otherwise anyone could claim another's account.
 */
export const signInWithIdentity = command({
  name: 'sign-in.with-identity',
  role: 'portal_auth',
  input: z.object({
    provider: z.string().min(1).max(64),
    subject: z.string().min(1).max(255),
    email: z.string().nullish(),
    addressIsVerified: z.boolean(),
    name: z.string().nullish(),
    locale: z.enum(['fr', 'en']),
  }),
  subject: async (read, { provider, subject }) => {
    const [known] = await read
      .select({ personId: identity.personId, disabledAt: person.disabledAt })
      .from(identity)
      .innerJoin(person, eq(person.id, identity.personId))
      .where(and(eq(identity.provider, provider), eq(identity.subject, subject)))
    return known
  },
  may: anyone,
  run: async ({ tx, subject: known, note }, { provider, subject, email, addressIsVerified, name, locale }): Promise<{ outcome: IdentityOutcome; personId?: string }> => {
    const tell = (outcome: IdentityOutcome, personId?: string) => {
      note({ ...(personId && { subject: personId, actorId: personId }), detail: { outcome, provider } })
      return personId ? { outcome, personId } : { outcome }
    }
    if (known) return known.disabledAt ? tell('disabled', known.personId) : tell('known', known.personId)
    const address = mailAddress.safeParse(email ?? '')
    if (!address.success) return tell('no-address')
    if (!addressIsVerified) return tell('unverified-address')
    const found = await findOrCreatePerson(tx, { email: address.data, name: personName.safeParse(name ?? '').data ?? null, locale })
    if (found.disabled) return tell('disabled', found.id)
    await tx.insert(identity).values({ provider, subject, personId: found.id })
    return tell('linked', found.id)
  },
})
