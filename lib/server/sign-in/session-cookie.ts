import { env } from '#lib/env.ts'
import { longestDays } from '#lib/server/sign-in/open-session.ts'

/** True when the portal is reached over https, where the cookie may carry the `__Host-` promise. */
export function isSecure(): boolean {
  return env().PORTAL_URL.startsWith('https://')
}

/** The session cookie: readable by no script, sent by no other site's forms. The database decides when a session is over. */
export function sessionCookie() {
  const secure = isSecure()
  return {
    name: secure ? '__Host-portal.session' : 'portal.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: longestDays * 86_400 },
  } as const
}

/** The header that sets the cookie, or removes it when `token` is null. */
export function setCookieHeader(token: string | null): string {
  const { name, options } = sessionCookie()
  const age = token === null ? 0 : options.maxAge
  return `${name}=${token ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`
}
