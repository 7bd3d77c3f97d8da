import { randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { inject } from 'vitest'
import { connect, disconnect } from '#db/client.ts'
import { roleUrl, roleUrls } from '#db/roles.ts'
import type { Role } from '#db/client.ts'

const templateUrl = inject('templateUrl')
const name = `portal_test_${process.pid}_${randomBytes(4).toString('hex')}`

/** The administrator's address of this test file's own database, a copy of the template. */
export const adminUrl = templateUrl.replace(/\/portal_template_[0-9a-f]+/, `/${name}`)
export const authSecret = inject('authSecret')

/** A connection that no row policy holds, to arrange what a test needs and look at what it left. */
export const admin: Sql = postgres(adminUrl, { max: 2, onnotice: () => {} })

/** A connection as one of the portal's roles, for what a verb could never send. The caller ends it. */
export function asRole(role: Role): Sql {
  return postgres(roleUrl(adminUrl, role, authSecret), { max: 1, onnotice: () => {} })
}

/** Copies the template and connects the portal to the copy. */
export async function makeDatabase(): Promise<void> {
  await onServer((sql) => sql`create database ${sql(name)} template ${sql(new URL(templateUrl).pathname.slice(1))}`)
  connect(roleUrls(adminUrl, authSecret))
}

/** Copies this file's database as it stands, and connects the portal to the copy; the caller drops it. */
export async function makeTwin(): Promise<{ url: string; drop: () => Promise<void> }> {
  const twin = `portal_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await disconnect()
  await onServer(async (sql) => {
    // Nobody may be connected to what is copied; `admin` comes back by itself.
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${name}`
    await sql`create database ${sql(twin)} template ${sql(name)}`
  })
  const url = adminUrl.replace(name, twin)
  connect(roleUrls(url, authSecret))
  return {
    url,
    drop: async () => {
      await disconnect()
      await onServer((sql) => sql`drop database ${sql(twin)} with (force)`)
      connect(roleUrls(adminUrl, authSecret))
    },
  }
}

export async function dropDatabase(): Promise<void> {
  await disconnect()
  await admin.end({ timeout: 1 })
  await onServer((sql) => sql`drop database ${sql(name)} with (force)`)
}

/** Copying a database needs a connection to another one: the server's own `postgres`. */
async function onServer(work: (sql: Sql) => Promise<unknown>) {
  const sql = postgres(templateUrl.replace(/\/portal_template_[0-9a-f]+/, '/postgres'), { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
