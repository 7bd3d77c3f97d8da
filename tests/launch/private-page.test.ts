import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packed, packingFor, slimmed } from '#lib/launch/private-page.ts'

const page = `<!DOCTYPE html><html lang="fr" class="a"><body>${'é'.repeat(2_000)}<html lang="en"></body></html>`

function request(headers: Record<string, string>) {
  return Object.assign(new IncomingMessage(new Socket()), { headers })
}

function captured(headers: Record<string, string>, body = page) {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: Buffer.from(body) }
}

async function sent(asked: IncomingMessage, answer: ReturnType<typeof captured>) {
  const page = slimmed(asked, answer)
  const encoding = packingFor(asked, page)
  return encoding ? packed(page, encoding) : page
}

test('typefaces are not asked for ahead; everything else the header asks for is', async () => {
  const link = '</_next/a.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2", </_next/a.css>; rel=preload; as="style", </_next/b.woff2>; rel=preload; as="font"'
  expect((await sent(request({}), captured({ link }))).headers.link).toBe('</_next/a.css>; rel=preload; as="style"')
  expect((await sent(request({}), captured({ link: '</_next/a.woff2>; rel=preload; as="font"' }))).headers).not.toHaveProperty('link')
})

test('only a first visit says that typefaces come later, once', async () => {
  const bodyFor = async (site?: string) => (await sent(request(site === undefined ? {} : { 'sec-fetch-site': site }), captured({}))).body.toString('utf8')
  expect(await bodyFor('none')).toBe(page.replace('<html lang="fr"', '<html data-typefaces="later" lang="fr"'))
  expect(await bodyFor('cross-site')).toBe(page.replace('<html lang="fr"', '<html data-typefaces="later" lang="fr"'))
  expect(await bodyFor('same-origin')).toBe(page)
  expect(await bodyFor()).toBe(page)
})

test('a page is packed as its reader can read it, and says so', async () => {
  const packed = await sent(request({ 'accept-encoding': 'gzip, deflate, br, zstd' }), captured({ vary: 'rsc' }))
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': packed.body.length, vary: 'rsc, Accept-Encoding' })
  expect(brotliDecompressSync(packed.body).toString('utf8')).toBe(page)
  const older = await sent(request({ 'accept-encoding': 'gzip' }), captured({}))
  expect(gunzipSync(older.body).toString('utf8')).toBe(page)
  expect((await sent(request({}), captured({}))).body.toString('utf8')).toBe(page)
})

test('what is not a page passes as it is', async () => {
  const bytes = captured({ 'content-type': 'application/pdf' }, `<html ${'\u00FF'.repeat(2_000)}`)
  const { headers, body } = await sent(request({ 'accept-encoding': 'br', 'sec-fetch-site': 'none' }), bytes)
  expect(body).toBe(bytes.body)
  expect(headers).not.toHaveProperty('content-encoding')
})
