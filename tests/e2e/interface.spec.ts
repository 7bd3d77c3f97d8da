import { expect, test } from '@playwright/test'
import { linkFor, newAddress } from '#tests/e2e/mailbox.ts'

test('another host in X-Forwarded-Host opens nothing', async ({ request }) => {
  const answer = await request.post('/api/v1/sign-in', { data: {}, headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' } })
  expect(answer.status()).toBe(403)
})

test('scripts take a persona, and only one that exists', async ({ request }) => {
  const answer = await request.post('/api/v1/demo/session', { data: { persona: 'founder' } })
  expect(answer.status()).toBe(200)
  expect(answer.headers()['set-cookie']).toMatch(/^portal\.session=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/)
  expect(await (await request.get('/api/v1/account')).json()).toMatchObject({ person: { email: 'founder@demonstration.example' } })
  expect((await request.post('/api/v1/demo/session', { data: { persona: 'root' } })).status()).toBe(422)
})

test('addresses that do not exist all answer alike', async ({ request }) => {
  for (const path of ['/api/v1/none-such', '/api/none', '/api/v1/demo/session', '/api/auth/session', '/api/auth/signin', '/api/auth/csrf']) {
    const answer = await request.get(path)
    expect([path, answer.status(), await answer.text()]).toEqual([path, 404, '{"type":"about:blank","title":"Not Found","status":404,"code":"not-found"}'])
  }
})

test('bodies too large, too deep, of another kind or malformed are refused at once', async ({ request, baseURL }) => {
  const send = async (data: string | Buffer, type = 'application/json') => {
    const answer = await request.post('/api/v1/sign-in', { data: Buffer.from(data), headers: { origin: String(baseURL), 'content-type': type } })
    return [answer.status(), ((await answer.json()) as { reason?: string }).reason]
  }
  expect(await send(JSON.stringify({ email: 'a'.repeat(300_000) }))).toEqual([413, 'too-large'])
  expect(await send('['.repeat(21) + ']'.repeat(21))).toEqual([400, 'too-deep'])
  expect(await send(`["${'\\"'.repeat(100_000)}`)).toEqual([400, 'malformed'])
  expect(await send('{}', 'text/plain')).toEqual([415, 'content-type'])
  expect(await send('{')).toEqual([400, 'malformed'])
  expect(await send('{"email":"a@b,c@d.fr","locale":"fr"}')).toEqual([422, undefined])
})

test('a link opened by scanners still works, and signs in one of twenty', async ({ playwright, request, baseURL }) => {
  const { link, token } = await linkFor(request, String(baseURL), newAddress())
  await request.head(link)
  for (let times = 0; times < 5; times += 1) expect((await request.get(link)).status()).toBe(200)
  const browser = await playwright.request.newContext({ baseURL: String(baseURL) })
  const answers = await Promise.all(Array.from({ length: 20 }, () => browser.post('/api/v1/sign-in/link', { data: { token }, headers: { origin: String(baseURL) } })))
  expect(answers.map((answer) => answer.status()).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 404)])
  await browser.dispose()
})

test('one account is asked for at most five times, whatever X-Forwarded-For says', async ({ request, baseURL }) => {
  const email = newAddress()
  const statuses: number[] = []
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await request.post('/api/v1/sign-in', { data: { email, locale: 'fr' }, headers: { origin: String(baseURL), 'x-forwarded-for': `10.0.${tries}.1` } })
    statuses.push(answer.status())
    if (answer.status() === 429) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
  }
  expect(statuses).toEqual([...Array.from({ length: 5 }, () => 202), ...Array.from({ length: 15 }, () => 429)])
})

test('known and unknown addresses get the same bytes', async ({ request, baseURL }) => {
  const ask = async (email: string) => {
    const answer = await request.post('/api/v1/sign-in', { data: { email, locale: 'fr' }, headers: { origin: String(baseURL) } })
    const { date: _date, ...headers } = answer.headers()
    return { status: answer.status(), headers, body: await answer.text() }
  }
  expect(await ask('rival@demonstration.example')).toEqual(await ask(newAddress()))
})

test('a signed-out cookie opens nothing', async ({ request, baseURL }) => {
  await request.post('/api/v1/demo/session', { data: { persona: 'mentor' } })
  const { cookies } = await request.storageState()
  const cookie = `portal.session=${cookies.find(({ name }) => name === 'portal.session')?.value}`
  expect((await request.get('/api/v1/account')).status()).toBe(200)
  expect((await request.delete('/api/v1/account/session', { headers: { origin: String(baseURL) } })).status()).toBe(204)
  expect((await request.get('/api/v1/account', { headers: { cookie } })).status()).toBe(401)
  const page = await request.get('/fr/account', { headers: { cookie }, maxRedirects: 0 })
  expect([page.status(), page.headers().location]).toEqual([307, '/fr/sign-in?returnTo=%2Ffr%2Faccount'])
})
