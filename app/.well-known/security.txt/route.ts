import { securityText } from '#lib/server/instance/security-contact.ts'

export function GET(): Response {
  return new Response(securityText(new Date()), { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
