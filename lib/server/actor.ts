import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { manager, partner, type Person } from '#lib/domain/access.ts'
import { env } from '#lib/env.ts'
import { type Caller, visitor } from '#lib/server/opening.ts'
import { clientAddress } from '#lib/server/sign-in/client-address.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { prolongSession, resumeSession } from '#lib/server/sign-in/session.ts'
import { sessionCookie } from '#lib/server/sign-in/session-cookie.ts'

/** On whose behalf the request at hand is made. Nobody signed in is a visitor, never an error. */
export const currentCaller = cache(async (): Promise<Caller> => ({ ...(await requestFacts()), personId: (await currentSession())?.person.id ?? null }))

/**
 * The session of the request's cookie and its person, prolonged while it is used. A disabled person has none from their
 * next request on (threat T20). Throws `busy` when the database does not answer: being unreachable must not look like being signed out.
 */
export const currentSession = cache(async (): Promise<{ id: string; person: Person; scores: boolean; accompanied: boolean; mentors: boolean; notices: number } | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  const found = await resumeSession(await holdingCaller(), {})
  if (found?.ageing) await prolongSession(visitor, { token })
  return found
})

/**
 * Whoever holds the session of the request's cookie, without a question to the database: the verb finds out who that is, at
 * the same time as the page asks for its session. Its answer `unauthenticated` is for `orNotFound`.
 */
export const holdingCaller = cache(async (): Promise<Caller> => {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return { ...(await requestFacts()), personId: null, ...(token && { session: hashOfToken(token) }) }
})

/** The rooms of somebody beside those of everybody signed in. */
export type Rooms = { administrator: boolean; manages: boolean; scores: boolean; accompanied: boolean; mentors: boolean; commits: boolean; notices: number }

/** The same for a page that only makes sense to somebody signed in, and who that is: others are led to sign in and back. */
export async function signedInCaller(): Promise<Caller & { personId: string; person: Person; rooms: Rooms }> {
  const session = await currentSession()
  if (session) {
    const { person, scores, accompanied, mentors, notices } = session
    return { ...(await requestFacts()), personId: person.id, person, rooms: { administrator: person.administrator, manages: manager(person), scores, accompanied, mentors, commits: partner(person), notices } }
  }
  const target = (await headers()).get('x-portal-target') ?? '/fr'
  redirect(`/${target.split('/')[1]?.split('?')[0]}/sign-in?returnTo=${encodeURIComponent(target)}`)
}

/** The same without a question to the database: the session's hash stands for whoever holds it until a verb asks. */
export function sessionCaller({ headers: asked }: Request): Caller {
  const cookie = asked.get('cookie') ?? ''
  const name = `${sessionCookie().name}=`
  const token = cookie.split(/;\s*/).find((part) => part.startsWith(name))?.slice(name.length)
  const arrived = Number(asked.get('x-portal-arrived'))
  return { personId: null, ...(token && { session: hashOfToken(token) }), ...(arrived > 0 && { arrived }) }
}

/** When the request came in, from where and by which browser, as the front server tells it. */
async function requestFacts(): Promise<Omit<Caller, 'personId'>> {
  const asked = await headers()
  const arrived = Number(asked.get('x-portal-arrived'))
  const peer = asked.get('x-portal-peer')
  const agent = asked.get('user-agent')
  return {
    ...(Number.isFinite(arrived) && arrived > 0 && { arrived }),
    ...(peer && { address: clientAddress(peer, asked.get('x-forwarded-for'), env().TRUSTED_PROXY) }),
    ...(agent && { agent }),
  }
}
