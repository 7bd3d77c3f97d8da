import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '#lib/env.ts'

type Claims = { sub: string; email?: string; name?: string; given_name?: string; family_name?: string; usual_name?: string }

/** What the presets know of a provider; each can be overridden by the environment. */
const presets = {
  generic: { scope: 'openid email profile', idTokenAlg: 'RS256', userinfoAlg: undefined, checks: ['pkce', 'state', 'nonce'], authMethod: undefined },
  // ProConnect: no `profile` scope (unknown parameters and scopes are errors), signed userinfo that alone carries the
  // name, credentials in the form body. From its federation's source, 2026-08.
  proconnect: { scope: 'openid given_name usual_name email uid siret', idTokenAlg: 'ES256', userinfoAlg: 'ES256', checks: ['state', 'nonce'], authMethod: 'client_secret_post' },
} as const

/** True when the portal also signs people in through an OpenID Connect provider. */
export function hasIdentityProvider(): boolean {
  return env().OIDC_ISSUER !== undefined
}

/** The provider the environment names, in next-auth's words; null when there is none. */
export function identityProvider(): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_PRESET, OIDC_SCOPE, OIDC_ID_TOKEN_ALG, OIDC_USERINFO_ALG } = env()
  if (!issuer || !clientId || !clientSecret) return null
  const preset = presets[OIDC_PRESET]
  const userinfoAlg = OIDC_USERINFO_ALG ?? preset.userinfoAlg
  return {
    id: 'oidc',
    name: 'oidc',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: OIDC_SCOPE ?? preset.scope } },
    idToken: true,
    checks: [...preset.checks],
    client: {
      id_token_signed_response_alg: OIDC_ID_TOKEN_ALG ?? preset.idTokenAlg,
      ...(userinfoAlg && { userinfo_signed_response_alg: userinfoAlg }),
      ...(preset.authMethod && { token_endpoint_auth_method: preset.authMethod }),
    },
    userinfo: { request: ({ client, tokens }) => client.userinfo(tokens as Parameters<typeof client.userinfo>[0]) as Promise<Claims> },
    profile: (claims) => ({ id: claims.sub, email: claims.email ?? '', name: nameOf(claims) }),
  }
}

/** ProConnect says `usual_name` for the family name. */
function nameOf({ name, given_name: given, usual_name: usual, family_name: family }: Claims): string {
  return name ?? [given, usual ?? family].filter(Boolean).join(' ')
}
