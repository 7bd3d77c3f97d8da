import { cookies } from 'next/headers'
import { isSecure, sessionCookie } from '#lib/server/sign-in/session-cookie.ts'

/** Gives the browser its session. */
export async function keepSession(token: string): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, token, options)
}

/** Takes it back. */
export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

const asked = 'portal.asked'

/** Remembers for a quarter of an hour, in this browser only, which address a code was asked for. */
export async function keepAskedAddress(email: string): Promise<void> {
  ;(await cookies()).set(asked, email, { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: 900 })
}

/** The address last asked for here; '' when it is not known. */
export async function askedAddress(): Promise<string> {
  return (await cookies()).get(asked)?.value ?? ''
}
