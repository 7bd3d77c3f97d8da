import type { Adapter, AdapterUser } from 'next-auth/adapters'
import type { Caller } from '#lib/server/opening.ts'
import { openSessionWithToken, personOfIdentity, prolongSession, readSession, signOut } from '#lib/server/sign-in/session.ts'

const asUser = (person: { id: string; email: string; name: string | null }): AdapterUser => ({ ...person, emailVerified: null })

/** next-auth's view of our sessions, in which tokens are kept only as hashes. People are made and linked by our verbs alone. */
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
    getSessionAndUser: async (sessionToken) => {
      const found = await readSession(caller, { token: sessionToken })
      if (!found) return null
      const user = { ...asUser({ id: found.personId, email: found.email, name: found.name }), sessionId: found.id }
      return { session: { sessionToken, userId: found.personId, expires: found.expiresAt }, user }
    },
    updateSession: async ({ sessionToken }) => {
      await prolongSession(caller, { token: sessionToken })
      return null
    },
    deleteSession: async (sessionToken) => {
      await signOut(caller, { token: sessionToken })
    },
  }
}

/** The same adapter, telling `failed` of an error when reading before throwing it on. */
export function tellFailures(adapter: Adapter, failed: (error: unknown) => void): Adapter {
  return {
    ...adapter,
    getSessionAndUser: async (token) => {
      try {
        return (await adapter.getSessionAndUser?.(token)) ?? null
      } catch (error) {
        failed(error)
        throw error
      }
    },
  }
}

async function refuse(): Promise<never> {
  throw new Error('people are made and linked by sign-in.with-identity only')
}
