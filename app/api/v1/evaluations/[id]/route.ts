import { idempotencyKey, ifMatch } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { openEvaluation } from '#lib/server/evaluation/open-evaluation.ts'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'

/** One's own evaluation, and the application as its scorers read it. */
export const GET = endpoint({
  verb: openEvaluation,
  swift: true,
  input: ({ params }) => ({ evaluationId: params.id }),
  answer: ({ opened }) => Response.json(opened, { headers: { ETag: `"${opened.version}"` } }),
})

/** Saves fields of the evaluation on the version they were written on. */
export const PUT = endpoint({
  verb: saveEvaluation,
  swift: true,
  input: ({ params, body, request }) => ({ ...(body as object), evaluationId: params.id, version: ifMatch(request), key: idempotencyKey(request) }),
  answer: (saved) => Response.json(saved, { headers: { ETag: `"${saved.version}"` } }),
})
