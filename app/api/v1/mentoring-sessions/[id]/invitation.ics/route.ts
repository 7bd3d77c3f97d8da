import { askedLocale } from '#lib/server/asked.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { sessionCalendar, showInvitation } from '#lib/server/mentoring-session/session-invitation.ts'

/** An agreed session for one's calendar; `?locale=en` for English. */
export const GET = endpoint({
  verb: showInvitation,
  swift: true,
  input: ({ params }) => ({ sessionId: params.id }),
  answer: (invited, { request }) => new Response(sessionCalendar(invited, askedLocale(request)), { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="invitation.ics"' } }),
})
