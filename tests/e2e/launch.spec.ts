import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'
import { freePort } from '#db/free-port.ts'
import { makeWorld, removeWorld } from '#tests/access/world.ts'
import { startSecond } from '#tests/e2e/judging-desk.ts'
import { cookieOf, database } from '#tests/e2e/portal.ts'

const { PORTAL_TEST_ADDRESS = '', PORTAL_TEST_DATA_DIR = '' } = process.env

/** Runs a launch command beside the portal under test, as a person would who forgot that one is running. */
async function run(settings: Record<string, string>): Promise<{ code: number | null; said: string; seconds: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, ['lib/launch/bootstrap.mjs', 'start'], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, ...settings }, stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said, seconds: (performance.now() - from) / 1_000 }
}

test('a taken port is refused within 5 s, in one sentence', async () => {
  const { port } = new URL(PORTAL_TEST_ADDRESS)
  const { code, said, seconds } = await run({ PORT: port, PORTAL_DATA_DIR: `${PORTAL_TEST_DATA_DIR}/other` })
  expect(said).toBe(`Port ${port} is taken: stop the program that uses it, or choose another, for example PORT=${Number(port) + 1} npm start.\n`)
  expect(code).toBe(1)
  expect(seconds).toBeLessThan(5)
})

test('a data folder in use is refused within 5 s, in one sentence', async () => {
  const { code, said, seconds } = await run({ PORT: String(await freePort()), PORTAL_DATA_DIR: PORTAL_TEST_DATA_DIR })
  expect(said).toMatch(/^The data folder \S+ is in use by another portal \(process \d+\): stop that one, or set PORTAL_DATA_DIR to another folder\.\n$/)
  expect(code).toBe(1)
  expect(seconds).toBeLessThan(5)
})

test('a real database without its settings is refused within 5 s, naming all of them', async () => {
  const { code, said, seconds } = await run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/portal' })
  expect(said).toBe('Settings are missing: AUTH_SECRET, PORTAL_URL, SMTP_URL, MAIL_FROM. See .env.example.\n')
  expect(code).toBe(1)
  expect(seconds).toBeLessThan(5)
})

test('whoever follows a meeting is let go at once when the portal stops', async () => {
  test.setTimeout(90_000)
  const sql = database()
  const [world, second] = await Promise.all([makeWorld(sql), startSecond()])
  const answer = await fetch(`${second.address()}/api/v1/deliberations/${world.jury.deliberationId}/stream`, { headers: cookieOf(world, 'scorer') })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  const from = performance.now()
  const stopped = second.stop()
  // Cut off, not ended: whoever follows comes back by itself.
  await expect(answer.text()).rejects.toThrow('terminated')
  expect((performance.now() - from) / 1_000).toBeLessThan(5)
  await stopped
  await removeWorld(sql, world)
  await sql.end()
})
