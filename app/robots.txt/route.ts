import { permalink } from '#lib/server/open-data/permalink.ts'

/** Next would write it once at build time, when there is neither database nor address. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  const text = ['User-agent: *', 'Disallow: /api/', 'Disallow: /*/account', 'Disallow: /*/sign-in', `Sitemap: ${permalink('/sitemap.xml')}`, ''].join('\n')
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
