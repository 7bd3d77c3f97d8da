import { createHmac, hash, randomBytes, randomInt } from 'node:crypto'
import { env } from '#lib/env.ts'

/** 256 random bits, safe in an address and in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: its SHA-256. The token is random enough that no key is needed. */
export function hashOfToken(token: string): Uint8Array {
  return hash('sha256', token, 'buffer')
}

/** Six digits, to be typed on another device. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** What is kept of a code. A million codes are soon tried, so the hash needs a key and the address it was sent to. */
export function hashOfCode(email: string, code: string): Uint8Array {
  return keyed('sign-in-code', `${email} ${code}`)
}

/** Counts tries about an address without keeping it readable. */
export function tryKey(kind: string, subject: string): string {
  return `${kind}:${Buffer.from(keyed('try', subject)).toString('base64url').slice(0, 22)}`
}

function keyed(purpose: string, text: string): Uint8Array {
  return createHmac('sha256', env().AUTH_SECRET).update(`${purpose} ${text}`).digest()
}
