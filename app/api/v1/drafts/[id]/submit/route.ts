import { submitApplication } from '#lib/server/application/submit-application.ts'
import { idempotencyKey, ifMatch } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** Deposits the draft in the version its owner saw. */
export const POST = endpoint({
  verb: submitApplication,
  swift: true,
  reads: 'nothing',
  input: ({ params, request }) => ({ draftId: params.id, version: ifMatch(request), key: idempotencyKey(request) }),
  answer: (receipt) => Response.json(receipt, { status: 201, headers: { Location: `/api/v1/applications/${receipt.id}/receipts/${receipt.sequence}` } }),
})
