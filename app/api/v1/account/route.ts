import { endpoint } from '#lib/server/endpoint.ts'
import { updateAccount } from '#lib/server/person/change-account.ts'
import { showAccount } from '#lib/server/person/show-account.ts'

export const GET = endpoint({ verb: showAccount, input: () => ({}) })
export const PATCH = endpoint({ verb: updateAccount, answer: () => new Response(null, { status: 204 }) })
