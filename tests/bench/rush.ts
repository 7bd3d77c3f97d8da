import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { destroyEmbedded, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { loadReferential } from '#db/seed/referential.ts'
import { report } from '#tests/bench/ratio.ts'
import { spawnApp } from '#tests/bench/spawned-app.ts'
import { addWriters, makeWhole, openCall, type Writer } from '#tests/bench/writers.ts'

/**
 * The last minute before a deadline: every applicant saves every five seconds and submits once within the last sixty, a
 * few of them too late. The portal, PostgreSQL and these clients share the machine's two cores, so the number of
 * applicants is an argument; what the harness sent, and when, is compared with what was accepted.
 */
const applicants = Number(process.argv[2] ?? 600)
const late = Math.round(applicants / 20)
const [saveEvery, lastMinute, margin] = [5_000, 60_000, 1_500]
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))

const folder = mkdtempSync(join(tmpdir(), 'portal-rush-'))
const cluster = await startEmbedded(folder)
const secret = randomBytes(32).toString('hex')
await migrate(cluster.url, secret)
await loadReferential(cluster.url)
const admin = postgres(cluster.url, { max: 2, onnotice: () => {} })
const callId = await openCall(admin)
const writers = await addWriters(admin, applicants)
await makeWhole(admin, callId, writers)
const app = await spawnApp(cluster.url, secret, join(folder, 'app'))
const agent = new Agent({ keepAlive: true, maxSockets: applicants })
const { hostname, port, origin } = new URL(app.address)

type Answered = { status: number; text: string; took: number }
function send(method: string, path: string, { cookie }: Writer, body: unknown, headers: Record<string, string>): Promise<Answered> {
  const text = JSON.stringify(body)
  const from = performance.now()
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path, method, agent, headers: { cookie, origin, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), 'idempotency-key': crypto.randomUUID(), ...headers } }, (answer) => {
      let said = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (said += chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, text: said, took: performance.now() - from }))
    })
    sent.on('error', () => resolve({ status: 0, text: '', took: performance.now() - from })).end(text)
  })
}

const [clock] = await admin<{ closes: Date }[]>`update call set closes_at = date_trunc('second', now()) + interval '75 seconds' where id = ${callId} returning closes_at as closes`
// The named second is on time to its end.
const deadline = (clock?.closes.getTime() as number) + 1_000
const saves: number[] = []
const submits: number[] = []
const faults: Record<string, number> = {}
const count = (what: string) => (faults[what] = (faults[what] ?? 0) + 1)
let accepted = 0

async function applicant(writer: Writer, index: number) {
  const isLate = index < late
  const submitAt = isLate ? deadline + margin + Math.random() * 2_000 : deadline - margin - Math.random() * (lastMinute - margin)
  let version = 2
  await pause(Math.random() * saveEvery)
  for (; Date.now() < submitAt - saveEvery; await pause(saveEvery)) {
    if (Date.now() > deadline - margin) break
    const { status, text, took } = await send('PUT', `/api/v1/drafts/${writer.draftId}`, writer, { fields: { summary: `Version ${version}, relue.` } }, { 'if-match': `"${version}"` })
    if (status !== 200) count(`save ${status}`)
    else version = (JSON.parse(text) as { version: number }).version
    saves.push(took)
  }
  await pause(submitAt - Date.now())
  const { status, took } = await send('POST', `/api/v1/drafts/${writer.draftId}/submit`, writer, {}, { 'if-match': `"${version}"` })
  submits.push(took)
  if (status === 200 || status === 201) accepted += 1
  if (isLate && status !== 409) count(`late submission answered ${status}`)
  if (!isLate && status !== 200 && status !== 201) count(`submission on time answered ${status}`)
}

const at = (times: number[], share: number) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
let failed = true
try {
  await Promise.all(writers.map(applicant))
  const [found] = await admin<{ applications: number; receipts: number; late: number }[]>`
    select (select count(*)::int from application where call_id = ${callId}) as applications, (select count(*)::int from receipt) as receipts,
      (select count(*)::int from application where submitted_at >= ${new Date(deadline)}) as late`
  const duplicates = (found?.receipts ?? 0) - (found?.applications ?? 0)
  report(`deadline rush, ${applicants} applicants: saves answered / p50 / p99`, `${saves.length} / ${at(saves, 0.5).toFixed(0)} / ${at(saves, 0.99).toFixed(0)} ms`, 'told')
  report('submissions in the last minute: answered / p50 / p99', `${submits.length} / ${at(submits, 0.5).toFixed(0)} / ${at(submits, 0.99).toFixed(0)} ms`, 'p99 told')
  report('errors, late accepted, on-time refused', JSON.stringify(faults), '{}')
  report('accepted = kept; late kept; duplicates', `${accepted} = ${found?.applications}; ${found?.late}; ${duplicates}`, 'equal; 0; 0')
  failed = Object.keys(faults).length > 0 || accepted !== found?.applications || accepted !== applicants - late || found?.late !== 0 || duplicates !== 0
} finally {
  agent.destroy()
  await admin.end()
  await app.kill()
  await cluster.stop()
  destroyEmbedded(folder)
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
