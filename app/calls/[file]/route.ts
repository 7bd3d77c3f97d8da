import { askedLocale } from '#lib/server/asked.ts'
import { callAgenda } from '#lib/server/call/call-agenda.ts'
import { respond } from '#lib/server/open-data/respond.ts'

/** The dates of a call for one's agenda, at an address without a language: `/calls/<slug>.ics`. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  return respond(request, () => callAgenda(file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '', askedLocale(request)))
}
