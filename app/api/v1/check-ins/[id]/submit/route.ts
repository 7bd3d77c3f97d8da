import { ifMatch } from '#lib/server/attempt-headers.ts'
import { submitCheckIn } from '#lib/server/check-in/submit-check-in.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** Submits the check-in as it is at the version of `If-Match`; the same again is answered the same. */
export const POST = endpoint({
  verb: submitCheckIn,
  swift: true,
  reads: 'nothing',
  input: ({ params, request }) => ({ checkInId: params.id, version: ifMatch(request) }),
  answer: (submitted) => Response.json(submitted, { status: 201 }),
})
