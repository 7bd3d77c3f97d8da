import { endpoint } from '#lib/server/endpoint.ts'
import { lookUpCompany } from '#lib/server/organisation/look-up-company.ts'

export const GET = endpoint({ verb: lookUpCompany, input: ({ params }) => ({ siren: params.siren }) })
