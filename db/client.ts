import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import type { Gathered } from '#db/gather.ts'
import { Queue } from '#db/queue.ts'
import type { Actor } from '#lib/domain/access.ts'

/** A transaction as drizzle sees it. */
export type Transaction = PostgresJsDatabase
/** What may be used before `may` has said yes: reading. */
export type Reader = Pick<Transaction, 'select' | 'selectDistinct' | 'selectDistinctOn' | 'execute' | '$count' | 'with'>

/** The database's clock less the time already spent on the request, and who the transaction now runs for. */
export type Begun = { now: string; actor: Actor; session?: BegunSession | null }
/** The session by whose hash the person was found; `ageing` when it is time to prolong it. */
export type BegunSession = { id: string; ageing: boolean }
/** For whom: a person, or whoever holds the session of this hash; `spent` is how many milliseconds ago they asked. */
export type OnBehalf = { personId: string | null; session?: Uint8Array; spent: number }
/** Sets the actor that row policies ask about, once, first of all. */
export type Begin = (who: OnBehalf) => Promise<Begun>

export type Role = 'portal_app' | 'portal_auth' | 'portal_worker'

type Pool = { sql: Sql; queue: Queue; url: string }

/** Saves that wait for the disk together share its turn, so more at once are written sooner; three instances stay below PostgreSQL's hundred. */
const connections = 20
/** How long a request waits for a connection before it is told the portal is busy, in milliseconds. */
const patience = 3_000

const pools = ((globalThis as { portalPools?: Map<Role, Pool> }).portalPools ??= new Map<Role, Pool>())

/** The URL each role connects with, told once at start by whoever knows the environment. */
export function connect(urls: Readonly<Record<Role, string>>): void {
  for (const [role, url] of Object.entries(urls) as [Role, string][]) {
    const max = role === 'portal_app' ? connections : 4
    pools.set(role, {
      // Reconnecting at once keeps a save from waiting out a growing delay after the database restarts.
      sql: postgres(url, { max, backoff: () => 0.2, onnotice: () => {}, connection: { application_name: role } }),
      queue: new Queue(max, patience),
      url,
    })
  }
}

/** The address told at start for a role: jobs bring a driver of their own. */
export function urlOf(role: Role): string {
  const pool = pools.get(role)
  if (!pool) throw new Error(`No connection for ${role}: call connect() first.`)
  return pool.url
}

/** Ends all connections, waiting up to 5 s for running statements. */
export async function disconnect(): Promise<void> {
  await Promise.all([...pools.values()].map(({ sql }) => sql.end({ timeout: 5 })))
  pools.clear()
}

/**
 * Runs `work` in one transaction as `role`. Only `command`, `query` and jobs call it.
 * Throws `QueueFull` when no connection frees up in 3 s.
 */
export function transaction<T>(role: Role, mode: 'read only' | 'read write', work: (tx: Transaction, begin: Begin) => Promise<T>): Promise<T> {
  const pool = pools.get(role)
  if (!pool) throw new Error(`No connection for ${role}: call connect() first.`)
  return new Promise<T>((resolve, reject) => {
    const done = pool.queue.run(async () => {
      const result = await pool.sql.begin(mode, async (tx) => {
        // drizzle looks for the parsers of a connection, which a transaction does not carry.
        const connection = Object.assign(tx, { options: pool.sql.options }) as unknown as Sql
        const value = await work(drizzle(connection, { casing: 'snake_case' }), (who) => beginFor(tx, who))
        // What was only read is not waiting for the end of its transaction.
        if (mode === 'read only') resolve(value)
        return { value }
      })
      return (result as { value: T }).value
    })
    done.then(resolve, reject)
  })
}

async function beginFor(tx: TransactionSql, { personId, session, spent }: OnBehalf): Promise<Begun> {
  const [row] = await tx<{ begun: Begun }[]>`select portal.begin(${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8) as begun`
  if (!row) throw new Error('portal.begin() returned nothing')
  return row.begun
}

/**
 * Asks one function of the database, which is a transaction of its own: one round trip. Only `autosave` and
 * `lookup` use it, with what sets the actor first. Throws `QueueFull` as `transaction` does.
 */
export function ask<T>(work: (sql: Sql) => Promise<readonly { answer: T }[]>): Promise<T> {
  const pool = pools.get('portal_app')
  if (!pool) throw new Error('No connection for portal_app: call connect() first.')
  return pool.queue.run(async () => {
    const [row] = await work(pool.sql)
    if (!row) throw new Error('A function returned nothing.')
    return row.answer
  })
}

/** Asks a gathered statement, on somebody's behalf: one round trip. Only `lookup` calls it. Throws `QueueFull` as `transaction` does. */
export async function askGathered<F>({ text, fill, read }: Gathered<F>, who: OnBehalf, values: Record<string, unknown>): Promise<{ begun: Begun; found: F }> {
  type Answer = { begun: Begun } & Record<string, Record<string, unknown>[]>
  const answer = await ask((sql) => sql.unsafe<{ answer: Answer }[]>(text, fill(who, values) as never[], { prepare: true }))
  return { begun: answer.begun, found: read(answer) }
}

/** Calls `heard` at each NOTIFY on `channel` with what it says, and with nothing after each reconnection, since something may have been missed. */
export async function listen(channel: string, heard: (said?: string) => void): Promise<void> {
  const pool = pools.get('portal_worker')
  if (!pool) throw new Error('No connection for portal_worker: call connect() first.')
  await pool.sql.listen(channel, heard, () => heard())
}
