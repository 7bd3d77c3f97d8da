import { meetingStream } from '#lib/server/deliberation/follow-meeting.ts'
import { showDeliberation } from '#lib/server/deliberation/show-deliberation.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** Tells those who take part in a meeting, as it happens, that it moved. */
export const GET = endpoint({
  verb: showDeliberation,
  input: ({ params }) => ({ deliberationId: params.id }),
  answer: ({ id }, { request }) => new Response(meetingStream(id, request.signal), { headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' } }),
})
