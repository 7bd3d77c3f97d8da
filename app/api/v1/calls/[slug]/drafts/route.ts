import { createDraft } from '#lib/server/draft/create-draft.ts'
import { idempotencyKey } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** Starts the organisation's draft, or answers the one there is. */
export const POST = endpoint({
  verb: createDraft,
  swift: true,
  input: ({ params, body, request }) => ({ ...(body as object), slug: params.slug, key: idempotencyKey(request) }),
  answer: (made) => Response.json(made, { status: made.isNew ? 201 : 200, headers: { ETag: `"${made.version}"`, Location: `/api/v1/drafts/${made.id}` } }),
})
