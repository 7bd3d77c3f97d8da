import { idempotencyKey } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { enterMeasurement } from '#lib/server/measurement/enter-measurement.ts'

/** Enters a value of a metric, as a draft or, with `submit`, to be verified. */
export const POST = endpoint({
  verb: enterMeasurement,
  input: ({ params, body, request }) => ({ ...(body as object), metricId: params.id, key: idempotencyKey(request) }),
  answer: ({ id, state, version, recordedAt, doubts, programmeId, metricId, isNew }) => Response.json({ id, state, version, recordedAt, doubts }, { status: isNew ? 201 : 200, headers: { Location: `/fr/programmes/${programmeId}/metrics/${metricId}#measurement-${id}` } }),
})
