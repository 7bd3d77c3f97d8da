import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { Caller } from '#lib/server/opening.ts'
import { openSessionWithToken, personOfIdentity, signOut } from '#lib/server/sign-in/session.ts'

const asUser = (person: { id: string; email: string; name: string | null }): AdapterUser => ({ ...person, emailVerified: null })

/**
 * next-auth's view of our sessions, in which tokens are kept only as hashes. An earlier session in the same browser is ignored,
 * so that nothing is ever tied to whoever happens to be signed in; people are made and linked by our verbs alone.
 */
export function sessionAdapter(caller: Caller): Adapter {
  return {
    createUser: refuse,
    getUserByEmail: async () => null,
    linkAccount: refuse,
    updateUser: refuse,
    getUser: async () => null,
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const person = await personOfIdentity(caller, { provider, subject: providerAccountId })
      return person && asUser(person)
    },
    createSession: async ({ sessionToken, userId, expires }) => {
      await openSessionWithToken(caller, { token: sessionToken, personId: userId })
      return { sessionToken, userId, expires }
    },
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      await signOut(caller, { token: sessionToken })
    },
  }
}

async function refuse(): Promise<never> {
  throw new Error('people are made and linked by sign-in.with-identity only')
}
