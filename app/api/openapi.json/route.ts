import { openApiDocument } from '#lib/server/open-data/openapi.ts'
import { respond } from '#lib/server/open-data/respond.ts'

export function GET(request: Request): Promise<Response> {
  return respond(request, async () => ({ type: 'application/json', body: JSON.stringify(openApiDocument(), null, 1) }))
}
