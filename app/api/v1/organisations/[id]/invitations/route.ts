import { endpoint } from '#lib/server/endpoint.ts'
import { sendInvitation } from '#lib/server/invitation/send-invitation.ts'

export const POST = endpoint({
  verb: sendInvitation,
  input: ({ body, params }) => ({ ...(body as object), organisationId: params.id }),
  answer: () => Response.json({ sent: true }, { status: 202 }),
})
