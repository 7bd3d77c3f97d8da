import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { endpoint } from '#lib/server/endpoint.ts'

export const POST = endpoint({ verb: declareConflict, answer: () => new Response(null, { status: 204 }) })
