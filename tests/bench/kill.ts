import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { destroyEmbedded, startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { loadReferential } from '#db/seed/referential.ts'
import { type Ack, AckLog, type Saved } from '#tests/bench/ack-log.ts'
import { report } from '#tests/bench/ratio.ts'
import { spawnApp } from '#tests/bench/spawned-app.ts'
import { addLaureates } from '#tests/bench/laureates.ts'
import { addScorers } from '#tests/bench/scorers.ts'
import { addWriters } from '#tests/bench/writers.ts'

/**
 * What is acknowledged survives: the portal, then PostgreSQL, are killed outright again and again under load, and every
 * acknowledgement is looked up afterwards. The last series shows that the test can fail: a database told to answer
 * before it has written loses some.
 */
const kills = Number(process.argv[2] ?? 20)
/** Ten write drafts, ten evaluations, ten submit measurements, ten enter some that stay drafts. */
const writerCount = 10
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const folder = mkdtempSync(join(tmpdir(), 'portal-kill-'))
const cluster = await startEmbedded(folder)
const secret = randomBytes(32).toString('hex')
await migrate(cluster.url, secret)
await loadReferential(cluster.url)
const connect = () => postgres(cluster.url, { max: 1, onnotice: () => {}, backoff: () => 0.2 })
const app = await spawnApp(cluster.url, secret, join(folder, 'app'))

/** Every process of the cluster at once, so that none has the time to write what another left. */
function killPostgres() {
  const pid = Number(readFileSync(join(realpathSync(join(folder, 'postgres')), 'postmaster.pid'), 'utf8').split('\n')[0])
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)]).toString().split(/\s+/).filter(Boolean).map(Number)
  for (const each of [pid, ...children]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

type Count = Record<Saved, number>
const kinds = ['draft', 'evaluation', 'measurement submitted', 'measurement drafted'] as const satisfies readonly Saved[]
const counted = (acks: readonly Ack[]) => Object.fromEntries(kinds.map((kind) => [kind, acks.filter(({ of }) => of === kind).length])) as Count

/** Acknowledgements the database knows nothing of, and drafts and evaluations whose versions and history disagree. */
async function lost(acks: readonly Ack[]): Promise<{ lost: Count; half: number }> {
  const sql = connect()
  const rows = await sql<Omit<Ack, 'of'>[]>`select draft_id as id, version, sha256 from draft_revision union all select evaluation_id, version, sha256 from evaluation_revision union all select id, version, concat_ws(' ', idempotency_key, state, note) from measurement`
  const [half] = await sql<{ count: number }[]>`
    select count(*)::int as count from (
      select d.version, (select max(version) from draft_revision r where r.draft_id = d.id) as last from application_draft d
      union all select e.version, (select max(version) from evaluation_revision r where r.evaluation_id = e.id) from evaluation e) kept
    where version <> last`
  await sql.end()
  const kept = new Set(rows.map(({ id, version, sha256 }) => `${id} ${version} ${sha256}`))
  return { lost: counted(acks.filter(({ id, version, sha256 }) => !kept.has(`${id} ${version} ${sha256}`))), half: half?.count ?? 0 }
}

async function series(strike: () => Promise<void>, strikes: number): Promise<{ acks: Count; lost: Count; half: number; wrong: string }> {
  const sql = connect()
  const drafts = (await addWriters(sql, writerCount)).map(({ draftId, cookie }) => ({ of: 'draft' as const, id: draftId, cookie, path: `/api/v1/drafts/${draftId}`, field: 'summary', version: 1 }))
  const evaluations = (await addScorers(sql, writerCount, 1)).scorers.map(({ cookie, evaluationIds: [id = ''] }) => ({ of: 'evaluation' as const, id, cookie, path: `/api/v1/evaluations/${id}`, field: 'commentToJury', version: 0 }))
  const measured = (await addLaureates(sql, 2 * writerCount)).map(({ cookie, programme: { metricId }, period }, at) => {
    const submit = at % 2 === 0
    return { of: submit ? 'measurement submitted' as const : 'measurement drafted' as const, id: metricId, cookie, path: `/api/v1/metrics/${metricId}/measurements`, field: 'note', version: 0, adds: { ...period, value: 48, n: 40, submit } }
  })
  const log = new AckLog(app.address, [...drafts, ...evaluations, ...measured])
  await sql.end()
  for (let round = 0; round < strikes; round += 1) {
    await pause(1_500 + Math.random() * 1_000)
    await strike()
  }
  await pause(1_500)
  await log.stop()
  return { acks: counted(log.acks), ...(await lost(log.acks)), wrong: Object.entries(log.wrong).map(([status, count]) => `${count} answered ${status}`).join('; ') }
}

const strikePostgres = async () => {
  killPostgres()
  // Started again by whoever supervises it; saves go on as soon as it answers.
  for (;;) {
    await pause(50)
    const sql = postgres(cluster.url, { max: 1, onnotice: () => {}, connect_timeout: 2, backoff: () => 0.1 })
    const up = await sql`select 1`.then(() => true, () => false)
    await sql.end({ timeout: 1 })
    if (up) return
  }
}
const sum = (count: Count) => Object.values(count).reduce((all, each) => all + each, 0)
const said = ({ acks, lost: gone, half, wrong }: Awaited<ReturnType<typeof series>>) => `${sum(gone)} of ${sum(acks)} (${kinds.map((of) => `${of} ${gone[of]} of ${acks[of]}`).join(', ')})${half ? `, ${half} half` : ''}${wrong ? `, ${wrong}` : ''}`

let failed = false
try {
  const ofApp = await series(async () => {
    await app.kill()
    await app.again()
  }, kills)
  report(`portal killed ${kills} times under load: acknowledged saves lost`, said(ofApp), '0')
  const ofDatabase = await series(strikePostgres, kills)
  report(`PostgreSQL killed ${kills} times under load: acknowledged saves lost`, said(ofDatabase), '0')
  const sql = connect()
  await sql`alter role portal_app set synchronous_commit = off`
  await sql.end()
  await app.kill()
  await app.again()
  const mutant = await series(strikePostgres, kills)
  report('the same with synchronous_commit=off, which must be seen to lose some', said(mutant), 'more than 0')
  failed = [ofApp, ofDatabase].some(({ lost: gone, half, wrong }) => sum(gone) > 0 || half > 0 || wrong !== '') || [ofApp, ofDatabase].some(({ acks }) => kinds.some((of) => acks[of] === 0)) || sum(mutant.lost) === 0
} finally {
  await app.kill()
  await cluster.stop()
  destroyEmbedded(folder)
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
