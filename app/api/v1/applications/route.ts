import { listApplications } from '#lib/server/application/list-applications.ts'
import { endpoint } from '#lib/server/endpoint.ts'

export const GET = endpoint({ verb: listApplications, input: () => ({}), answer: ({ files }) => Response.json({ applications: files }) })
