import { Refusal } from '#lib/server/refusal.ts'
import { problem } from '#lib/server/problem.ts'
import type { Admission } from '#lib/server/sign-in/admit.ts'
import { setCookieHeader } from '#lib/server/sign-in/session-cookie.ts'

/** A try to sign in, as an answer: the cookie, or why not. */
export function answerAdmission(admission: Admission): Response {
  switch (admission.outcome) {
    case 'signed-in':
      return Response.json({ signedIn: true, returnTo: admission.returnTo }, { headers: { 'Set-Cookie': setCookieHeader(admission.token) } })
    case 'unusable':
      return problem(new Refusal('not-found', { reason: 'unusable' }))
    case 'disabled':
      return problem(new Refusal('forbidden', { reason: 'disabled' }))
  }
}
