import { expect, test } from '@playwright/test'
import { handlers } from '#tests/access/handlers.ts'
import { mailboxPages, privatePages, type Statuses } from '#tests/access/pages.ts'
import { type Persona, personas } from '#tests/access/routes.ts'
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

/**
 * Whom something is asked as: somebody it is for, somebody it is not for (two of those there are, where all are alike), and
 * nobody, in the order in which what is kept for one would reach the next. The framework knows nothing of people, so a trick
 * opens a door to all of a kind or to none; everybody takes their turn from one page to the next.
 */
function askers(status: Statuses, turn: number): Persona[] {
  const signedIn = personas.filter((persona) => persona !== 'visitor')
  const isFor = (persona: Persona) => ![401, 404].includes(status[persona])
  const [allowed, refused] = [signedIn.filter(isFor), signedIn.filter((persona) => !isFor(persona))]
  const nth = (kind: readonly Persona[], place: number) => kind[place % kind.length] as Persona
  if (allowed.length === 0 || refused.length === 0) return [nth(signedIn, turn), nth(signedIn, turn + 1), 'visitor']
  return [nth(allowed, turn), nth(refused, turn), 'visitor']
}

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

for (const [page, [route, { path, status }]] of Object.entries(privatePages).filter(([route]) => !mailboxPages.has(route)).entries()) {
  test(`${route} shows no more for any of them`, async () => {
    for (const [place, persona] of askers(status, page).entries()) {
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
      /** Of two ways to send a trick, each page meets both, as two of those who ask. */
      const oneWay = <T>(index: number, ways: readonly [T, T]) => ways[(index + place) % 2 === 0 ? 0 : 1]
      for (const trick of headerTricks) await tryOut(target, trick)
      for (const [index, trick] of payloadTricks.entries()) await tryOut(oneWay(index + page, [target, withQuery(target, '_rsc=1a2b3')]), trick)
      for (const [index, end] of addressTricks.entries()) await tryOut(`${target.split('?')[0]}${end}`, oneWay(index + page, [plainly, { rsc: '1' }]))
      expect(more).toEqual([])
    }
  })
}

const guarded = Object.entries(handlers).filter(([name, { status }]) => name.startsWith('GET ') && new Set(Object.values(status)).size > 1)
for (const [turn, [name, { path = () => name.slice('GET '.length), status }]] of guarded.entries()) {
  test(`${name} answers with the same status and nothing more for any of them`, async () => {
    for (const persona of askers(status, turn)) {
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
