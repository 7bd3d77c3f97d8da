import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, destroyEmbedded, startEmbedded } from '#db/embedded.ts'
import { startOf } from '#db/process-facts.ts'
import { CannotStart } from '#lib/env.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-embedded-'))
const postmaster = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const troubles: string[] = []
let cluster: Cluster

const start = async () => void (cluster = await startEmbedded(folder, (sentence) => troubles.push(sentence)))
beforeAll(start)
afterAll(async () => {
  await cluster.stop()
  destroyEmbedded(folder)
})

async function ask<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(cluster.url, { max: 1, backoff: () => 0.1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

describe('startEmbedded', () => {
  it('runs PostgreSQL 18 in UTF-8, reachable from this machine only, losing nothing it confirmed', async () => {
    const [settings] = await ask((sql) => sql`select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit, current_setting('password_encryption') as passwords`)
    expect(settings).toEqual({ major: 18, encoding: 'UTF8', addresses: '127.0.0.1', sockets: '', fsync: 'on', pages: 'on', commit: 'on', passwords: 'scram-sha-256' })
    await expect(postgres(cluster.url.replace(/:[^:@]+@/, ':wrong@'), { max: 1 })`select 1`).rejects.toMatchObject({ code: '28P01' })
  })

  it('refuses a second start on the same folder, in one sentence, leaving the first alone', async () => {
    const before = postmaster()
    await expect(startEmbedded(folder)).rejects.toThrow(
      new CannotStart(`The data folder ${folder} is in use by another portal (process ${process.pid}): stop that one, or set PORTAL_DATA_DIR to another folder.`),
    )
    expect(postmaster()).toBe(before)
  })

  it('starts PostgreSQL again when it is killed, on the same port, with all it confirmed', async () => {
    await ask(async (sql) => {
      await sql`create table kept (n int)`
      await sql`insert into kept select generate_series(1, 1000)`
    })
    const killed = postmaster()
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => ask((sql) => sql`select count(*)::int as count from kept`).catch(() => []), { timeout: 10_000 }).toEqual([{ count: 1000 }])
    expect(postmaster()).not.toBe(killed)
    expect(troubles).toEqual([`PostgreSQL stopped by itself and is being started again; see ${join(folder, 'postgres.log')}.`])
  })

  it('takes over what a killed portal left running', async () => {
    await cluster.stop()
    const script = `import { startEmbedded } from '#db/embedded.ts'; await startEmbedded(${JSON.stringify(folder)}); process.stdout.write('up'); setInterval(() => {}, 1000)`
    const portal = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(portal.stdout, 'data')
    const orphan = postmaster()
    portal.kill('SIGKILL')
    await once(portal, 'exit')
    expect(startOf(orphan)).toBeDefined()
    await start()
    expect(startOf(orphan)).toBeUndefined()
    expect(await ask((sql) => sql`select count(*)::int as count from kept`)).toEqual([{ count: 1000 }])
  })

  it('ends PostgreSQL and gives the folder back', async () => {
    const ended = postmaster()
    await cluster.stop()
    expect(startOf(ended)).toBeUndefined()
    await start()
  })
})
