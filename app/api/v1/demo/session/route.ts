import { isDemonstration } from '#lib/env.ts'
import { signInAsPersona } from '#lib/server/demonstration/personas.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { setCookieHeader } from '#lib/server/sign-in/session-cookie.ts'
import { unknownAddress } from '#lib/server/unknown-address.ts'

// Scripts take a persona here and send no Origin. Nothing is lost by that: a persona is anybody's for the asking,
// and a hostile page cannot leave the Origin out.
const enter = endpoint({
  verb: signInAsPersona,
  mayLackOrigin: true,
  answer: ({ token, personId }) => Response.json({ personId }, { headers: { 'Set-Cookie': setCookieHeader(token) } }),
})

export const POST: typeof enter = (request, context) => (isDemonstration() ? enter(request, context) : unknownAddress())
export { unknownAddress as GET, unknownAddress as PUT, unknownAddress as PATCH, unknownAddress as DELETE } from '#lib/server/unknown-address.ts'
