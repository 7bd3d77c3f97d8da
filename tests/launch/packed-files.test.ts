import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packStatic } from '#lib/launch/pack-static.ts'
import { PackedFiles } from '#lib/launch/packed-files.ts'

const script = 'export const greeting = "Bonjour"\n'.repeat(200)

/** A server of a build with one script and one typeface; what it does not answer is told `passed on`. */
async function serveBuild(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-packed-'))
  mkdirSync(join(folder, 'static', 'chunks'), { recursive: true })
  writeFileSync(join(folder, 'static', 'chunks', 'a.js'), script)
  writeFileSync(join(folder, 'static', 'chunks', 'a.css'), 'p { color: red }')
  writeFileSync(join(folder, 'static', 'chunks', 'a.woff2'), 'already packed')
  writeFileSync(join(folder, 'server-secret.js'), 'not to be served')
  await packStatic(folder)
  const files = new PackedFiles(folder)
  const server = createServer((request, response) => void files.answer(request, response).then((done) => done || response.end('passed on')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a script comes packed to who reads Brotli, with its type, to be kept for good', async () => {
  const answer = await fetch(`${await serveBuild()}/_next/static/chunks/a.js?v=1`, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-encoding': 'br', 'content-type': 'application/javascript; charset=UTF-8', 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding',
  })
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(script.length / 10)
  // Chromium reads the first line as a wish to compile the script while it arrives.
  expect(await answer.text()).toBe(`//# allFunctionsCalledOnLoad\n${script}`)
})

test('styles have their own type, and a question about a file brings no content', async () => {
  const address = await serveBuild()
  const styles = await fetch(`${address}/_next/static/chunks/a.css`, { headers: { 'accept-encoding': 'br' } })
  expect([styles.headers.get('content-type'), await styles.text()]).toEqual(['text/css; charset=UTF-8', 'p { color: red }'])
  const asked = await fetch(`${address}/_next/static/chunks/a.js`, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
  expect([asked.status, asked.headers.get('content-encoding'), await asked.text()]).toEqual([200, 'br', ''])
})

test.each([
  ['who does not read Brotli', '/_next/static/chunks/a.js', { 'accept-encoding': 'gzip' }],
  ['a part of a file', '/_next/static/chunks/a.js', { 'accept-encoding': 'br', range: 'bytes=0-9' }],
  ['what is packed already', '/_next/static/chunks/a.woff2', { 'accept-encoding': 'br' }],
  ['what is not static', '/_next/server-secret.js', { 'accept-encoding': 'br' }],
  ['a way out of the folder', '/_next/static/chunks/..%2f..%2fserver-secret.js', { 'accept-encoding': 'br' }],
])('Next answers %s', async (_what, path, headers: Record<string, string>) => {
  expect(await (await fetch(`${await serveBuild()}${path}`, { headers })).text()).toBe('passed on')
})
