import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { requireServer } from '#db/require-server.ts'
import { roleUrl } from '#db/roles.ts'
import { CannotStart } from '#lib/env.ts'
import { admin, adminUrl, asRole, authSecret } from '#tests/db/database.ts'

function urlOf(database: string, account?: string): string {
  const url = adminUrl.replace(/\/[^/]+$/, `/${database}`)
  return account ? url.replace(/\/\/[^@]+@/, `//${account}@`) : url
}

describe('migrate', () => {
  afterAll(async () => {
    await admin`drop database if exists managed with (force)`
    await admin`drop database if exists raced with (force)`
    await admin`drop owned by manager`
    await admin`drop role manager`
  })

  it('has nothing to do on a database that is up to date', async () => {
    expect(await migrate(adminUrl, authSecret)).toBe(0)
  })

  it('applies each change once when three processes begin together', async () => {
    await admin`create database raced`
    const url = urlOf('raced')
    const applied = await Promise.all([migrate(url, authSecret), migrate(url, authSecret), migrate(url, authSecret)])
    const sql = postgres(url, { max: 1 })
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`
    await sql.end()
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, row?.count])
  })

  it('needs no superuser: an account that owns the database and may make roles is enough', async () => {
    await admin`create role manager login createrole password 'manager'`
    await admin`grant portal_owner, portal_worker to manager with admin true`
    await admin`grant portal_app, portal_auth to manager with admin true, inherit false`
    await admin`create database managed owner manager`
    const url = urlOf('managed', 'manager:manager')
    expect(await migrate(url, authSecret)).toBeGreaterThan(0)
    expect(await migrate(url, authSecret)).toBe(0)
  })

  it('refuses a database that is newer than the code', async () => {
    await admin`insert into drizzle.__drizzle_migrations (hash, created_at) values ('unknown', 99999999999999)`
    await expect(migrate(adminUrl, authSecret)).rejects.toThrow(new CannotStart(
      'The database is newer than this code: it has 1 schema change the code does not know. Run the newer code, or use another database.',
    ))
    await admin`delete from drizzle.__drizzle_migrations where hash = 'unknown'`
  })

  it('leaves the roles no power beyond their rights', async () => {
    const roles = await admin`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname like 'portal\\_%' and rolname <> 'portal_admin' order by 1`
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(Array.from(roles)).toEqual([
      { rolname: 'portal_app', ...powerless, rolcanlogin: true },
      { rolname: 'portal_auth', ...powerless, rolcanlogin: true },
      { rolname: 'portal_owner', ...powerless, rolcanlogin: false },
      { rolname: 'portal_worker', ...powerless, rolcanlogin: true },
    ])
  })

  it('keeps other accounts out, and the portal\'s roles out of the schema', async () => {
    const app = asRole('portal_app')
    await expect(app`create table own (id int)`).rejects.toMatchObject({ code: '42501' })
    await expect(app`set role portal_owner`).rejects.toMatchObject({ code: '42501' })
    await app.end()
  })
})

describe('roleUrl', () => {
  it('keeps hosts, database and options, and replaces the account', () => {
    const password = '5e1ad6a4f1ea2d1cb0aa8ad1f3c6a7c4a2a0e0f8ab4d6bbcd2b2a7a0a0a0a0a0'
    const url = roleUrl('postgres://admin:p%40ss@one:5432,two:5433/portal?sslmode=require', 'portal_app', 'secret')
    expect(url.replace(/:[0-9a-f]{64}@/, `:${password}@`)).toBe(`postgres://portal_app:${password}@one:5432,two:5433/portal?sslmode=require`)
    expect(roleUrl('postgresql://host/portal', 'portal_auth', 'secret')).toMatch(/^postgresql:\/\/portal_auth:[0-9a-f]{64}@host\/portal$/)
  })
})

describe('requireServer', () => {
  it('refuses to confirm saves that a power cut would undo', async () => {
    await admin.begin(async (sql) => {
      await sql`set local synchronous_commit = off`
      await expect(requireServer(sql as never)).rejects.toThrow(new CannotStart(
        'PostgreSQL could lose saves it has confirmed: switch on synchronous_commit and start again.',
      ))
    })
    await expect(requireServer(admin)).resolves.toBeUndefined()
  })
})
