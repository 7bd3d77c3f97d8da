import { endpoint } from '#lib/server/endpoint.ts'
import { requestSignIn } from '#lib/server/sign-in/request-sign-in.ts'

export const POST = endpoint({ verb: requestSignIn, answer: () => Response.json({ sent: true }, { status: 202 }) })
