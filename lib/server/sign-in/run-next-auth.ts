import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import * as nextAuthModule from 'next-auth'
import type { AuthOptions } from 'next-auth'
import { env } from '#lib/env.ts'
import { newToken } from '#lib/server/sign-in/secret.ts'
import { isSecure } from '#lib/server/sign-in/session-cookie.ts'

type Cookies = Record<string, string>
type Asked = { method: 'GET' | 'POST'; path: [string, string]; query?: Record<string, string>; body?: Record<string, string>; cookies: Cookies; headers?: IncomingHttpHeaders }
type Handler = (request: unknown, response: unknown, options: AuthOptions) => Promise<void>

// Bundlers and bare Node disagree on what the default export of a CommonJS module is.
const exported = nextAuthModule.default as unknown as Handler | { default: Handler }
const handle: Handler = typeof exported === 'function' ? exported : exported.default

/**
 * Asks next-auth one thing outside of Next's own request, and returns where it redirects and the cookies it sets.
 * Its addresses are built from PORTAL_URL, never from headers.
 */
export async function runNextAuth({ method, path, query = {}, body = {}, cookies, headers = {} }: Asked, options: AuthOptions): Promise<{ location: string | null; cookies: string[] }> {
  process.env.NEXTAUTH_URL ??= env().PORTAL_URL
  const answer = new Map<string, unknown>()
  const response = {
    status: () => response,
    setHeader: (name: string, value: unknown) => answer.set(name.toLowerCase(), value) && response,
    getHeader: (name: string) => answer.get(name.toLowerCase()),
    end: () => response,
    send: () => response,
    json: () => response,
  }
  await handle({ method, query: { ...query, nextauth: path }, body, cookies, headers }, response, options)
  return { location: (answer.get('location') as string | undefined) ?? null, cookies: [answer.get('set-cookie') ?? []].flat() as string[] }
}

/** Starts the journey to the provider. Our own check of Origin stands for next-auth's token against forged requests. */
export async function startAtProvider(options: AuthOptions, returnTo: string): Promise<{ location: string | null; cookies: string[] }> {
  const token = newToken()
  const proof = createHash('sha256').update(`${token}${env().AUTH_SECRET}`).digest('hex')
  const name = `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`
  return runNextAuth({
    method: 'POST',
    path: ['signin', 'oidc'],
    body: { csrfToken: token, callbackUrl: `${env().PORTAL_URL}${returnTo}` },
    cookies: { [name]: `${token}|${proof}` },
  }, options)
}
