import { endpoint } from '#lib/server/endpoint.ts'
import { cookiesOf } from '#lib/server/sign-in/cookies-of.ts'
import { sessionCookie, setCookieHeader } from '#lib/server/sign-in/session-cookie.ts'
import { signOut } from '#lib/server/sign-in/session.ts'

/** Signs this browser out. */
export const DELETE = endpoint({
  verb: signOut,
  reads: 'nothing',
  input: ({ request }) => ({ token: cookiesOf(request)[sessionCookie().name] ?? 'none' }),
  answer: () => new Response(null, { status: 204, headers: { 'Set-Cookie': setCookieHeader(null) } }),
})
