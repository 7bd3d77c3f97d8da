import { endpoint } from '#lib/server/endpoint.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { leaveForProvider, stepAnswer } from '#lib/server/sign-in/provider-journey.ts'

/** Leads to the identity provider. Another site may not start the journey (threat T18). */
export const GET = endpoint({
  verb: (caller, { from, returnTo }: { from: string | null; returnTo?: string }) => {
    if (from === 'cross-site') throw new Refusal('forbidden', { reason: 'foreign-origin' })
    return leaveForProvider(caller, { returnTo })
  },
  input: ({ request, search }) => ({ from: request.headers.get('sec-fetch-site'), returnTo: search.returnTo }),
  answer: stepAnswer,
})
