import { expect, test } from '@playwright/test'
import { handlers } from '#tests/access/handlers.ts'
import { mailboxPages, privatePages } from '#tests/access/pages.ts'
import { methods, type Persona, personas, publicPages, routesOnDisk, standIns } from '#tests/access/routes.ts'
import { foreignCanaries, makeWorld, removeWorld, somebodies, type World } from '#tests/access/world.ts'
import { rowsOf } from '#tests/access/world-rows.ts'
import { address, type Answer, ask, cookieOf, database } from '#tests/e2e/portal.ts'

const own = { origin: address }
const { port } = new URL(address)
/** Origins that are not the portal's, the second time with the help of a header that a proxy might have let through. */
const foreign = ['https://evil.example', 'null', `https://127.0.0.1:${port}`, `http://127.0.0.1:${port}.evil.example`, `http://localhost:${Number(port) + 1}`, 'file://', '']
  .flatMap((origin) => [{ origin }, { origin, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }])
const json = { 'content-type': 'application/json' }

/** A handler asked as the table has it. */
async function askHandler(name: string, persona: Persona, headers: Record<string, string>, inWorld: World): Promise<Answer> {
  const [method = '', route = ''] = name.split(' ')
  const { path = () => route, body, bytes, headers: its } = handlers[name] ?? {}
  return ask(path(inWorld), { method, headers: { ...cookieOf(inWorld, persona), ...(body && json), ...its?.(inWorld), ...headers }, ...(body && { body: JSON.stringify(body(inWorld)) }), ...(bytes && { body: bytes }) })
}

/** Every route, asked by every persona, against the tables of tests/access. */
const sql = database()
let world: World
test.beforeAll(async () => {
  world = await makeWorld(sql)
})
test.afterAll(async () => {
  await removeWorld(sql, world)
  await sql.end()
})

test('every page and every method of a handler is in the tables, and nothing else', () => {
  const found = routesOnDisk()
  expect([...Object.keys(publicPages), ...Object.keys(standIns)].sort()).toEqual(found.publicPages)
  expect(Object.keys(privatePages).sort()).toEqual(found.otherPages)
  expect(Object.keys(handlers).sort()).toEqual(found.handlers)
})

test.describe('pages', () => {
  for (const [route, { path, status }] of Object.entries(privatePages)) {
    test(`${route} shows each persona what is theirs, and is kept nowhere`, async () => {
      const wrong: string[] = []
      // Twice, so that what was made for one is not served to the next.
      for (const persona of [...personas, ...personas]) {
        const answer = await ask(`/fr${path(world)}`, { headers: cookieOf(world, persona) })
        if (answer.status !== status[persona]) wrong.push(`${persona}: ${answer.status} instead of ${status[persona]}`)
        if (answer.status === 307 && persona === 'visitor') expect(answer.headers.location).toBe(`/fr/sign-in?returnTo=${encodeURIComponent(`/fr${path(world)}`)}`)
        if (route !== '/[locale]/[...rest]') expect(answer.headers['cache-control']).toContain('no-store')
        // A page may repeat the address it was asked at.
        if (!mailboxPages.has(route)) expect(foreignCanaries(world, persona, answer.text).filter((canary) => !path(world).includes(canary))).toEqual([])
      }
      expect(wrong).toEqual([])
    })
  }
})

test.describe('handlers that only read', () => {
  for (const [name, { status }] of Object.entries(handlers).filter(([name]) => name.startsWith('GET '))) {
    test(`${name} answers each persona as the table says, with nothing of others`, async () => {
      for (const persona of [...personas, ...personas]) {
        const answer = await askHandler(name, persona, {}, world)
        expect({ persona, status: answer.status, leaks: foreignCanaries(world, persona, answer.text) }).toEqual({ persona, status: status[persona], leaks: [] })
        if (new Set(Object.values(status)).size > 1) expect(answer.headers['cache-control']).toMatch(/\bno-store\b/)
      }
    })
  }
})

test.describe('handlers that may change something', () => {
  for (const [name, { status, mayLackOrigin }] of Object.entries(handlers).filter(([name]) => !name.startsWith('GET '))) {
    test(`${name} answers each persona as the table says, with nothing of others`, async () => {
      // Worlds last until somebody may change them.
      let kept: World | undefined
      for (const persona of personas) {
        const mine = (kept ??= await makeWorld(sql))
        const answer = await askHandler(name, persona, own, mine)
        expect({ persona, status: answer.status, leaks: foreignCanaries(mine, persona, answer.text) }).toEqual({ persona, status: status[persona], leaks: [] })
        expect(answer.headers['cache-control']).toMatch(/\bno-store\b/)
        if (status[persona] >= 400) continue
        await removeWorld(sql, mine)
        kept = undefined
      }
      if (kept) await removeWorld(sql, kept)
    })

    test(`${name} does nothing when asked from elsewhere`, async () => {
      const mine = await makeWorld(sql)
      const before = await rowsOf(sql, mine)
      for (const persona of ['visitor', 'laureate', 'scorer', 'admin'] as const) {
        for (const headers of mayLackOrigin ? foreign : [...foreign, {}]) {
          const { status } = await askHandler(name, persona, headers, mine)
          expect({ persona, headers, status }).toEqual({ persona, headers, status: 403 })
        }
      }
      expect(await rowsOf(sql, mine)).toEqual(before)
      await removeWorld(sql, mine)
    })
  }

  test('a method that no handler exports is not there', async () => {
    const routes = new Set(Object.keys(handlers).map((name) => name.split(' ')[1] as string))
    for (const route of routes) {
      const path = Object.entries(handlers).find(([name]) => name.endsWith(` ${route}`))?.[1].path?.(world) ?? route
      for (const method of methods.filter((method) => !['HEAD', 'OPTIONS'].includes(method) && !handlers[`${method} ${route}`])) {
        const { status } = await ask(path, { method, headers: { ...own, ...cookieOf(world, 'admin') } })
        expect({ route, method, status }).toEqual({ route, method, status: 405 })
      }
    }
  })

  test('a script takes a persona without Origin, and is that persona from then on', async () => {
    for (const persona of somebodies) {
      const entered = await ask('/api/v1/demo/session', { method: 'POST', headers: json, body: JSON.stringify({ persona }) })
      const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
      const account = JSON.parse((await ask('/api/v1/account', { headers: { cookie } })).text) as { person: { email: string } }
      expect(account.person.email).toBe(`${persona}@demonstration.example`)
    }
  })

  test('a session ends with the person: disabled, they are a visitor at the next request', async () => {
    const cookie = `portal.session=${world.disabled.token}`
    expect((await ask('/api/v1/account', { headers: { cookie } })).status).toBe(401)
    expect((await ask('/fr/admin', { headers: { cookie } })).status).toBe(307)
  })
})
