import type { AuthOptions } from 'next-auth'
import { env } from '#lib/env.ts'
import { identityProvider } from '#lib/server/sign-in/identity-provider.ts'
import { sessionAdapter } from '#lib/server/sign-in/session-adapter.ts'
import { newToken } from '#lib/server/sign-in/secret.ts'
import { idleDays } from '#lib/server/sign-in/open-session.ts'
import { isSecure, sessionCookie } from '#lib/server/sign-in/session-cookie.ts'
import { signInWithIdentity } from '#lib/server/sign-in/sign-in-with-identity.ts'
import type { Caller } from '#lib/server/opening.ts'
import { returnPath } from '#lib/domain/return-path.ts'

/**
 * Settings for signing in through the OpenID Connect provider. Who may come in is decided by our own verb in the
 * `signIn` callback; next-auth then finds the identity already tied to a person and only opens the session.
 */
export function signingInOptions(caller: Caller, locale: 'fr' | 'en'): AuthOptions {
  const provider = identityProvider()
  const refused = (reason: string) => `${env().PORTAL_URL}/${locale}/sign-in?refused=${reason}`
  return {
    secret: env().AUTH_SECRET,
    cookies: { sessionToken: sessionCookie() },
    providers: provider ? [provider] : [],
    adapter: sessionAdapter(caller),
    session: { strategy: 'database', maxAge: idleDays * 86_400, updateAge: 3_600, generateSessionToken: newToken },
    useSecureCookies: isSecure(),
    logger: { error: (code, metadata) => console.error(code, metadata instanceof Error ? metadata.message : metadata.error.message), warn: () => {}, debug: () => {} },
    pages: { signIn: `/${locale}/sign-in`, error: `/${locale}/sign-in` },
    callbacks: {
      signIn: async ({ account, user, profile }) => {
        if (!account) return refused('provider')
        const { outcome } = await signInWithIdentity(caller, {
          provider: account.provider,
          subject: account.providerAccountId,
          email: user.email ?? null,
          addressIsVerified: env().OIDC_PRESET === 'proconnect' || (profile as { email_verified?: unknown })?.email_verified === true,
          name: user.name ?? null,
          locale,
        })
        return outcome === 'known' || outcome === 'linked' ? true : refused(outcome)
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${returnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url) ?? `/${locale}/account`}`,
    },
  }
}
