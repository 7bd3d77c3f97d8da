import { endpoint } from '#lib/server/endpoint.ts'
import { showOrganisation } from '#lib/server/organisation/show-organisation.ts'

export const GET = endpoint({ verb: showOrganisation, input: ({ params }) => ({ id: params.id }) })
