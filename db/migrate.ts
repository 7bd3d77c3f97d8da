import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'
import { requireServer } from '#db/require-server.ts'
import { ensureRoles } from '#db/roles.ts'
import { CannotStart } from '#lib/env.ts'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number will do, as long as every portal asks for the same one. */
const lockNumber = 7_160_541

/**
 * Brings a database up to this code: roles, rights on the database, schema. Safe to run from several processes at once.
 * `adminUrl` is an account with CREATEROLE that owns the database; a superuser is not needed.
 * Resolves to the number of migrations applied. Throws `CannotStart` when the database is newer than the code.
 */
export async function migrate(adminUrl: string, authSecret: string): Promise<number> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    await requireServer(sql)
    await sql`set lock_timeout = '30s'`
    await takeTurn(sql)
    await ensureRoles(sql, adminUrl, authSecret)
    await openDatabase(sql)
    const before = await appliedHashes(sql)
    const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash)
    const unknown = before.filter((hash) => !known.includes(hash)).length
    if (unknown > 0) {
      throw new CannotStart(`The database is newer than this code: it has ${unknown} schema ${unknown === 1 ? 'change' : 'changes'} the code does not know. Run the newer code, or use another database.`)
    }
    await sql`set role portal_owner`
    await applyMigrations(drizzle(sql), { migrationsFolder, migrationsSchema: 'drizzle' })
    const after = await appliedHashes(sql)
    const skipped = known.length - after.length
    if (skipped > 0) throw new Error(`${skipped} migrations were skipped: each must be dated after the one before it in db/migrations/meta/_journal.json.`)
    return after.length - before.length
  } finally {
    await sql.end()
  }
}

/** The lock ends with the session, so a killed migration never blocks the next one. */
async function takeTurn(sql: Sql) {
  try {
    await sql`select pg_advisory_lock(${lockNumber})`
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error
    throw new CannotStart('Another process has been migrating the database for 30 seconds: wait until it ends and start again.')
  }
}

/** The database is open to the portal's roles only; temporary tables, which row policies do not cover, to none of them. */
async function openDatabase(sql: Sql) {
  const [row] = await sql<{ name: string }[]>`select quote_ident(current_database()) as name`
  await sql.unsafe(`
    revoke all on database ${row?.name} from public;
    grant connect on database ${row?.name} to portal_app, portal_auth, portal_worker;
    grant create on database ${row?.name} to portal_owner;
    grant usage, create on schema public to portal_owner;
    create schema if not exists pgboss authorization portal_worker;`)
}

async function appliedHashes(sql: Sql): Promise<string[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`
  if (!table?.exists) return []
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`
  return rows.map(({ hash }) => hash)
}
