import { returnPath } from '#lib/domain/return-path.ts'
import { env } from '#lib/env.ts'
import { isLocale, type Locale } from '#lib/i18n/locale.ts'
import type { Caller } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { hasIdentityProvider } from '#lib/server/sign-in/identity-provider.ts'
import { signingInOptions } from '#lib/server/sign-in/next-auth-options.ts'
import { runNextAuth, startAtProvider } from '#lib/server/sign-in/run-next-auth.ts'

type Step = { location: string; cookies: string[] }

/**
 * Sends the browser to the identity provider. A link, not a form: the page's policy forbids forms to lead elsewhere.
 * Throws `not-found` when there is no provider, `busy` when it does not answer.
 */
export async function leaveForProvider(caller: Caller, asked: { returnTo?: string | undefined }): Promise<Step> {
  if (!hasIdentityProvider()) throw new Refusal('not-found')
  const path = returnPath(asked.returnTo) ?? '/fr/account'
  const { location, cookies } = await startAtProvider(signingInOptions(caller, localeOf(path)), path)
  if (!location || location.startsWith(env().PORTAL_URL)) throw new Refusal('busy', { reason: 'provider', retryAfter: 30 })
  return { location, cookies }
}

/** Takes the browser back from the provider: signed in, or on the sign-in page with the reason. */
export async function returnFromProvider(caller: Caller, query: Record<string, string>, cookies: Record<string, string>): Promise<Step> {
  if (!hasIdentityProvider()) throw new Refusal('not-found')
  const wanted = Object.entries(cookies).find(([name]) => name.endsWith('next-auth.callback-url'))?.[1] ?? ''
  const locale = localeOf(wanted.replace(env().PORTAL_URL, ''))
  const step = await runNextAuth({ method: 'GET', path: ['callback', 'oidc'], query, cookies }, signingInOptions(caller, locale))
  const wentWrong = !step.location || step.location.includes('/api/auth/')
  return { location: wentWrong ? `${env().PORTAL_URL}/${locale}/sign-in?refused=provider` : (step.location as string), cookies: step.cookies }
}

export function stepAnswer({ location, cookies }: Step): Response {
  const headers = new Headers({ Location: location })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

function localeOf(path: string): Locale {
  const first = path.split('/')[1]
  return isLocale(first) ? first : 'fr'
}
