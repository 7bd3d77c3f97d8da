import { endpoint } from '#lib/server/endpoint.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { cookiesOf } from '#lib/server/sign-in/cookies-of.ts'
import { returnFromProvider, stepAnswer } from '#lib/server/sign-in/provider-journey.ts'

/** Where the identity provider sends people back. next-auth's other addresses do not exist here. */
export const GET = endpoint({
  verb: (caller, { path, search, cookies }: { path: string; search: Record<string, string>; cookies: Record<string, string> }) => {
    if (path !== 'callback/oidc') throw new Refusal('not-found')
    return returnFromProvider(caller, search, cookies)
  },
  input: ({ params, search, request }) => ({ path: [params.nextauth].flat().join('/'), search, cookies: cookiesOf(request) }),
  answer: stepAnswer,
})
