import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Journey from '#lib/server/sign-in/provider-journey.ts'
import { visitor } from '#lib/server/opening.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { resumeSession } from '#lib/server/sign-in/session.ts'
import { admin } from '#tests/db/database.ts'
import { startProvider, type Account, type TestProvider } from '#tests/db/identity-provider.ts'

const redirectUri = 'http://portal.test/api/auth/callback/oidc'
let number = 0
const resume = (token: string | undefined) => resumeSession({ personId: null, session: hashOfToken(token ?? '') }, {})

afterAll(() => vi.unstubAllEnvs())

describe.each([
  { preset: 'generic', alg: 'RS256', signed: false },
  { preset: 'generic', alg: 'ES256', signed: true },
  { preset: 'proconnect', alg: 'ES256', signed: true },
  { preset: 'proconnect', alg: 'RS256', signed: true },
] as const)('$preset, $alg, signed answers: $signed', ({ preset, alg, signed }) => {
  let provider: TestProvider
  let journey: typeof Journey

  beforeEach(async () => {
    // The provider warns that it keeps everything in memory, which is what a test wants.
    for (const method of ['warn', 'info'] as const) vi.spyOn(console, method).mockImplementation(() => {})
    provider = await startProvider({ redirectUri, alg, signed })
    vi.resetModules()
    vi.stubEnv('OIDC_ISSUER', provider.issuer)
    vi.stubEnv('OIDC_CLIENT_ID', 'portal')
    vi.stubEnv('OIDC_CLIENT_SECRET', 'a secret of the portal and its provider')
    vi.stubEnv('OIDC_PRESET', preset)
    vi.stubEnv('OIDC_ID_TOKEN_ALG', alg)
    vi.stubEnv('OIDC_USERINFO_ALG', signed ? alg : '')
    journey = await import('#lib/server/sign-in/provider-journey.ts')
  })

  afterEach(async () => {
    await provider.stop()
    vi.restoreAllMocks()
  })

  /** The whole journey; what the browser has at its end. */
  async function travel(account: Account, returnTo?: string, meddle: (cookies: Record<string, string>, query: Record<string, string>) => void = () => {}) {
    provider.signedIn = account
    const left = await journey.leaveForProvider(visitor, { returnTo })
    const cookies = cookiesOf(left.cookies)
    const back = new URL(await provider.authorise(left.location))
    const query = Object.fromEntries(back.searchParams)
    meddle(cookies, query)
    const arrived = await journey.returnFromProvider(visitor, query, cookies)
    return { location: arrived.location, session: cookiesOf(arrived.cookies)['portal.session'], cookies: arrived.cookies }
  }

  const account = (more: Partial<Account> = {}): Account => {
    number += 1
    return { sub: `subject-${number}`, email: `Agent.${number}@Ministere.test`, email_verified: true, given_name: 'Ada', usual_name: 'Martin', family_name: 'Martin', ...more }
  }

  test('a newcomer gets an account with their name, a session, and the page they wanted', async () => {
    const agent = account()
    const { location, session, cookies } = await travel(agent, '/en/organisations')
    expect(location).toBe('http://portal.test/en/organisations')
    expect(cookies.find((cookie) => cookie.startsWith('portal.session='))).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax$/i)
    const found = await resume(session)
    expect(found?.person).toMatchObject({ email: String(agent.email).toLowerCase(), name: 'Ada Martin' })
    const identities = await admin`select provider, subject from identity where person_id = ${found?.person.id ?? null}`
    expect(Array.from(identities)).toEqual([{ provider: 'oidc', subject: agent.sub }])
    expect(provider.seen.scope).toBe(preset === 'proconnect' ? 'openid given_name usual_name email uid siret' : 'openid email profile')
    const pkce = preset === 'proconnect' ? [] : ['code_challenge', 'code_challenge_method']
    expect(provider.seen.parameters).toEqual(['client_id', ...pkce, 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'])
  })

  test('the same subject is the same person, even when their address changed', async () => {
    const agent = account()
    const first = await resume((await travel(agent)).session)
    const second = await resume((await travel({ ...agent, email: 'other@ministere.test' })).session)
    expect(second?.person.id).toBe(first?.person.id ?? 'somebody')
    expect(await admin`select 1 from person where email = 'other@ministere.test'`).toHaveLength(0)
  })

  test('a known address is linked once the provider vouches for it, and otherwise not', async () => {
    const agent = account({ email_verified: false })
    const email = String(agent.email).toLowerCase()
    const [person] = await admin`insert into person (email) values (${email}) returning id`
    const unverified = await travel(agent)
    // ProConnect vouches for all the addresses it gives.
    const vouched = preset === 'proconnect'
    expect(unverified.location).toBe(vouched ? 'http://portal.test/fr/account' : 'http://portal.test/fr/sign-in?refused=unverified-address')
    expect(await admin`select 1 from identity where subject = ${agent.sub}`).toHaveLength(vouched ? 1 : 0)
    const verified = await travel({ ...agent, email_verified: true })
    expect(await resume(verified.session)).toMatchObject({ person: { id: person?.id } })
  })

  test('no address, a strange address or a closed account lead back to the sign-in page', async () => {
    expect(await travel(account({ email: undefined }))).toMatchObject({ location: 'http://portal.test/fr/sign-in?refused=no-address', session: undefined })
    expect(await travel(account({ email: 'a@evil.test,b@ministere.test' }))).toMatchObject({ location: 'http://portal.test/fr/sign-in?refused=no-address', session: undefined })
    const agent = account()
    await travel(agent)
    await admin`update person set disabled_at = now() where email = ${String(agent.email).toLowerCase()}`
    expect(await travel(agent, '/en')).toMatchObject({ location: 'http://portal.test/en/sign-in?refused=disabled', session: undefined })
  })

  test('a forged, missing or foreign state lets nobody in', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const refused = { location: 'http://portal.test/fr/sign-in?refused=provider', session: undefined }
    expect(await travel(account(), '/fr', (_cookies, query) => (query.state = 'forged'))).toMatchObject(refused)
    expect(await travel(account(), '/fr', (cookies) => delete cookies['next-auth.state'])).toMatchObject(refused)
    expect(await travel(account(), '/fr', (cookies) => delete cookies['next-auth.nonce'])).toMatchObject(refused)
    expect(await travel(account(), '/fr', (_cookies, query) => (query.code = 'stolen'))).toMatchObject(refused)
    expect(log).toHaveBeenCalled()
    log.mockRestore()
  })

  test('nothing but pages of the portal can be wanted', async () => {
    for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil', '/%09/evil']) {
      expect((await travel(account(), returnTo)).location).toBe('http://portal.test/fr/account')
    }
    const { location } = await travel(account(), '/fr', (cookies) => (cookies['next-auth.callback-url'] = 'https://evil.example/fr'))
    expect(new URL(location).host).toBe('portal.test')
  })
})

function cookiesOf(set: readonly string[]): Record<string, string> {
  return Object.fromEntries(set.map((cookie) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return [name, decodeURIComponent(value)]
  }))
}
