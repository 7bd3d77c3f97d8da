import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { passLength } from '#lib/launch/content-length.ts'

const server = createServer((request, response) => {
  passLength(response)
  response.setHeader('Content-Type', 'text/plain')
  if (request.url === '/said') response.setHeader('x-portal-length', '5')
  response.write('by')
  response.end('tes')
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

it('an answer whose length is said leaves with it, under its own name; any other in chunks', async () => {
  const ask = async (path: string) => {
    const { headers, text } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`).then(async (response) => ({ headers: response.headers, text: await response.text() }))
    return [text, headers.get('content-length'), headers.get('x-portal-length'), headers.get('transfer-encoding'), headers.get('content-type')]
  }
  expect(await ask('/said')).toEqual(['bytes', '5', null, null, 'text/plain'])
  expect(await ask('/unsaid')).toEqual(['bytes', null, null, 'chunked', 'text/plain'])
})
