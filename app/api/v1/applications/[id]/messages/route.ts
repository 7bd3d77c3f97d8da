import { idempotencyKey } from '#lib/server/attempt-headers.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { listMessages } from '#lib/server/message/read-messages.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'

export const GET = endpoint({ verb: listMessages, input: ({ params }) => ({ draftId: params.id }) })

export const POST = endpoint({
  verb: sendMessage,
  input: ({ params, body, request }) => ({ ...(body as object), draftId: params.id, key: idempotencyKey(request) }),
  answer: (sent) => Response.json(sent, { status: 201 }),
})
