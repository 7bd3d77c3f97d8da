import { expect, test } from '@playwright/test'
import { request as httpRequest } from 'node:http'
import { publicPages } from '#tests/access/routes.ts'

/** Sent as they are: fetch would tidy them up first. Answers the status, or 0 when the server cut the connection. */
function raw(base: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    request.on('error', () => resolve(0))
    request.end()
  })
}

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

const acceptable = (status: number) => status >= 200 && status < 500

test('no odd path, query or header makes a public route fail', async ({ baseURL }) => {
  test.setTimeout(240_000)
  const base = baseURL as string
  const bad: string[] = []
  const check = async (path: string, headers?: Record<string, string>, method?: string) => {
    const status = await raw(base, path, headers, method)
    if (!acceptable(status)) bad.push(`${method ?? 'GET'} ${path.slice(0, 80)} ${JSON.stringify(headers ?? {}).slice(0, 80)} → ${status}`)
  }
  const rooms = Object.values(publicPages)
  for (const part of odd) {
    for (const prefix of ['/', '/fr/', '/en/ruptures/', '/fr/calls/', '/fr/laureates/', '/fr/sources/', '/fr/initiatives/', '/data/', '/api/v1/ruptures/', '/api/v1/']) await check(prefix + part)
  }
  for (const query of oddQueries) for (const room of rooms) await check(`/fr${room}${query}`)
  for (const headers of oddHeaders) for (const room of rooms) await check(`/en${room}`, headers)
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE']) for (const room of rooms) await check(`/fr${room}`, {}, method)
  expect(bad).toEqual([])
})
