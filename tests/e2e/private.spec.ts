import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { personas } from '#tests/access/routes.ts'
import { foreignCanaries, makeWorld, removeWorld } from '#tests/access/world.ts'
import { ask, cookieOf, database, databaseUrl, secret } from '#tests/e2e/portal.ts'
import { spawnPortal } from '#lib/launch/spawn-portal.ts'

/** What is somebody's is asked for anew at each request, and what is the demonstration's exists nowhere else (threat T17). */
test('the build holds no page made beforehand but the two the framework keeps for failures', () => {
  const { routes, dynamicRoutes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')) as Record<string, object>
  expect(Object.keys(routes ?? {}).sort()).toEqual(['/_global-error', '/_not-found'])
  expect(dynamicRoutes).toEqual({})
})

test('many people asking for one address at once each get their own', async () => {
  const sql = database()
  const world = await makeWorld(sql)
  const crowd = Array.from({ length: 12 }, () => personas).flat()
  for (const path of ['/fr/account', '/api/v1/account']) {
    const answers = await Promise.all(crowd.map(async (persona) => ({ persona, answer: await ask(path, { headers: cookieOf(world, persona) }) })))
    const faults = answers.filter(({ persona, answer: { text } }) => foreignCanaries(world, persona, text).length > 0 || (persona !== 'visitor' && !text.includes(world.people[persona].email)))
    expect(faults.map(({ persona, answer }) => `${path} as ${persona}: ${answer.status}`)).toEqual([])
  }
  await removeWorld(sql, world)
  await sql.end()
})

test.describe('outside of the demonstration', () => {
  test.describe.configure({ mode: 'default' })
  const name = `portal_plain_${process.pid}`
  const url = 'http://portal.example'
  let portal: Awaited<ReturnType<typeof spawnPortal>>
  test.beforeAll(async () => {
    test.setTimeout(120_000)
    const sql = database('postgres')
    await sql`create database ${sql(name)}`
    await sql.end()
    portal = await spawnPortal({ DATABASE_URL: databaseUrl(name), AUTH_SECRET: secret(), PORTAL_URL: url, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'portal@portal.example', PORTAL_WORKER: 'off' })
  })
  test.afterAll(async () => {
    await portal.stop()
    const sql = database('postgres')
    await sql`drop database ${sql(name)} with (force)`
    await sql.end()
  })

  test('nobody takes a persona: the address is like any that does not exist', async () => {
    const take = (headers: Record<string, string>) => fetch(`${portal.address}/api/v1/demo/session`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"persona":"admin"}' })
    expect((await take({})).status).toBe(403)
    const taken = await take({ origin: url })
    expect([taken.status, taken.headers.get('set-cookie'), await taken.text()]).toEqual([404, null, '{"type":"about:blank","title":"Not Found","status":404,"code":"not-found"}'])
    expect(await (await fetch(`${portal.address}/fr/sign-in`)).text()).not.toContain('data-persona')
  })

  test('the mailbox does not exist, for anybody, mails or not', async () => {
    const sql = database(name)
    const world = await makeWorld(sql)
    await sql.end()
    for (const persona of personas) {
      for (const path of ['/fr/mailbox', `/fr/mailbox/${world.people.founder.mailId}`]) {
        for (const form of [{}, { rsc: '1' }]) {
          const answer = await fetch(`${portal.address}${path}`, { headers: { ...cookieOf(world, persona), ...form } as Record<string, string> })
          const text = await answer.text()
          expect({ persona, path, leaks: foreignCanaries(world, persona, text) }).toEqual({ persona, path, leaks: [] })
          expect('rsc' in form || answer.status === 404).toBe(true)
        }
      }
    }
  })

  test('nobody invented lives there', async () => {
    const sql = database(name)
    const people = await sql`select from person where demonstration`
    await sql.end()
    expect(people.length).toBe(0)
  })
})
