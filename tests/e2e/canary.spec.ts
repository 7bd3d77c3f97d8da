import { expect, test } from '@playwright/test'
import type { Sql } from 'postgres'
import { handlers } from '#tests/access/handlers.ts'
import { mailboxPages, privatePages } from '#tests/access/pages.ts'
import { type Persona, personas, publicPages } from '#tests/access/routes.ts'
import { foreignCanaries, makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { ask, cookieOf, database } from '#tests/e2e/portal.ts'

/** Each persona follows every link they are shown, in every form a page comes in, and asks for what others are shown. */
let sql: Sql
let world: World
test.beforeAll(async () => {
  sql = database()
  world = await makeWorld(sql)
})
test.afterAll(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

const languages = ['fr', 'en']
/**
 * The forms an address is asked in. What a page's scripts are given is read in one language only, each persona's own, since
 * the page holds it too and its data are the same in both.
 */
function formsOf(link: string, persona: Persona): Record<string, string>[] {
  const own = languages[personas.indexOf(persona) % languages.length]
  return link.startsWith(`/${own}`) ? [{}, { rsc: '1' }] : [{}]
}

/** Where everybody starts: every page with everybody's identifiers in it, and every handler that reads. */
function starts(): string[] {
  const pages = Object.entries(privatePages).filter(([route]) => !mailboxPages.has(route)).map(([, { path }]) => path(world))
  const others = Object.values(world.organisations).map((id) => `/organisations/${id}`)
  const read = Object.entries(handlers).filter(([name]) => name.startsWith('GET ')).map(([name, { path }]) => path?.(world) ?? name.slice('GET '.length))
  return [
    ...languages.flatMap((language) => [...pages, ...others, ...Object.values(publicPages)].map((path) => `/${language}${path}`)),
    ...read, ...Object.values(world.organisations).map((id) => `/api/v1/organisations/${id}`),
    ...['ruptures', 'estimates', 'sources', 'calls', 'laureates', 'metrics'].flatMap((name) => ['csv', 'json', 'schema.json'].map((end) => `/data/${name}.${end}`)),
    `/fr/calls/${world.call.slug}`, `/api/v1/calls/${world.call.slug}`,
  ]
}

/** Addresses of this portal in a page. Those of the open mailbox show everybody's mails by design. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => !/^\/(?:fr|en)\/mailbox|^\/_next\/|^\/(?:fr|en)\/(?:ruptures|sources|prioritisation|manage\/calls\/[^/]+\/applications)\?/.test(link))
}

/** Public pages are rendered as nobody, so one of each kind is enough for those who are somebody. */
function isWorthIt(persona: Persona, link: string): boolean {
  return persona === 'visitor' || !/^\/(?:fr|en)\/(?:ruptures|sources|calls|laureates|initiatives)\/./.test(link)
}

const identifier = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What kind of page an address leads to: the same with other identifiers, slugs and values asked for. */
function kindOf(link: string): string {
  const [path = '', search = ''] = link.split('?')
  const names = [...new Set(new URLSearchParams(search).keys())].sort().join('&')
  return `${path.replaceAll(identifier, '*').replace(/\/(calls|ruptures|sources|laureates|initiatives|start)\/[^/]+/g, '/$1/*')}?${names}`
}

/** Whether an address is about this world: those about what the demonstration holds besides are followed once a kind. */
function isOfWorld(link: string, ids: ReadonlySet<string>): boolean {
  return [world.openCall.slug, world.preparing.slug, world.call.slug].some((slug) => link.includes(slug)) || (link.match(identifier) ?? []).some((id) => ids.has(id))
}

async function crawl(persona: Persona): Promise<{ asked: number; shown: Set<string>; leaks: string[] }> {
  const headers = cookieOf(world, persona)
  const queue = starts()
  const met = new Set(queue)
  const ids = new Set(JSON.stringify(world).match(identifier))
  const kinds = new Set<string>()
  const isNew = (link: string) => {
    const kind = kindOf(link)
    if (isOfWorld(link, ids)) return true
    if (kinds.has(kind)) return false
    kinds.add(kind)
    return true
  }
  const shown = new Set<string>()
  const leaks: string[] = []
  for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
    for (const form of formsOf(link, persona)) {
      const { text, headers: answered } = await ask(link, { headers: { ...headers, ...form } })
      const said = `${text} ${JSON.stringify(answered)}`
      // A page may repeat the address it was asked at.
      leaks.push(...foreignCanaries(world, persona, said).filter((canary) => !link.includes(canary)).map((canary) => `${link} shows ${canary}`))
      for (const { text: canary } of world.canaries) if (said.includes(canary)) shown.add(canary)
      for (const next of linksIn(text).filter((next) => !met.has(next) && isWorthIt(persona, next) && isNew(next))) {
        met.add(next)
        queue.push(next)
      }
    }
  }
  return { asked: met.size, shown, leaks }
}

/** What the screens show of what each may see; the rest is the wall's to show, in tests/db/canary.test.ts. */
const onScreen = (what: string, persona: Persona) => world.canaries.find(({ text }) => text.startsWith(`canary-${persona}-${what}`))?.text ?? ''

for (const persona of personas) {
  test(`${persona} finds their own texts and nobody else’s`, async () => {
    test.setTimeout(120_000)
    const { shown, leaks } = await crawl(persona)
    expect(leaks).toEqual([])
    const own = persona === 'visitor' ? [] : ['email', 'name', 'browser', 'subject', 'audit-detail'].map((what) => onScreen(what, persona))
    expect(own.filter((text) => !shown.has(text))).toEqual([])
  })
}
