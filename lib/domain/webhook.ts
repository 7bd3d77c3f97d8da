/**
 * Outgoing webhooks as Standard Webhooks 1.0 has them (github.com/standard-webhooks): what is signed, the headers, when to
 * try again. Bodies are thin: which, when and where to read it, never personal data. The HMAC-SHA256 itself is the server's.
 */
import { z } from 'zod'

export const webhookEvents = ['application.submitted', 'decision.released', 'laureate.announced', 'measurement.published'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What is sent: `timestamp` is when it happened, `data.url` where whoever may read it reads it. */
export const webhookPayload = z
  .object({ type: z.enum(webhookEvents), timestamp: z.iso.datetime(), data: z.object({ id: z.string(), url: z.url() }) })
  .meta({ id: 'WebhookPayload' })
export type WebhookPayload = z.infer<typeof webhookPayload>

/** The bytes that are signed, as text in UTF-8: identifier, seconds since 1970, body. Neither of the first two may hold a full stop. */
export function signedContent(id: string, timestamp: number, body: string): string {
  if (!/^[\w-]+$/u.test(id) || !Number.isSafeInteger(timestamp) || timestamp < 0) throw new RangeError('Not an identifier and whole seconds')
  return `${id}.${timestamp}.${body}`
}

/** The three headers. `signatures`: base64 of the HMAC-SHA256 of `signedContent`, one per secret while one takes over from another. */
export function webhookHeaders(id: string, timestamp: number, signatures: readonly string[]): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' ') }
}

const secretSign = 'whsec_'

/** A secret as it is shown and pasted, from its base64: 24 to 64 bytes. */
export function webhookSecret(base64: string): string {
  const secret = `${secretSign}${base64}`
  if (secretKey(secret) === null) throw new RangeError('24 to 64 bytes in base64')
  return secret
}

/** The base64 of a secret's bytes, which are the key of the HMAC; null when it is not one. */
export function secretKey(secret: string): string | null {
  const base64 = secret.startsWith(secretSign) ? secret.slice(secretSign.length) : ''
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(base64)) return null
  const bytes = (base64.length / 4) * 3 - (/=*$/u.exec(base64)?.[0].length ?? 0)
  return bytes >= 24 && bytes <= 64 ? base64 : null
}

/** Seconds to wait before each further attempt, some three days in all: the schedule that the specification gives. */
export const retryDelays = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** Seconds an attempt may take. */
export const webhookTimeout = 20

/** Seconds until the next attempt after `attempts` failed ones, up to a fifth longer by `chance` (0 to 1) so that all do not come at once; null: no more. */
export function retryDelay(attempts: number, chance: number): number | null {
  const delay = retryDelays[attempts - 1]
  return delay === undefined ? null : Math.round(delay * (1 + 0.2 * chance))
}

/** What an answer means, by its status, or null for none in time: only 2xx is delivered; 410 ends the subscription; a redirect is never followed and is tried again as it is. */
export function deliveryOutcome(status: number | null): 'delivered' | 'disabled' | 'retry' {
  if (status === null) return 'retry'
  if (status >= 200 && status < 300) return 'delivered'
  return status === 410 ? 'disabled' : 'retry'
}
