import autocannon from 'autocannon'
import postgres from 'postgres'
import { serve } from '#lib/launch/front.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'
import { addWriters, makeWhole, openCall } from '#tests/bench/writers.ts'

/** A founder's page of a file, made anew for each who asks, beside an empty page of the same build that nothing is asked of. */
await buildForBench()
const database = await startDatabase()
const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} })
const callId = await openCall(admin)
const [writer] = await addWriters(admin, 1)
if (!writer) throw new Error('No writer was made.')
await makeWhole(admin, callId, [writer])
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address
const headers = { cookie: writer.cookie, origin: front.address }
const submitted = await fetch(`${front.address}/api/v1/drafts/${writer.draftId}/submit`, { method: 'POST', headers: { ...headers, 'if-match': '"2"', 'idempotency-key': crypto.randomUUID() } })
if (submitted.status !== 201) throw new Error(`The submission was answered ${submitted.status}.`)
const path = `/fr/applications/${writer.draftId}`

async function throughput(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url: front.address + url, connections: 20, duration: 4, headers })
  if (non2xx || errors) throw new Error(`${url}: ${non2xx} answers were not 2xx, ${errors} failed.`)
  return requests.average
}
const alone = (url: string) => async () => (await timed(async () => { for (let i = 0; i < 50; i += 1) await (await fetch(front.address + url, { headers })).arrayBuffer() })) / 50

try {
  const rate = await interleaved(3, { page: () => throughput(path), empty: () => throughput('/empty-dynamic.html') })
  const time = await interleaved(5, { page: alone(path), empty: alone('/empty-dynamic.html') })
  report('a file’s page ÷ an empty dynamic Next page: pages a second at 20 connections', (rate.page / rate.empty).toFixed(2), 'told')
  report('  a file’s page, one at a time / at 20 connections', `${time.page.toFixed(1)} ms / ${rate.page.toFixed(0)}/s`, '≤ 8.7 ms, ≥ 334/s')
  report('  an empty dynamic page, one at a time / at 20 connections', `${time.empty.toFixed(1)} ms / ${rate.empty.toFixed(0)}/s`, 'told')
} finally {
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)
