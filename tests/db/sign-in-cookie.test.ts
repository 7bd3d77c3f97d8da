import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('the session cookie is no script\'s and no other site\'s; over https it is bound to the host', async () => {
  const plain = await import('#lib/server/sign-in/session-cookie.ts')
  expect(plain.setCookieHeader('token')).toBe('portal.session=token; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax')
  expect(plain.setCookieHeader(null)).toBe('portal.session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
  vi.stubEnv('PORTAL_URL', 'https://portal.test')
  vi.resetModules()
  const secure = await import('#lib/server/sign-in/session-cookie.ts')
  expect(secure.sessionCookie()).toEqual({
    name: '__Host-portal.session', options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: 7_776_000 },
  })
  expect(secure.setCookieHeader('token')).toBe('__Host-portal.session=token; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure')
})
