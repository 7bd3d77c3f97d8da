import { idempotencyKey, ifMatch } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { submitEvaluation } from '#lib/server/evaluation/submit-evaluation.ts'

/** Submits the evaluation as it is at the version of `If-Match`; the same key again is answered the same. */
export const POST = endpoint({
  verb: submitEvaluation,
  swift: true,
  reads: 'nothing',
  input: ({ params, request }) => ({ evaluationId: params.id, version: ifMatch(request), key: idempotencyKey(request) }),
  answer: (submitted) => Response.json(submitted, { status: 201 }),
})
