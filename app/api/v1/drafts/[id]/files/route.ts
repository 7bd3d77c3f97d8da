import { idempotencyKey } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { sendFile } from '#lib/server/file/send-file.ts'
import { announcedBody } from '#lib/server/file/upload-headers.ts'

/** Takes a file, its bytes as the body: `name` in the address, `questionId` for a question of the call, none for the evidence. */
export const POST = endpoint({
  verb: sendFile,
  reads: 'nothing',
  input: ({ params, search, request }) => ({
    draftId: params.id, questionId: search.questionId || null, name: search.name ?? '', key: idempotencyKey(request),
    body: request.body ?? new Blob([]).stream(), ...announcedBody(request),
  }),
  answer: (kept) => Response.json(kept, { status: 201, headers: { Location: `/api/v1/files/${kept.id}` } }),
})
