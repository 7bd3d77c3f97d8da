/**
 * Notices to other tools, as Standard Webhooks 1.0.0 writes them (standardwebhooks.com, specification): a small JSON body
 * of identifiers and addresses, signed with a secret shared by the two sides, under an identifier that stays at each retry.
 */
import { z } from 'zod'

export const webhookEvents = ['application.submitted', 'decision.released', 'laureate.announced', 'measurement.published'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** `whsec_` and 24 to 64 bytes in base64. */
const secretPrefix = 'whsec_'

/** Where a notice goes: https alone, without a name or password in it, at most 2,000 characters. Codes: `address`. */
export const webhookAddress = z.string().trim().max(2_000).refine((text) => {
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== ''
}, { params: { code: 'address' } })

/** The body of a notice; `data` holds identifiers and addresses, nothing of anybody. */
export function webhookBody(type: WebhookEvent, timestamp: Date, data: Record<string, string | number>): string {
  return JSON.stringify({ type, timestamp: timestamp.toISOString(), data })
}

/** What is signed with HMAC-SHA256: `id.seconds.body`. */
export function signedContent(id: string, seconds: number, body: string): string {
  return `${id}.${seconds}.${body}`
}

/** The bytes of a secret as shown, or null where it is none. */
export function secretBytes(secret: string): Uint8Array | null {
  if (!secret.startsWith(secretPrefix)) return null
  const text = secret.slice(secretPrefix.length)
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null
  const bytes = Uint8Array.from(atob(text.padEnd(Math.ceil(text.length / 4) * 4, '=')), (sign) => sign.codePointAt(0) ?? 0)
  return bytes.length >= 24 && bytes.length <= 64 ? bytes : null
}

/** A secret as it is shown once, from 24 to 64 random bytes. */
export function writtenSecret(bytes: Uint8Array): string {
  return `${secretPrefix}${btoa(String.fromCodePoint(...bytes))}`
}

/** How long a notice stays in the log after its last try. */
export const daysDeliveriesAreKept = 90

/** Seconds after each failed try before the next, about three days in all, then none is left. */
const pauses = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** Seconds to wait after the `tries`-th failed try (from 1), up to a fifth longer by `chance` (0 to 1); null when it was the last. */
export function pauseAfter(tries: number, chance: number): number | null {
  const pause = pauses[tries - 1]
  return pause === undefined ? null : Math.round(pause * (1 + chance / 5))
}

/** What an answer means: done, the receiver is gone for good (410), or to be tried again. Redirections are never followed. */
export function verdictOn(status: number): 'done' | 'gone' | 'again' {
  if (status >= 200 && status < 300) return 'done'
  return status === 410 ? 'gone' : 'again'
}
