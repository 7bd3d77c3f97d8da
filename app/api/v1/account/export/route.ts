import { endpoint } from '#lib/server/endpoint.ts'
import { exportAccount } from '#lib/server/person/export-account.ts'

/** All the portal holds about the person who asks, as a file. */
export const GET = endpoint({
  verb: exportAccount,
  input: () => ({}),
  answer: (data) => new Response(JSON.stringify(data, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="passerelle.json"' },
  }),
})
