import { respond } from '#lib/server/open-data/respond.ts'
import { sitemap } from '#lib/server/open-data/sitemap.ts'

/** Next would write it once at build time, when there is neither database nor address. */
export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respond(request, async () => ({ type: 'application/xml; charset=utf-8', body: await sitemap() }))
}
