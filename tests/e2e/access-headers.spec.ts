import { expect, test } from '@playwright/test'
import { handlers } from '#tests/access/handlers.ts'
import { mailboxPages, privatePages } from '#tests/access/pages.ts'
import { foreignCanaries, makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { ask, cookieOf, database } from '#tests/e2e/portal.ts'

/**
 * Headers and addresses by which the framework talks to itself (threat T3: CVE-2025-29927 and those after it). With any
 * of them a persona is shown no text that the plain request did not show.
 */
const sql = database()
let world: World
test.beforeAll(async () => {
  world = await makeWorld(sql)
})
test.afterAll(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

/** Nobody, a stranger, a member, somebody invited, and whoever sees all. */
const personas = ['visitor', 'rival', 'mentor', 'laureate', 'admin'] as const

const headerTricks: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-middleware-subrequest-id': '0' },
  { 'x-middleware-rewrite': '/fr/admin', 'x-middleware-next': '1', 'x-middleware-override-headers': 'cookie' },
  { 'x-portal-signed-in': '1', 'x-portal-target': '/fr/admin', 'x-portal-peer': '127.0.0.1' },
  { 'x-matched-path': '/fr/admin/people', 'x-invoke-path': '/fr/admin/people', 'x-now-route-matches': '1=fr', 'x-invoke-output': '/[locale]/admin/people' },
  { 'x-nextjs-data': '1' },
  { 'x-prerender-revalidate': '0', purpose: 'prefetch' },
]
/** What a client of the framework asks for instead of a document. */
const payloadTricks: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
  { rsc: '1', 'next-router-prefetch': '2', 'next-router-segment-prefetch': '/$d$locale/admin/people/__PAGE__' },
  { rsc: '1', 'next-router-state-tree': encodeURIComponent(JSON.stringify(['', { children: [['locale', 'fr', 'd'], { children: ['(account)', { children: ['admin', { children: ['people', { children: ['__PAGE__', {}] }] }] }] }, null, 'refetch'] }])) },
  { 'next-resume': '1' },
  // Answered with `{}`, whatever stands there.
  { 'x-middleware-prefetch': '1' },
]
const addressTricks = ['.rsc', '.segments/_tree.segment.rsc', '.segments/_full.segment.rsc', '.json', '/', '/__PAGE__', ';.rsc', '%2ersc', '/%2e']

const plainly: Record<string, string> = {}

const withQuery = (path: string, more: string) => `${path}${path.includes('?') ? '&' : '?'}${more}`
const seen = (text: string) => world.canaries.filter(({ text: canary }) => text.includes(canary)).map(({ text: canary }) => canary)

for (const [route, { path }] of Object.entries(privatePages).filter(([route]) => !mailboxPages.has(route))) {
  test(`${route} shows no more for any of them`, async () => {
    for (const persona of personas) {
      const headers = cookieOf(world, persona)
      const target = `/fr${path(world)}`
      const plain = await ask(target, { headers })
      const allowed = new Set(seen(plain.text))
      const more: string[] = []
      const tryOut = async (asked: string, trick: Record<string, string>) => {
        const answer = await ask(asked, { headers: { ...headers, ...trick } })
        // Another address may be another page of the same person, and a page may repeat the address it was asked at.
        const extra = asked.split('?')[0] === target.split('?')[0] ? seen(answer.text).filter((canary) => !allowed.has(canary)) : foreignCanaries(world, persona, answer.text).filter((canary) => !asked.includes(canary))
        const faults = [
          ...extra.map((canary) => `shows ${canary}`),
          ...(answer.status >= 500 || (headerTricks.includes(trick) && answer.status !== plain.status) ? [`gives ${answer.status}`] : []),
          ...(answer.status === 200 && !answer.headers['cache-control']?.includes('no-store') ? ['may be kept'] : []),
        ]
        more.push(...faults.map((fault) => `${persona} ${asked} ${JSON.stringify(trick)} ${fault}`))
      }
      for (const trick of headerTricks) await tryOut(target, trick)
      for (const trick of payloadTricks) for (const asked of [target, withQuery(target, '_rsc=1a2b3')]) await tryOut(asked, trick)
      for (const end of addressTricks) for (const trick of [plainly, payloadTricks[0] ?? plainly]) await tryOut(`${target.split('?')[0]}${end}`, trick)
      expect(more).toEqual([])
    }
  })
}

const guarded = Object.entries(handlers).filter(([name, { status }]) => name.startsWith('GET ') && new Set(Object.values(status)).size > 1)
for (const [name, { path = () => name.slice('GET '.length), status }] of guarded) {
  test(`${name} answers with the same status and nothing more for any of them`, async () => {
    for (const persona of personas) {
      const headers = cookieOf(world, persona)
      const plain = seen((await ask(path(world), { headers })).text)
      for (const trick of headerTricks) {
        const answer = await ask(path(world), { headers: { ...headers, ...trick } })
        expect({ persona, trick, status: answer.status, shown: seen(answer.text) }).toEqual({ persona, trick, status: status[persona], shown: plain })
      }
      for (const trick of payloadTricks) {
        const shown = seen((await ask(path(world), { headers: { ...headers, ...trick } })).text)
        expect({ persona, trick, more: shown.filter((text) => !plain.includes(text)) }).toEqual({ persona, trick, more: [] })
      }
    }
  })
}
