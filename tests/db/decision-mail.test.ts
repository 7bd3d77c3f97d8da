import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decide } from '#lib/server/decision/decide.ts'
import { listDecisions } from '#lib/server/decision/list-decisions.ts'
import { cancelRelease, proposeRelease, releaseDecisions } from '#lib/server/decision/release-decisions.ts'
import { deliverMails } from '#lib/worker/deliver-mails.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin, adminUrl, authSecret } from '#tests/db/database.ts'

/** A worker of its own that sends what is due, as a process that can be killed. */
const worker = `
  const [{ connect }, { roleUrls }, { deliverMails }, { createTransport }] = await Promise.all([import('#db/client.ts'), import('#db/roles.ts'), import('#lib/worker/deliver-mails.ts'), import('nodemailer')])
  connect(roleUrls(process.env.ADMIN_URL, process.env.AUTH_SECRET))
  const transporter = createTransport({ host: '127.0.0.1', port: Number(process.env.SMTP_PORT), secure: false })
  await deliverMails({ transporter, from: 'portal@portal.test', host: 'portal.test' })`

let world: World
let server: SMTPServer
let port = 0
let child: ChildProcess | undefined
const received: { to: string; messageId: string }[] = []
/** The worker dies when the server has this many mails whole, before it is told so. */
const fatal = 4

beforeAll(async () => {
  world = await makeWorld(admin)
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId: /^message-id: (.+)$/im.exec(text)?.[1] ?? '' })
        if (received.length === fatal) child?.kill('SIGKILL')
        else callback(null)
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  port = (listening.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await removeWorld(admin, world)
})

it('a decision’s mails leave once each, though the worker is killed in the middle of sending them', { timeout: 60_000 }, async () => {
  const { people, round, organisations } = world
  const [manager, second] = [{ personId: people.manager.id }, { personId: people['manager-2'].id }]
  const { slug } = round.call
  // More people to tell, and addresses that a server may be asked to write to.
  for (const persona of ['mentor', 'laureate', 'scorer-2', 'admin'] as const) await admin`insert into membership ${admin({ organisation_id: organisations['other start-up'], person_id: people[persona].id, role: 'member' })} on conflict do nothing`
  await admin`update person set email = id || '@post.test' where id = any (${Object.values(people).map(({ id }) => id)})`
  await cancelRelease(manager, { slug, releaseId: round.releaseId })
  await admin`update round set closed_at = now() where id = ${round.id}`
  for (const { id, version } of (await listDecisions(manager, { slug })).rows) await decide(manager, { slug, chosen: [{ id, version: version ?? '' }], outcome: 'not-selected', motive: 'Trop tôt' })
  const { sha256, rows } = await listDecisions(manager, { slug })
  await proposeRelease(manager, { slug, sha256 })
  await admin`delete from mail`
  const { told } = await releaseDecisions(second, { slug, releaseId: (await listDecisions(second, { slug })).pending?.id ?? '', confirmed: rows.length })
  const mails = await admin<{ recipient: string; id: string }[]>`select recipient, id from mail where kind = 'decision'`
  expect(mails).toHaveLength(told)
  expect(told).toBeGreaterThan(fatal)
  expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(told)

  const { PATH } = process.env
  child = spawn(process.execPath, ['--input-type=module', '-e', worker], { env: { NODE_ENV: 'test', PATH, ADMIN_URL: adminUrl, AUTH_SECRET: authSecret, SMTP_PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] })
  expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
  expect(received).toHaveLength(fatal)
  expect(await admin`select from mail where sent_at is not null`).toHaveLength(fatal - 1)

  const transporter = createTransport({ host: '127.0.0.1', port, secure: false })
  const post = { transporter, from: 'portal@portal.test', host: 'portal.test' }
  // What was under way waits its minute: another worker beside does not send it at once.
  expect(await deliverMails(post)).toBe(told - fatal)
  await admin`update mail set next_try_at = now() where sent_at is null`
  expect(await deliverMails(post)).toBe(1)
  expect(await deliverMails(post)).toBe(0)
  transporter.close()
  const times = Map.groupBy(received, ({ messageId }) => messageId)
  expect([...times.keys()].sort()).toEqual(mails.map(({ id }) => `<${id}@portal.test>`).sort())
  // The one whose receipt nobody heard goes again under the same Message-ID, by which mail servers know it; no other does.
  expect([...times.values()].map((each) => each.length).sort()).toEqual([...Array.from({ length: told - 1 }, () => 1), 2])
  expect(await admin`select from mail where sent_at is null`).toHaveLength(0)
})
