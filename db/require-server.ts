import type { Sql } from 'postgres'
import { CannotStart } from '#lib/env.ts'

/**
 * Refuses a PostgreSQL that is too old (`uuidv7()` came with 18) or that would acknowledge what it may lose:
 * with any of these settings off, a power cut undoes saves the portal has already confirmed.
 */
export async function requireServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: number; fsync: string; pages: string; commit: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit`
  if (!server) throw new CannotStart('PostgreSQL did not say which settings it runs with.')
  if (server.version < 180_000) {
    throw new CannotStart(`The portal needs PostgreSQL 18 and this server is ${Math.floor(server.version / 10_000)}: move the database to PostgreSQL 18.`)
  }
  const off = Object.entries({ fsync: server.fsync, full_page_writes: server.pages, synchronous_commit: server.commit })
    .filter(([, value]) => value === 'off')
    .map(([name]) => name)
  if (off.length > 0) throw new CannotStart(`PostgreSQL could lose saves it has confirmed: switch on ${off.join(', ')} and start again.`)
}
