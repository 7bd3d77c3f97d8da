import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { serve } from '#lib/launch/front.ts'
import { upsert } from '#tests/bench/bare-save.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { median, report } from '#tests/bench/ratio.ts'
import type { Load, Result, Saver } from '#tests/bench/savers.ts'
import { addWriters } from '#tests/bench/writers.ts'

/**
 * What saving a draft costs through the portal (session, law, wall, versions, history) beside a bare Next route handler
 * of the same build that does one upsert through the same driver, and beside a bare Node server doing it.
 */
await buildForBench()
const database = await startDatabase()
process.env.PORTAL_BENCH_DATABASE = database.adminUrl
const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} })
await admin`create table bare_draft (id uuid primary key, version integer not null, saved_at timestamptz not null, fields jsonb not null)`
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address
const bare = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
    upsert(JSON.parse(text)).then((row) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(row)), () => response.writeHead(500).end())
  })
})
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const bareAddress = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`

function run(load: Load): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./savers.ts', import.meta.url))
    child.once('message', (result: Result) => {
      if (Object.keys(result.wrong).length > 0) reject(new Error(`Not every save was answered 200: ${JSON.stringify(result.wrong)}`))
      else resolve(result)
    })
    child.once('error', reject)
    child.send(load)
  })
}

const own = { origin: front.address }
async function savers(kind: 'portal' | 'handler' | 'node', count: number): Promise<Load> {
  if (kind !== 'portal') return { address: kind === 'node' ? bareAddress : front.address, seconds: 5, savers: Array.from({ length: count }, () => ({ path: '/api/bare-save', id: crypto.randomUUID(), version: 0, headers: own })) }
  const writers = await addWriters(admin, count)
  return { address: front.address, seconds: 5, savers: writers.map(({ draftId, cookie }): Saver => ({ path: `/api/v1/drafts/${draftId}`, id: draftId, version: 1, headers: { ...own, cookie } })) }
}

type Kind = Parameters<typeof savers>[0]
async function measure(count: number): Promise<Record<Kind, Result>> {
  const seen: Record<Kind, Result[]> = { portal: [], handler: [], node: [] }
  for (let round = 0; round < 4; round += 1) {
    for (const kind of ['handler', 'portal', 'node'] as const) {
      const result = await run(await savers(kind, count))
      // The first round warms everything up.
      if (round > 0) seen[kind].push(result)
    }
  }
  const middle = (kind: Kind): Result => ({
    rate: median(seen[kind].map(({ rate }) => rate)), p50: median(seen[kind].map(({ p50 }) => p50)), p99: median(seen[kind].map(({ p99 }) => p99)), wrong: {},
  })
  return { portal: middle('portal'), handler: middle('handler'), node: middle('node') }
}

try {
  const many = await measure(20)
  const one = await measure(1)
  const figures = ({ rate, p50, p99 }: Result) => `${rate.toFixed(0)}/s p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`
  report('saving at 20 connections ÷ a bare route handler: throughput', (many.portal.rate / many.handler.rate).toFixed(2), '≥ 0.6')
  report('saving at 20 connections ÷ a bare route handler: p99', `${(many.portal.p99 / many.handler.p99).toFixed(2)} ×`, '≤ 2')
  report('saving at 20 connections ÷ a bare Node server: throughput', (many.portal.rate / many.node.rate).toFixed(2), 'told')
  report('saving one at a time ÷ a bare route handler: median time', `${(one.portal.p50 / one.handler.p50).toFixed(2)} ×`, 'told')
  for (const kind of ['portal', 'handler', 'node'] as const) report(`  ${kind}, 20 at once`, figures(many[kind]), kind === 'portal' ? '≥ 462/s' : 'told')
  for (const kind of ['portal', 'handler', 'node'] as const) report(`  ${kind}, one at a time`, figures(one[kind]), kind === 'portal' ? '≤ 9 ms' : 'told')
} finally {
  bare.close()
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)
