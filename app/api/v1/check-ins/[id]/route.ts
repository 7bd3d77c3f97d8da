import { idempotencyKey, ifMatch } from '#lib/server/attempt-headers.ts'
import { openCheckIn } from '#lib/server/check-in/open-check-in.ts'
import { saveCheckIn } from '#lib/server/check-in/save-check-in.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** A check-in as whoever asks may read it. */
export const GET = endpoint({
  verb: openCheckIn,
  swift: true,
  input: ({ params }) => ({ checkInId: params.id }),
  answer: (opened) => Response.json(opened, { headers: { ETag: `"${opened.version}"` } }),
})

/** Saves fields of the check-in on the version they were written on. */
export const PUT = endpoint({
  verb: saveCheckIn,
  swift: true,
  input: ({ params, body, request }) => ({ ...(body as object), checkInId: params.id, version: ifMatch(request), key: idempotencyKey(request) }),
  answer: (saved) => Response.json(saved, { headers: { ETag: `"${saved.version}"` } }),
})
