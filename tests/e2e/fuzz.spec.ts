import { expect, test } from '@playwright/test'
import { handlers } from '#tests/access/handlers.ts'
import { publicPages } from '#tests/access/routes.ts'
import { address, ask } from '#tests/e2e/portal.ts'

const odd = [
  '%', '%zz', '%00', '%0d%0aSet-Cookie:a=b', '%c0%ae%c0%ae', '%ff', '%u0041', '..%2f..%2fetc%2fpasswd', '%2e%2e/', '%F0%9F%98%80',
  'a'.repeat(3_000), encodeURIComponent('é'.repeat(500)), "'%20or%201=1--", '<script>', '%3Cscript%3E', '__proto__', 'constructor', '%E2%80%AE', '.', '..',
  '[object%20Object]', '0', '-1', '1e309', 'null', 'undefined', '%25', '%2525', ';a=b', '~', '*', ':slug', '[slug]', '(public)', '_rsc', '.rsc', '.txt',
]
const oddQueries = [
  '?', '?&&&', '?=', '?stage', '?stage=', '?stage=nope', '?stage[]=a&stage[]=b', '?stage=suivi&stage=diagnostic', '?q=%00', '?q=%ff', '?q=%', `?q=${'a'.repeat(3_000)}`,
  "?q='%22%3C%3E", '?w=1,2', '?w=NaN,1,1,1,1,1', '?w=1e309,1,1,1,1,1', '?w=-1,-1,-1,-1,-1,-1', '?w=0,0,0,0,0,0', '?quantified=maybe', '?__proto__=1', '?constructor=1',
  '?_rsc=abc', '?page=-1', '?q=%F0%9F%98%80', '?q=%E2%80%AE', '?toString=1', `?${'a=1&'.repeat(500)}`,
]
const oddHeaders: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { rsc: '1' },
  { rsc: '1', 'next-router-state-tree': '%5B' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { 'next-action': 'x' },
  { 'accept-language': '\u00ff'.repeat(200) },
  { 'accept-language': '*'.repeat(4_000) },
  { cookie: 'portal.session=%%%; =; a' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
  { 'x-portal-arrived': 'yesterday', 'x-portal-signed-in': '1', 'x-next-intl-locale': 'xx' },
  { 'if-none-match': 'W/"x", "y", *' },
  { range: 'bytes=0-0,9-1' },
  { 'accept-encoding': 'br;q=0, *' },
  { 'content-type': 'multipart/form-data' },
]

const oddBodies = [
  '', ' ', 'null', '0', '"x"', '[]', '[[]]', '{', '{"a":1e999}', '{"__proto__":{"administrator":true}}', '{"constructor":{"prototype":{}}}', '\u0000', '\ufeff{}', `{"email":${'['.repeat(19)}${']'.repeat(19)}}`,
  '{"email":{"$ne":null},"code":{"$gt":""},"token":[],"persona":{},"name":{},"kind":[],"locale":0,"role":null}',
  `{"email":"${'a'.repeat(10_000)}","token":"${'b'.repeat(10)}","persona":"founder\u0000","name":"\ud800"}`, '{"email":"a@b.example","email":"b@b.example","locale":"\u202efr"}',
]

type Request = { path: string; headers?: Record<string, string>; method?: string; body?: string }

/** The requests that were answered with a failure, or cut off. Eight are under way at once. */
async function failing(requests: Request[]): Promise<string[]> {
  const bad: string[] = []
  const turn = async () => {
    for (let next = requests.pop(); next !== undefined; next = requests.pop()) {
      const { path, headers = {}, method = 'GET', body } = next
      const { status } = await ask(path, { headers, method, ...(body !== undefined && { body }) })
      if (status < 200 || status >= 500) bad.push(`${method} ${path.slice(0, 80)} ${JSON.stringify(headers).slice(0, 80)} ${body?.slice(0, 80) ?? ''} → ${status}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, turn))
  return bad
}

const rooms = Object.values(publicPages)

test('no odd path makes a route fail', async () => {
  test.setTimeout(120_000)
  const named = ['/', '/fr/', '/en/ruptures/', '/fr/calls/', '/fr/laureates/', '/fr/sources/', '/fr/initiatives/', '/data/', '/api/v1/ruptures/', '/api/v1/', '/fr/organisations/', '/fr/invitations/', '/fr/mailbox/', '/fr/sign-in/link/', '/api/v1/organisations/']
  expect(await failing(odd.flatMap((part) => named.map((prefix) => ({ path: prefix + part }))))).toEqual([])
})

test('no odd query makes a page fail', async () => {
  test.setTimeout(120_000)
  expect(await failing(oddQueries.flatMap((query) => [...rooms, '/sign-in', '/mailbox'].map((room) => ({ path: `/fr${room}${query}` }))))).toEqual([])
})

test('no odd header or method makes a page or a handler fail', async () => {
  test.setTimeout(120_000)
  const read = Object.keys(handlers).filter((name) => name.startsWith('GET ') && !name.includes('[')).map((name) => name.slice('GET '.length))
  const headed = oddHeaders.flatMap((headers) => [...rooms.map((room) => `/en${room}`), ...read].map((path) => ({ path, headers })))
  const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'].flatMap((method) => rooms.map((room) => ({ path: `/fr${room}`, method, headers: { origin: address } })))
  expect(await failing([...headed, ...methods])).toEqual([])
})

test('no odd body makes a handler fail', async () => {
  const changing = Object.keys(handlers).filter((name) => !name.startsWith('GET ')).map((name) => name.replace(/\[[^\]]*\]/, '0ddc0ffe-0000-4000-8000-000000000000').split(' '))
  const types = ['application/json', 'application/json; charset=utf-16', 'multipart/form-data; boundary=x', '']
  const requests = changing.flatMap(([method = '', path = '']) => oddBodies.flatMap((body) => types.map((type) => ({ path, method, body, headers: { origin: address, 'content-type': type } }))))
  expect(await failing(requests)).toEqual([])
})
