import { idempotencyKey, ifMatch } from '#lib/server/attempt-headers.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'
import { endpoint } from '#lib/server/endpoint.ts'

export const GET = endpoint({
  verb: showDraft,
  input: ({ params }) => ({ draftId: params.id }),
  answer: (draft) => Response.json(draft, { headers: { ETag: `"${draft.version}"` } }),
})

/** Saves fields of the draft on the version they were written on. */
export const PUT = endpoint({
  verb: saveDraft,
  swift: true,
  input: ({ params, body, request }) => ({ ...(body as object), draftId: params.id, version: ifMatch(request), key: idempotencyKey(request) }),
  answer: (saved) => Response.json(saved, { headers: { ETag: `"${saved.version}"` } }),
})
