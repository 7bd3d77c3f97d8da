import { fork } from 'node:child_process'
import autocannon from 'autocannon'
import postgres from 'postgres'
import { serve } from '#lib/launch/front.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, median, report, timed } from '#tests/bench/ratio.ts'
import type { Load, Result, Saver } from '#tests/bench/savers.ts'
import { addScorers } from '#tests/bench/scorers.ts'

/**
 * What a scorer waits for: the page with the application beside the grid, and each save of the evaluation, beside a page
 * and a handler of the same build that nothing is asked of. Figures beside HotCRP's on the same machine
 * (reference/peer-hotcrp.md): 11.6 ms and 170 pages a second; 296 draft saves a second; 308 ms for two texts rewritten.
 */
await buildForBench()
const database = await startDatabase()
process.env.PORTAL_BENCH_DATABASE = database.adminUrl
const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} })
await admin`create table bare_draft (id uuid primary key, version integer not null, saved_at timestamptz not null, fields jsonb not null)`
const { scorers: [reader], committee } = await addScorers(admin, 1, 12)
if (!reader) throw new Error('No scorer was made.')
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address
const headers = { cookie: reader.cookie, origin: front.address }
const [evaluationId = ''] = reader.evaluationIds

let turn = 0
const page = () => `/fr/scoring/evaluations/${reader.evaluationIds[(turn += 1) % reader.evaluationIds.length]}`
/** Twelve pages in turn, read again where nothing changed since: all is asked anew, and the page is not made twice. A cookie of no meaning makes each reading the first. */
const asked = {
  again: () => ({ path: page(), headers: { cookie: reader.cookie } }),
  anew: () => ({ path: page(), headers: { cookie: `${reader.cookie}; bench=${turn}` } }),
  queue: () => ({ path: '/fr/scoring', headers: { cookie: reader.cookie } }),
  empty: () => ({ path: '/empty-dynamic.html', headers: {} }),
}
type Kind = keyof typeof asked

async function throughput(kind: Kind): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url: front.address, connections: 20, duration: 4, requests: [{ setupRequest: (request) => ({ ...request, ...asked[kind]() }) }] })
  if (non2xx || errors) throw new Error(`${kind}: ${non2xx} answers were not 2xx, ${errors} failed.`)
  return requests.average
}
async function ask(kind: Kind): Promise<string> {
  const { path, headers: its } = asked[kind]()
  const answer = await fetch(front.address + path, { headers: its })
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}.`)
  return answer.text()
}
const alone = (kind: Kind) => async () => (await timed(async () => { for (let i = 0; i < 50; i += 1) await ask(kind) })) / 50
for (let i = 0; i < 3 * reader.evaluationIds.length; i += 1) if (!(await ask('again')).includes('Solution ')) throw new Error('The page does not say what is judged.')

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

async function savers(kind: 'evaluation' | 'handler', count: number): Promise<Load> {
  const own = { origin: front.address }
  if (kind === 'handler') return { address: front.address, seconds: 4, savers: Array.from({ length: count }, () => ({ path: '/api/bare-save', id: crypto.randomUUID(), version: 0, headers: own })) }
  const { scorers } = await addScorers(admin, count, 1)
  return { address: front.address, seconds: 4, savers: scorers.map(({ cookie, evaluationIds: [id = ''] }): Saver => ({ path: `/api/v1/evaluations/${id}`, id, version: 0, headers: { ...own, cookie }, field: 'commentToJury' })) }
}

async function measure(count: number): Promise<Record<'evaluation' | 'handler', Result>> {
  const seen = { evaluation: [] as Result[], handler: [] as Result[] }
  for (let round = 0; round < 4; round += 1) {
    for (const kind of ['handler', 'evaluation'] as const) {
      const result = await run(await savers(kind, count))
      // The first round warms everything up.
      if (round > 0) seen[kind].push(result)
    }
  }
  const middle = (all: Result[]): Result => ({ rate: median(all.map(({ rate }) => rate)), p50: median(all.map(({ p50 }) => p50)), p99: median(all.map(({ p99 }) => p99)), wrong: {} })
  return { evaluation: middle(seen.evaluation), handler: middle(seen.handler) }
}

/** Two texts of 200 words rewritten, against one mark given. */
async function rewriting(): Promise<{ small: number; large: number }> {
  const words = Array.from({ length: 200 }, (_, index) => `mot${index}`).join(' ')
  const mark = `scores.${committee.criteria[0]?.id}`
  let version = Number((await (await fetch(`${front.address}/api/v1/evaluations/${evaluationId}`, { headers })).json() as { version: number }).version)
  const save = async (fields: object) => {
    const answer = await fetch(`${front.address}/api/v1/evaluations/${evaluationId}`, { method: 'PUT', headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ fields }) })
    if (answer.status !== 200) throw new Error(`A save was answered ${answer.status}.`)
    version = (await answer.json() as { version: number }).version
  }
  const forty = (fields: (turn: number) => object) => async () => (await timed(async () => { for (let turn = 0; turn < 40; turn += 1) await save(fields(turn)) })) / 40
  return interleaved(9, { small: forty((turn) => ({ [mark]: 1 + (turn % 5) })), large: forty((turn) => ({ commentToJury: `${words} ${turn} ${crypto.randomUUID()}`, commentToApplicant: `${turn} ${words} ${crypto.randomUUID()}` })) })
}

try {
  const rate = await interleaved(3, { again: () => throughput('again'), anew: () => throughput('anew'), empty: () => throughput('empty') })
  const time = await interleaved(5, { again: alone('again'), anew: alone('anew'), queue: alone('queue'), empty: alone('empty') })
  report('a scoring page read again ÷ an empty dynamic Next page: pages a second', (rate.again / rate.empty).toFixed(2), 'told')
  report('a scoring page made anew ÷ an empty dynamic Next page: pages a second', (rate.anew / rate.empty).toFixed(2), 'told')
  report('  read again, one at a time / at 20 connections', `${time.again.toFixed(1)} ms / ${rate.again.toFixed(0)}/s`, '≤ 11 ms, ≥ 340/s')
  report('  made anew (a first reading, or changed since)', `${time.anew.toFixed(1)} ms / ${rate.anew.toFixed(0)}/s`, '≤ 11 ms, ≥ 340/s')
  report('  the queue of 12, one at a time', `${time.queue.toFixed(1)} ms`, 'told')
  report('  an empty dynamic page, one at a time / at 20 connections', `${time.empty.toFixed(1)} ms / ${rate.empty.toFixed(0)}/s`, 'told')
  const [many, one] = [await measure(20), await measure(1)]
  const figures = ({ rate: its, p50, p99 }: Result) => `${its.toFixed(0)}/s p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`
  report('saving an evaluation at 20 connections ÷ a bare route handler: throughput', (many.evaluation.rate / many.handler.rate).toFixed(2), '≥ 0.6')
  report('saving an evaluation at 20 connections ÷ a bare route handler: p99', `${(many.evaluation.p99 / many.handler.p99).toFixed(2)} ×`, '≤ 2')
  report('  evaluations, 20 at once', figures(many.evaluation), '≥ 592/s')
  report('  a bare handler, 20 at once', figures(many.handler), 'told')
  report('  evaluations, one at a time', figures(one.evaluation), '≤ 7 ms')
  const { small, large } = await rewriting()
  report('two texts of 200 words rewritten ÷ one mark given: time of a save', `${(large / small).toFixed(2)} ×`, '≤ 1.25')
  report('  one mark / two texts', `${small.toFixed(1)} / ${large.toFixed(1)} ms`, 'told')
} finally {
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)
