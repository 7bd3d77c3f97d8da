import { Refusal } from '#lib/server/refusal.ts'

/** The version a change was written on (RFC 9110 §13.1.1). Throws `invalid` for the reason `if-match` when it is missing or no number. */
export function ifMatch(request: Request): number {
  const version = /^"?(\d{1,9})"?$/.exec(request.headers.get('if-match')?.trim() ?? '')?.[1]
  if (version === undefined) throw new Refusal('invalid', { reason: 'if-match' })
  return Number(version)
}

/** What names one attempt, so that trying again does nothing twice. Throws `invalid` for the reason `idempotency-key`. */
export function idempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key')?.trim() ?? ''
  if (!/^[\w-]{8,100}$/.test(key)) throw new Refusal('invalid', { reason: 'idempotency-key' })
  return key
}
