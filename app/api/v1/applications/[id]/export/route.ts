import { exportOwnApplication } from '#lib/server/application/export-own-application.ts'
import { endpoint } from '#lib/server/endpoint.ts'

export const GET = endpoint({
  verb: exportOwnApplication,
  input: ({ params }) => ({ draftId: params.id }),
  answer: (whole) => new Response(JSON.stringify(whole, null, 2), { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${whole.call}-${whole.exportedAt.slice(0, 10)}.json"` } }),
})
