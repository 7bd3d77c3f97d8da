import { askedLocale } from '#lib/server/asked.ts'
import { callAgenda } from '#lib/server/call/call-agenda.ts'
import { respond } from '#lib/server/open-data/respond.ts'

/** The dates of a call for one's agenda; `?locale=en` for English. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  return respond(request, () => callAgenda(slug, askedLocale(request)))
}
