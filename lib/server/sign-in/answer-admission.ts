import type { Admitted } from '#lib/server/sign-in/admitted.ts'
import { setCookieHeader } from '#lib/server/sign-in/session-cookie.ts'

/** Signed in, as an answer: the cookie, and where the person wanted to go. */
export function answerAdmission({ token, returnTo }: Admitted): Response {
  return Response.json({ signedIn: true, returnTo }, { headers: { 'Set-Cookie': setCookieHeader(token) } })
}
