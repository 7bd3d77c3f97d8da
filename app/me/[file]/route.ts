import { ownAgenda } from '#lib/server/calendar/own-agenda.ts'
import { respond } from '#lib/server/open-data/respond.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** Somebody's own dates, at an address that only they were given: no copy of it stays on the way. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params
  const response = await respond(request, async () => {
    if (!file.endsWith('.ics')) throw new Refusal('not-found')
    return ownAgenda(file.slice(0, -'.ics'.length))
  })
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.delete('Access-Control-Allow-Origin')
  response.headers.delete('Link')
  return response
}
