import { randomUUID } from 'node:crypto'
import { isOwnOrigin, mayChange } from '#lib/domain/own-origin.ts'
import { env } from '#lib/env.ts'
import { currentCaller, sessionCaller } from '#lib/server/actor.ts'
import { formBody, jsonBody } from '#lib/server/body.ts'
import type { Caller } from '#lib/server/opening.ts'
import { problem } from '#lib/server/problem.ts'
import { isRefusal, Refusal } from '#lib/server/refusal.ts'

type Verb<I, R> = (caller: Caller, input: I) => Promise<R>
type Context = { params: Promise<Record<string, string | string[] | undefined>> }
export type Asked = { body: unknown; params: Record<string, string>; search: Record<string, string>; request: Request }

type Options<I, R> = {
  verb: Verb<I, R>
  /** JSON unless said otherwise; GET has no body. */
  reads?: 'json' | 'form' | 'nothing'
  /** What the verb gets: the body alone unless said otherwise. The verb's own schema judges it. */
  input?: (asked: Asked) => unknown
  /** What the client gets: the result as JSON unless said otherwise. */
  answer?: (result: R, asked: Asked) => Response | Promise<Response>
  /** Who asks is known by the session's hash alone, looked up by the verb itself: for what is asked at every pause in typing. */
  swift?: true
  /** For scripts, which send no Origin at all. A foreign or `null` one is refused all the same. */
  mayLackOrigin?: true
}

/**
 * A route handler around one verb: Origin (threat T18), size and kind of body, caller, and refusals as problem+json.
 * Answers are `no-store`, unless they say more: what a verb returns is for the one who asked.
 */
export function endpoint<I, R>({ verb, reads = 'json', input = ({ body }) => body, answer = (result) => Response.json(result), swift, mayLackOrigin }: Options<I, R>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      requireOrigin(request, mayLackOrigin)
      const asked = {
        request,
        params: (await context.params) as Record<string, string>,
        search: request.url.includes('?') ? Object.fromEntries(new URL(request.url).searchParams) : {},
        body: await bodyOf(request, reads),
      }
      const result = await verb(swift ? sessionCaller(request) : await currentCaller(), input(asked) as I)
      const response = await answer(result, asked)
      if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
      return response
    } catch (error) {
      return refused(error)
    }
  }
}

function bodyOf(request: Request, reads: 'json' | 'form' | 'nothing'): Promise<unknown> | undefined {
  if (!mayChange(request.method) || reads === 'nothing') return undefined
  return reads === 'form' ? formBody(request) : jsonBody(request)
}

function requireOrigin(request: Request, mayLackOrigin: true | undefined) {
  if (!mayChange(request.method)) return
  const origin = request.headers.get('origin') ?? undefined
  if (origin === undefined && mayLackOrigin) return
  if (!isOwnOrigin({ origin, host: request.headers.get('host') ?? undefined }, env().PORTAL_URL)) throw new Refusal('forbidden', { reason: 'foreign-origin' })
}

const statuses: Record<string, number> = { 'too-large': 413, 'content-type': 415, malformed: 400, 'too-deep': 400, 'if-match': 428, 'idempotency-key': 400 }

function refused(error: unknown): Response {
  if (isRefusal(error)) return problem(error, error.code === 'invalid' ? statuses[error.reason ?? ''] : undefined)
  const id = randomUUID()
  console.error(id, error)
  return Response.json({ type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'unexpected', instance: `urn:uuid:${id}` }, {
    status: 500,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  })
}
