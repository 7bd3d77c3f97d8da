import { createHash } from 'node:crypto'
import { licence } from '#lib/domain/licence.ts'
import { problem } from '#lib/server/problem.ts'
import { isRefusal, type Refusal } from '#lib/server/refusal.ts'

/** What a public address gives, and what kind of thing it is. */
export type Content = { type: string; body: string | Uint8Array<ArrayBuffer>; fileName?: string }

const always = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After',
  Link: `<${licence.url}>; rel="license"`,
}

/**
 * Answers a GET anyone may make from any site, with a strong ETag made of the content: 200, or 304 when the
 * client has it. A refusal becomes problem+json (RFC 9457); anything else unexpected is thrown on.
 */
export async function respond(request: Request, content: () => Promise<Content>): Promise<Response> {
  try {
    const { type, body, fileName } = await content()
    const etag = `"${createHash('sha256').update(type).update('\0').update(body).digest('base64url').slice(0, 27)}"`
    const headers = new Headers({ ...always, ETag: etag, 'Cache-Control': 'public, max-age=60' })
    if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    headers.set('Content-Type', type)
    if (fileName !== undefined) headers.set('Content-Disposition', `inline; filename="${fileName}"`)
    return new Response(body, { headers })
  } catch (error) {
    if (isRefusal(error)) return refused(error)
    throw error
  }
}

/** `*`, or a list in which our tag stands, weak or strong (RFC 9110 §13.1.2). */
function matches(asked: string | null, etag: string): boolean {
  if (asked === null) return false
  return asked.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === etag)
}

function refused(refusal: Refusal): Response {
  const response = problem(refusal)
  for (const [name, value] of Object.entries(always)) response.headers.set(name, value)
  return response
}
