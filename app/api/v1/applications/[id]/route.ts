import { readApplication } from '#lib/server/application/open-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { endpoint } from '#lib/server/endpoint.ts'

export const GET = endpoint({ verb: readApplication, input: ({ params }) => ({ draftId: params.id }) })

export const DELETE = endpoint({
  verb: withdrawApplication,
  reads: 'nothing',
  input: ({ params }) => ({ applicationId: params.id }),
  answer: () => new Response(null, { status: 204 }),
})
