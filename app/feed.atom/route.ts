import { askedLocale } from '#lib/server/asked.ts'
import { newsFeed } from '#lib/server/open-data/feed.ts'
import { respond } from '#lib/server/open-data/respond.ts'

/** Next would write it once at build time, when there is neither database nor address. */
export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respond(request, () => newsFeed(askedLocale(request)))
}
