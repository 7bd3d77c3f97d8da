import { STATUS_CODES } from 'node:http'
import type { Refusal, RefusalCode } from '#lib/server/refusal.ts'

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  closed: 409,
  conflict: 409,
  invalid: 422,
  'too-many': 429,
  busy: 503,
}

/** A refusal as problem+json (RFC 9457): `code` and `reason` are stable, `faults` name fields, nobody's sentence is in it. */
export function problem({ code, reason, faults, retryAfter, current }: Pick<Refusal, 'code' | 'reason' | 'faults' | 'retryAfter' | 'current'>, status = statusOf[code]): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, code, ...(reason && { reason }), ...(faults.length > 0 && { faults }), ...(current !== undefined && { current }) }
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  return new Response(JSON.stringify(body), { status, headers })
}
