import { Refusal } from '#lib/server/refusal.ts'

/** What the sender announces of a body before its first byte: its length, and its SHA-256 in hexadecimal. */
export type Announced = { size?: number; sha256?: string }

/**
 * Reads Content-Length, and the digest from Content-Digest (RFC 9530: `sha-256=:base64:`) or X-Content-SHA256 (hexadecimal).
 * Throws `invalid` for the reason `content-digest` when a digest is there that is neither; other algorithms say nothing.
 */
export function announcedBody({ headers }: Request): Announced {
  const length = headers.get('content-length') ?? ''
  const sha256 = digestOf(headers.get('content-digest'), headers.get('x-content-sha256'))
  return { ...(/^\d{1,15}$/.test(length) && { size: Number(length) }), ...(sha256 !== undefined && { sha256 }) }
}

function digestOf(field: string | null, plain: string | null): string | undefined {
  const given = field?.split(',').map((each) => each.trim()).find((each) => each.startsWith('sha-256='))
  const hex = given === undefined ? plain?.trim().toLowerCase() : hexOf(given)
  if (hex !== undefined && !/^[0-9a-f]{64}$/.test(hex)) throw new Refusal('invalid', { reason: 'content-digest' })
  return hex
}

function hexOf(given: string): string {
  const base64 = /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(given)?.[1]
  return base64 === undefined ? '' : Buffer.from(base64, 'base64').toString('hex')
}
