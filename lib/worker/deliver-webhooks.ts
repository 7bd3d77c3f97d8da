import { createHmac } from 'node:crypto'
import { lookup as resolve } from 'node:dns/promises'
import { request, type RequestOptions } from 'node:https'
import { isIP } from 'node:net'
import { sql } from 'drizzle-orm'
import { transaction } from '#db/client.ts'
import { isPublicAddress } from '#lib/domain/address-guard.ts'
import { pauseAfter, secretBytes, signedContent, verdictOn } from '#lib/domain/webhook.ts'

/** Sends one signed request and answers the status; throws when there is none. */
export type Send = (address: string, headers: Record<string, string>, body: string) => Promise<number>

type Claimed = { id: string; webhookId: string; address: string; secret: string; formerSecret: string | null; body: string; tries: number }

/** Milliseconds a receiver has to answer. */
const patience = 15_000
/** Longer than any attempt may take: if this worker dies, the notice is tried again after it. */
const claimed = '2 minutes'

/** Sends every notice that is due, one after the other. Resolves to how many arrived. */
export async function deliverWebhooks(send: Send = sendPublicly): Promise<number> {
  let arrived = 0
  for (let next = await claim(); next; next = await claim()) if (await deliver(next, send)) arrived += 1
  return arrived
}

async function claim(): Promise<Claimed | undefined> {
  return transaction('portal_worker', 'read write', async (tx) => {
    const [row] = await tx.execute<Claimed>(sql`
      update webhook_delivery d set tries = d.tries + 1, tried_at = now(), next_try_at = now() + ${claimed}::interval
      from webhook w
      where w.id = d.webhook_id and d.id = (
        select due.id from webhook_delivery due join webhook its on its.id = due.webhook_id
        where due.next_try_at <= now() and its.disabled_at is null order by due.next_try_at limit 1 for update of due skip locked)
      returning d.id, d.webhook_id as "webhookId", w.address, w.secret, case when w.former_until > now() then w.former_secret end as "formerSecret", d.body, d.tries`)
    return row
  })
}

async function deliver({ id, webhookId, address, secret, formerSecret, body, tries }: Claimed, send: Send): Promise<boolean> {
  const seconds = Math.floor(Date.now() / 1_000)
  const signatures = [secret, formerSecret].flatMap((each) => (each === null ? [] : [`v1,${signature(each, signedContent(id, seconds, body))}`]))
  const outcome = await send(address, { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') }, body).then(
    (status) => ({ status, error: null }),
    (error: unknown) => ({ status: null, error: String(error instanceof Error ? error.message : error).slice(0, 300) }),
  )
  const verdict = outcome.status === null ? 'again' : verdictOn(outcome.status)
  const pause = verdict === 'again' ? pauseAfter(tries, Math.random()) : null
  await transaction('portal_worker', 'read write', async (tx) => {
    await tx.execute(sql`
      update webhook_delivery set last_status = ${outcome.status}, last_error = ${outcome.error}, delivered_at = case when ${verdict === 'done'} then now() end,
        next_try_at = now() + make_interval(secs => ${pause}::double precision) where id = ${id}::uuid`)
    if (verdict === 'gone') await tx.execute(sql`update webhook set disabled_at = now(), disabled_reason = 'gone' where id = ${webhookId}::uuid and disabled_at is null`)
  })
  return verdict === 'done'
}

function signature(secret: string, content: string): string {
  const key = secretBytes(secret)
  if (key === null) throw new Error('A secret in the database is none.')
  return createHmac('sha256', key).update(content).digest('base64')
}

/**
 * Over https, to an address of the public internet, looked up once and connected to as found: what a name leads to cannot
 * change in between (threat T19). Redirections are answers like any other; the body of the answer is not read.
 */
async function sendPublicly(address: string, headers: Record<string, string>, body: string): Promise<number> {
  const url = new URL(address)
  if (url.protocol !== 'https:') throw new Error('not https')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host, { all: true })
  const [first] = found
  if (first === undefined || !found.every((each) => isPublicAddress(each.address))) throw new Error('not a public address')
  const lookup: RequestOptions['lookup'] = (_name, { all }, answer) => (all ? answer(null, [first]) : answer(null, first.address, first.family))
  return new Promise((done, fail) => {
    const signal = AbortSignal.timeout(patience)
    const call = request(url, { method: 'POST', lookup, signal, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Passerelle' } }, (response) => {
      response.destroy()
      done(response.statusCode ?? 0)
    })
    call.on('error', (error) => fail(signal.aborted ? new Error('no answer in time') : error))
    call.end(body)
  })
}
