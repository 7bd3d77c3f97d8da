import { idempotencyKey } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { sendDocument } from '#lib/server/file/send-file.ts'
import { announcedBody } from '#lib/server/file/upload-headers.ts'

/** Takes a document, its bytes as the body: `name` in the address, `milestoneId` for what shows a milestone, none for the whole programme. */
export const POST = endpoint({
  verb: sendDocument,
  reads: 'nothing',
  input: ({ params, search, request }) => ({
    programmeId: params.id, milestoneId: search.milestoneId || null, name: search.name ?? '', key: idempotencyKey(request),
    body: request.body ?? new Blob([]).stream(), ...announcedBody(request),
  }),
  answer: (kept) => Response.json(kept, { status: 201, headers: { Location: `/api/v1/files/${kept.id}` } }),
})
