import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync } from 'node:crypto'
import { Provider, type Configuration } from 'oidc-provider'

export type Account = Record<string, unknown> & { sub: string }
export type TestProvider = { issuer: string; signedIn: Account; stop(): Promise<void>; authorise(address: string): Promise<string>; seen: { scope: string | null; parameters: string[] } }

/**
 * A real OpenID Connect provider on this machine, whose one user is whoever `signedIn` says and agrees to everything.
 * With `signed`, answers about the user are JWTs signed by `alg`, as ProConnect's are.
 */
export async function startProvider({ redirectUri, alg, signed }: { redirectUri: string; alg: 'ES256' | 'RS256'; signed: boolean }): Promise<TestProvider> {
  const server: Server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const self = { issuer, signedIn: { sub: 'nobody' } as Account, seen: { scope: null as string | null, parameters: [] as string[] } }
  const configuration: Configuration = {
    clients: [{
      client_id: 'portal', client_secret: 'a secret of the portal and its provider', redirect_uris: [redirectUri],
      token_endpoint_auth_method: signed ? 'client_secret_post' : 'client_secret_basic', id_token_signed_response_alg: alg,
      ...(signed && { userinfo_signed_response_alg: alg }),
    }],
    jwks: { keys: [signingKey(alg)] },
    scopes: ['openid', 'email', 'profile', 'given_name', 'usual_name', 'uid', 'siret'],
    claims: {
      openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'],
      given_name: ['given_name'], usual_name: ['usual_name'], uid: ['uid'], siret: ['siret'],
    },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: signed } },
    enabledJWA: { userinfoSigningAlgValues: ['ES256', 'RS256'], idTokenSigningAlgValues: ['ES256', 'RS256'] },
    pkce: { required: () => false },
    cookies: { keys: ['a key for the test'] },
    findAccount: () => ({ accountId: self.signedIn.sub, claims: () => self.signedIn }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: 'portal', accountId: self.signedIn.sub })
      grant.addOIDCScope('openid email profile given_name usual_name uid siret')
      await grant.save()
      return grant
    },
    renderError: (context, out) => void (context.body = JSON.stringify(out)),
  }
  const provider = new Provider(issuer, configuration)
  const callback = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: self.signedIn.sub } }, { mergeWithLastSubmission: false })
  })
  return Object.assign(self, {
    /** Follows the journey at the provider as a browser would, to the address it sends the person back to. */
    async authorise(address: string): Promise<string> {
      const asked = new URL(address)
      self.seen.scope = asked.searchParams.get('scope')
      self.seen.parameters = [...asked.searchParams.keys()].sort()
      const cookies = new Map<string, string>()
      for (let next = address; ; ) {
        const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const cookie of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
          cookies.set(name, value)
        }
        const location = answer.headers.get('location')
        if (!location) throw new Error(`The provider stopped at ${next}: ${answer.status} ${await answer.text()}`)
        next = new URL(location, next).href
        if (next.startsWith(redirectUri)) return next
      }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function signingKey(alg: 'ES256' | 'RS256') {
  const { privateKey } = alg === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: alg } as never
}
