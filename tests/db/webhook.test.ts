import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { secretBytes } from '#lib/domain/webhook.ts'
import { addWebhook, disableWebhook, enableWebhook, replayDelivery, rotateWebhook } from '#lib/server/webhook/administer-webhooks.ts'
import { showWebhook } from '#lib/server/webhook/list-webhooks.ts'
import { decide } from '#lib/server/decision/decide.ts'
import { listDecisions } from '#lib/server/decision/list-decisions.ts'
import { cancelRelease, proposeRelease, releaseDecisions } from '#lib/server/decision/release-decisions.ts'
import { deliverWebhooks, type Send } from '#lib/worker/deliver-webhooks.ts'
import { purge } from '#lib/worker/purge.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

/** Other tools are told once what happened, by a signature they can check, and never at an address that is not the internet's. */
let world: World
let server: Server
let listener = ''
const received: { headers: IncomingHttpHeaders; body: string }[] = []
let answer = 204

/** As the job sends, but to the listener here. */
const here: Send = (address, headers, body) =>
  new Promise((done, fail) => {
    const call = request(`${listener}${new URL(address).pathname}`, { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => done(response.resume().statusCode ?? 0))
    call.on('error', fail).end(body)
  })

beforeAll(async () => {
  world = await makeWorld(admin)
  server = createServer((asked, response) => {
    let body = ''
    asked.on('data', (chunk: Buffer) => (body += chunk.toString()))
    asked.on('end', () => {
      received.push({ headers: asked.headers, body })
      response.writeHead(answer).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  listener = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  received.length = 0
  answer = 204
  await admin`delete from webhook where id <> ${world.webhook.id}`
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await removeWorld(admin, world)
})

const asAdmin = () => ({ personId: world.people.admin.id })
const add = (events: readonly string[] = ['decision.released', 'laureate.announced']) => addWebhook(asAdmin(), { address: 'https://tools.example/hook', events: events as ['decision.released'] })
const tell = (kind = 'decision.released', content = '{"type":"decision.released"}') => admin`select portal.tell_webhooks(${kind}, ${content})`
const only = async (webhookId: string) => (await showWebhook(asAdmin(), { webhookId })).deliveries[0]
const dueAgain = () => admin`update webhook_delivery set next_try_at = now() where next_try_at is not null`
const signed = (secret: string, { headers, body }: (typeof received)[number]) =>
  `v1,${createHmac('sha256', secretBytes(secret) ?? '').update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64')}`

describe('a notice', () => {
  it('arrives once, signed over its identifier, its second and its body', async () => {
    const { webhookId, secret } = await add()
    await tell()
    await tell('application.submitted', '{}')
    expect([await deliverWebhooks(here), await deliverWebhooks(here), received.length]).toEqual([1, 0, 1])
    const [got] = received
    expect(got?.headers['webhook-signature']).toBe(signed(secret, got as (typeof received)[number]))
    expect(got?.headers['webhook-id']).toBe((await only(webhookId))?.id)
    expect(Math.abs(Number(got?.headers['webhook-timestamp']) - Date.now() / 1_000)).toBeLessThan(60)
    expect(await only(webhookId)).toMatchObject({ deliveredAt: expect.any(Date), nextTryAt: null, tries: 1, lastStatus: 204 })
  })

  it('is tried again under the same identifier, later and later, and given up after ten', async () => {
    const { webhookId } = await add()
    await tell()
    answer = 503
    const waits: number[] = []
    for (let tries = 1; tries <= 10; tries += 1) {
      await dueAgain()
      expect(await deliverWebhooks(here)).toBe(0)
      const { nextTryAt } = (await only(webhookId)) ?? {}
      if (nextTryAt) waits.push(nextTryAt.getTime() - Date.now())
    }
    expect([waits.length, waits.every((wait, index) => wait > (waits[index - 1] ?? 0)), new Set(received.map(({ headers }) => headers['webhook-id'])).size]).toEqual([9, true, 1])
    expect(await only(webhookId)).toMatchObject({ deliveredAt: null, nextTryAt: null, tries: 10, lastStatus: 503 })
    answer = 200
    await replayDelivery(asAdmin(), { deliveryId: (await only(webhookId))?.id ?? '' })
    await expect(replayDelivery(asAdmin(), { deliveryId: (await only(webhookId))?.id ?? '' })).rejects.toMatchObject({ code: 'conflict', reason: 'delivery-waits' })
    expect(await deliverWebhooks(here)).toBe(1)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('stops at a receiver that is gone, waits while it is paused, and goes out once it is resumed', async () => {
    const { webhookId } = await add()
    await tell()
    answer = 410
    await deliverWebhooks(here)
    expect(await showWebhook(asAdmin(), { webhookId })).toMatchObject({ disabledReason: 'gone', deliveries: [{ nextTryAt: null, deliveredAt: null, lastStatus: 410 }] })
    await tell()
    expect((await showWebhook(asAdmin(), { webhookId })).deliveries).toHaveLength(1)
    await enableWebhook(asAdmin(), { webhookId })
    answer = 200
    await tell()
    await disableWebhook(asAdmin(), { webhookId })
    expect(await deliverWebhooks(here)).toBe(0)
    await enableWebhook(asAdmin(), { webhookId })
    expect(await deliverWebhooks(here)).toBe(1)
  })

  it('is signed with both secrets for a day after a change', async () => {
    const { webhookId, secret } = await add()
    const fresh = await rotateWebhook(asAdmin(), { webhookId })
    await tell()
    await deliverWebhooks(here)
    const [got] = received as [(typeof received)[number]]
    expect(got.headers['webhook-signature']).toBe(`${signed(fresh.secret, got)} ${signed(secret, got)}`)
    await admin`update webhook set former_until = now() - interval '1 second' where id = ${webhookId}`
    await tell()
    await deliverWebhooks(here)
    expect(received[1]?.headers['webhook-signature']).toBe(signed(fresh.secret, received[1] as (typeof received)[number]))
  })

  it('is sent by one worker when several look', async () => {
    await add()
    for (let index = 0; index < 8; index += 1) await tell()
    const sent = await Promise.all(Array.from({ length: 4 }, () => deliverWebhooks(here)))
    expect([sent.reduce((sum, each) => sum + each, 0), received.length]).toEqual([8, 8])
  })

  it('goes to no address that is not on the public internet, whatever it is called', async () => {
    const { port } = server.address() as AddressInfo
    const addresses = [
      `https://127.0.0.1:${port}/`, `https://localhost:${port}/`, `https://[::1]:${port}/`, `https://[::ffff:127.0.0.1]:${port}/`, `https://0x7f000001:${port}/`, `https://2130706433:${port}/`, `https://127.1:${port}/`,
      `https://0:${port}/`, `https://0.0.0.0:${port}/`, 'https://169.254.169.254/latest/meta-data/', 'https://[fd00::1]/', 'https://10.0.0.1/', 'https://192.168.0.1/', `http://127.0.0.1:${port}/`, 'https://[64:ff9b::7f00:1]/',
    ]
    for (const address of addresses) await admin`insert into webhook ${admin({ address, events: ['decision.released'], secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', created_by: world.people.admin.id })}`
    await tell()
    expect([await deliverWebhooks(), received.length]).toEqual([0, 0])
    const errors = await admin<{ error: string }[]>`select distinct last_error as error from webhook_delivery where webhook_id <> ${world.webhook.id} order by 1`
    expect(errors.map(({ error }) => error)).toEqual(['not a public address', 'not https'])
  })
})

it('is forgotten ninety days after its last try, not before, and not while it waits', async () => {
  const { webhookId } = await add()
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  const sent = (body: string, created: number, tried: number | null, next: number | null) => ({ webhook_id: webhookId, type: 'decision.released', body, created_at: ago(created), tried_at: tried === null ? null : ago(tried), next_try_at: next === null ? null : ago(next) })
  await admin`insert into webhook_delivery ${admin([
    sent('delivered long ago', 91, 91, null), sent('given up long ago', 94, 91, null), sent('never tried, its receiver long disabled', 91, null, 91),
    sent('delivered lately', 89, 89, null), sent('written long ago, sent again lately', 120, 2, null), sent('sent again just now', 120, 100, 0), sent('new', 0, null, 0),
  ])}`
  await purge()
  expect((await admin<{ body: string }[]>`select body from webhook_delivery where webhook_id = ${webhookId} order by body`).map(({ body }) => body)).toEqual(['delivered lately', 'new', 'sent again just now', 'written long ago, sent again lately'])
})

it('a release tells the choice and each laureate, with addresses and nothing of anybody', async () => {
  const { slug } = world.round.call
  const [manager, second] = [{ personId: world.people.manager.id }, { personId: world.people['manager-2'].id }]
  await cancelRelease(manager, { slug, releaseId: world.round.releaseId })
  await admin`update round set closed_at = now() where id = ${world.round.id}`
  await decide(manager, { slug, chosen: [{ id: world.round.applicationId, version: '' }], outcome: 'laureate' })
  const { sha256, rows } = await listDecisions(manager, { slug })
  await proposeRelease(manager, { slug, sha256 })
  await add()
  await releaseDecisions(second, { slug, releaseId: (await listDecisions(second, { slug })).pending?.id ?? '', confirmed: rows.length })
  const told = await admin<{ body: string }[]>`select body from webhook_delivery where webhook_id <> ${world.webhook.id} order by id`
  const [{ laureate } = { laureate: '' }] = await admin<{ laureate: string }[]>`select slug as laureate from laureate where application_id = ${world.round.applicationId}`
  expect(told.map(({ body }) => JSON.parse(body))).toEqual([
    { type: 'decision.released', timestamp: expect.any(String), data: { call: slug, url: `http://portal.test/calls/${slug}/selection` } },
    { type: 'laureate.announced', timestamp: expect.any(String), data: { call: slug, laureate, url: `http://portal.test/laureates/${laureate}` } },
  ])
})

it('nobody reads a secret back, administrators neither', async () => {
  await add()
  await expect(admin.begin(async (sql) => {
    await sql`set local role portal_app`
    await sql`select set_config('portal.actor', ${world.people.admin.id}, true)`
    await sql`select secret from webhook`
  })).rejects.toMatchObject({ code: '42501' })
})
