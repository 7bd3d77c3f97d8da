import { expect, test } from '@playwright/test'

test.describe('what every page carries', () => {
  test('a public page: hashed script policy, no inline scripts allowed, an ETag, nothing that says who reads', async ({ request }) => {
    const first = await request.get('/fr')
    const policy = first.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain('nonce-')
    expect(policy).toMatch(/script-src 'self'( 'sha256-[A-Za-z0-9+/=]+')+/)
    expect(first.headers()['cache-control']).toBe('public, no-cache')
    const again = await request.get('/fr', { headers: { 'if-none-match': first.headers().etag ?? '' } })
    expect(again.status()).toBe(304)
  })

  test('a private page: a nonce of its own, and no trace kept anywhere', async ({ request }) => {
    const pages = await Promise.all([request.get('/fr/sign-in'), request.get('/fr/sign-in')])
    const [one, two] = pages.map((page) => /'nonce-([^']+)'/.exec(page.headers()['content-security-policy'] ?? '')?.[1])
    expect(one).toBeTruthy()
    expect(one).not.toBe(two)
    expect(pages[0]?.headers()['cache-control']).toContain('no-store')
  })

  for (const [header, value] of [['x-content-type-options', 'nosniff'], ['x-frame-options', 'DENY'], ['referrer-policy', 'strict-origin-when-cross-origin'], ['cross-origin-opener-policy', 'same-origin']] as const) {
    test(`${header} is ${value} on a page, a file and an interface`, async ({ request }) => {
      for (const path of ['/fr', '/icon.svg', '/api/v1/ruptures', '/fr/none-such']) expect((await request.get(path)).headers()[header]).toBe(value)
    })
  }

  test('an address without language goes to the reader’s', async ({ request }) => {
    const asked = await request.get('/ruptures/readmission-a-30-jours?x=1', { maxRedirects: 0, headers: { 'accept-language': 'en-GB' } })
    expect(asked.status()).toBe(307)
    expect(asked.headers().location).toBe('/en/ruptures/readmission-a-30-jours?x=1')
  })
})
