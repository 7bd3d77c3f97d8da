import { showDeliberation } from '#lib/server/deliberation/show-deliberation.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** A jury's meeting as whoever asks may follow it. */
export const GET = endpoint({ verb: showDeliberation, input: ({ params }) => ({ deliberationId: params.id }) })
