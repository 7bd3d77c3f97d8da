import { endpoint } from '#lib/server/endpoint.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { listMyOrganisations } from '#lib/server/organisation/show-organisation.ts'

export const GET = endpoint({ verb: listMyOrganisations, input: () => ({}) })
export const POST = endpoint({ verb: createOrganisation, answer: (made) => Response.json(made, { status: 201 }) })
