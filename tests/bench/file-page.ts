import autocannon from 'autocannon'
import postgres from 'postgres'
import { serve } from '#lib/launch/front.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'
import { addWriters, makeWhole, openCall, type Writer } from '#tests/bench/writers.ts'

/**
 * A founder's page of a file, for twenty founders of twenty files in turn, beside an empty page of the same build that
 * nothing is asked of: read again where nothing changed since, when all is asked anew and the page is not made twice; and
 * made anew, as at a first reading or after any change.
 */
await buildForBench()
const database = await startDatabase()
const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} })
const callId = await openCall(admin)
const writers = await addWriters(admin, 20)
await makeWhole(admin, callId, writers)
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address
for (const { cookie, draftId } of writers) {
  const submitted = await fetch(`${front.address}/api/v1/drafts/${draftId}/submit`, { method: 'POST', headers: { cookie, origin: front.address, 'if-match': '"2"', 'idempotency-key': crypto.randomUUID() } })
  if (submitted.status !== 201) throw new Error(`A submission was answered ${submitted.status}.`)
}

let turn = 0
const next = () => writers[(turn += 1) % writers.length] as Writer
/** A cookie of no meaning tells two readings apart: each is the first. */
const asked = {
  again: () => { const { draftId, cookie } = next(); return { path: `/fr/applications/${draftId}`, headers: { cookie } } },
  anew: () => { const { draftId, cookie } = next(); return { path: `/fr/applications/${draftId}`, headers: { cookie: `${cookie}; bench=${turn}` } } },
  empty: () => ({ path: '/empty-dynamic.html', headers: {} }),
}
type Kind = keyof typeof asked

async function throughput(kind: Kind): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url: front.address, connections: 20, duration: 4, requests: [{ setupRequest: (request: object) => ({ ...request, ...asked[kind]() }) }] })
  if (non2xx || errors) throw new Error(`${kind}: ${non2xx} answers were not 2xx, ${errors} failed.`)
  return requests.average
}
async function ask(kind: Kind): Promise<void> {
  const { path, headers } = asked[kind]()
  const answer = await fetch(front.address + path, { headers })
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}.`)
  await answer.arrayBuffer()
}
const alone = (kind: Kind) => async () => (await timed(async () => { for (let i = 0; i < 40; i += 1) await ask(kind) })) / 40

try {
  for (let i = 0; i < 2 * writers.length; i += 1) await ask('again')
  const rate = await interleaved(3, { again: () => throughput('again'), anew: () => throughput('anew'), empty: () => throughput('empty') })
  const time = await interleaved(5, { again: alone('again'), anew: alone('anew'), empty: alone('empty') })
  report('a file’s page read again ÷ an empty dynamic Next page: pages a second', (rate.again / rate.empty).toFixed(2), 'told')
  report('a file’s page made anew ÷ an empty dynamic Next page: pages a second', (rate.anew / rate.empty).toFixed(2), 'told')
  report('  read again, one at a time / at 20 connections', `${time.again.toFixed(1)} ms / ${rate.again.toFixed(0)}/s`, '≤ 8.7 ms, ≥ 334/s')
  report('  made anew (a first reading, or changed since)', `${time.anew.toFixed(1)} ms / ${rate.anew.toFixed(0)}/s`, '≤ 8.7 ms, ≥ 334/s')
  report('  an empty dynamic page', `${time.empty.toFixed(1)} ms / ${rate.empty.toFixed(0)}/s`, 'told')
} finally {
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)
