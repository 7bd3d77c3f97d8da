import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { publicPages } from '#tests/access/routes.ts'
import { ask } from '#tests/e2e/portal.ts'

/** A policy's sources by directive. */
function directives(policy = ''): Record<string, string[]> {
  return Object.fromEntries(policy.split(';').map((part) => part.trim().split(/\s+/)).map(([name = '', ...sources]) => [name, sources]))
}

/** The texts of inline scripts a browser would run. */
function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].flatMap(([, attributes = '', text = '']) => (/\bsrc=|type="application\//.test(attributes) ? [] : [text]))
}

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test.describe('what every page carries', () => {
  for (const path of Object.values(publicPages)) {
    test(`the public page /fr${path} runs no inline script but those its policy names, and is asked for again by its ETag`, async ({ request }) => {
      const first = await request.get(`/fr${path}`)
      const policy = directives(first.headers()['content-security-policy'])
      expect(policy['default-src']).toEqual(["'none'"])
      expect(policy['base-uri']).toEqual(["'none'"])
      expect(policy['style-src']).toEqual(["'self'"])
      expect(policy['script-src']?.toSorted()).toEqual(["'self'", ...new Set(inlineScripts(await first.text()).map(hashSource))].toSorted())
      expect(first.headers()['cache-control']).toBe('public, no-cache')
      const again = await request.get(`/fr${path}`, { headers: { 'if-none-match': first.headers().etag ?? '' } })
      expect(again.status()).toBe(304)
    })
  }

  test('a kept page holds nothing of the request that first asked for it', async () => {
    const asked = '/fr/about?first=1'
    await ask(asked, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher', 'accept-language': 'evil', 'user-agent': 'evil.example', cookie: 'a=evil.example', referer: 'https://evil.example' } })
    const kept = await ask(asked)
    expect(kept.status).toBe(200)
    expect(`${kept.text} ${JSON.stringify(kept.headers)}`).not.toContain('evil')
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
