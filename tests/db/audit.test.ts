import type { TransactionSql } from 'postgres'
import { beforeAll, expect, test, vi } from 'vitest'
import { transaction } from '#db/client.ts'
import { verifyChain, type Verdict } from '#lib/server/audit/verify-chain.ts'
import { verifyAudit } from '#lib/server/audit/show-audit.ts'
import { visitor } from '#lib/server/opening.ts'
import { signOut } from '#lib/server/sign-in/session.ts'
import { sealAudit } from '#lib/worker/seal-audit.ts'
import { admin, asRole } from '#tests/db/database.ts'

const verify = (): Promise<Verdict> => transaction('portal_worker', 'read only', verifyChain)
const deed = () => signOut(visitor, { token: 'nobody' })

/** Other files test in databases of the same PostgreSQL: a transaction of theirs, older than what was written here, holds every seal back. */
async function settled(): Promise<void> {
  await vi.waitFor(async () => {
    const [row] = await admin<{ isSettled: boolean }[]>`select coalesce(max(transaction::text::bigint) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint, true) as "isSettled" from audit_entry`
    expect(row?.isSettled).toBe(true)
  }, { timeout: 15_000 })
}

async function sealAll(): Promise<number> {
  await settled()
  return sealAudit()
}

/** Does what no role of the portal may, past the triggers too, looks at the verdict, and puts everything back. */
async function tampered(change: (sql: TransactionSql) => Promise<unknown>): Promise<Verdict['broken']> {
  await pastTriggers(async (sql) => {
    await sql`create table kept_entry as table audit_entry`
    await sql`create table kept_seal as table audit_seal`
    await change(sql)
  })
  const { broken } = await verify()
  await pastTriggers(async (sql) => {
    await sql`delete from audit_entry`
    await sql`delete from audit_seal`
    await sql`insert into audit_entry table kept_entry`
    await sql`insert into audit_seal table kept_seal`
    await sql`drop table kept_entry, kept_seal`
  })
  return broken
}

async function pastTriggers(work: (sql: TransactionSql) => Promise<unknown>) {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await work(sql)
  })
}

beforeAll(async () => {
  for (let count = 0; count < 3; count += 1) await deed()
  await sealAll()
  for (let count = 0; count < 3; count += 1) await deed()
  await sealAll()
})

test('a chain nobody touched is whole, and new entries wait for their seal', async () => {
  const before = await verify()
  expect(before).toMatchObject({ seals: 2, unsealed: 0, broken: null })
  await deed()
  expect(await verify()).toMatchObject({ seals: 2, unsealed: 1, broken: null, head: before.head })
  expect(await sealAll()).toBe(1)
  expect(await sealAll()).toBe(0)
  const after = await verify()
  expect(after).toMatchObject({ seals: 3, entries: before.entries + 1, unsealed: 0, broken: null })
  expect(after.head).not.toBe(before.head)
})

test('one changed byte names its entry and seal', async () => {
  const [entry] = await admin`select id::text, entry_ids[1]::text as first from audit_seal where id = 2`
  expect(await tampered((sql) => sql`update audit_entry set deed = 'session.enD' where id = ${entry?.first}`)).toEqual({ kind: 'entry-changed', seal: 2, entry: entry?.first })
  expect(await tampered((sql) => sql`update audit_entry set detail = '{"a":1}' where id = ${entry?.first}`)).toEqual({ kind: 'entry-changed', seal: 2, entry: entry?.first })
  expect(await tampered((sql) => sql`update audit_entry set at = at + interval '1 microsecond' where id = ${entry?.first}`)).toEqual({ kind: 'entry-changed', seal: 2, entry: entry?.first })
  expect(await tampered((sql) => sql`delete from audit_entry where id = ${entry?.first}`)).toEqual({ kind: 'entry-missing', seal: 2, entry: entry?.first })
})

test('an entry slipped in afterwards is named', async () => {
  const broken = await tampered((sql) => sql`insert into audit_entry (id, transaction, deed) values (-1, '3', 'invented')`)
  expect(broken).toEqual({ kind: 'entry-added', seal: (await verify()).seals, entry: '-1' })
})

test('a changed or missing seal is named', async () => {
  expect(await tampered((sql) => sql`update audit_seal set hash = sha256('x') where id = 2`)).toEqual({ kind: 'seal-changed', seal: 2 })
  expect(await tampered((sql) => sql`update audit_seal set digests = sha256('x') where id = 1`)).toEqual({ kind: 'seal-changed', seal: 1 })
  expect(await tampered((sql) => sql`delete from audit_seal where id = 1`)).toEqual({ kind: 'seal-missing', seal: 1 })
})

test('what is still running is not sealed over', async () => {
  await sealAll()
  let id = ''
  await admin.begin(async (sql) => {
    const [row] = await sql`insert into audit_entry (deed) values ('slow') returning id::text`
    id = row?.id
    await deed()
    expect(await sealAudit()).toBe(0)
  })
  expect(await sealAll()).toBe(2)
  const [seal] = await admin`select entry_ids::text[] as ids from audit_seal order by id desc limit 1`
  expect(seal?.ids).toContain(id)
  expect(await verify()).toMatchObject({ broken: null, unsealed: 0 })
})

test('two workers at once seal each entry once', async () => {
  for (let count = 0; count < 5; count += 1) await deed()
  await settled()
  const sealed = await Promise.all([sealAudit(), sealAudit(), sealAudit()])
  expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(5)
  expect(await verify()).toMatchObject({ broken: null, unsealed: 0 })
})

test('no role of the portal can rewrite the journal', async () => {
  for (const role of ['portal_app', 'portal_auth', 'portal_worker'] as const) {
    const sql = asRole(role)
    await expect(sql`update audit_entry set deed = 'x'`).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from audit_entry`).rejects.toMatchObject({ code: '42501' })
    await expect(sql`truncate audit_entry`).rejects.toMatchObject({ code: '42501' })
    await expect(sql`update audit_seal set hash = ''`).rejects.toMatchObject({ code: '42501' })
    await sql.end()
  }
  const app = asRole('portal_app')
  await expect(app`insert into audit_entry (deed, at) values ('old', now() - interval '1 day')`).rejects.toMatchObject({ code: '42501' })
  await app.end()
  await expect(admin`update audit_entry set deed = 'x'`).rejects.toMatchObject({ code: '42501' })
})

test('administrators, and nobody else, have the chain verified', async () => {
  const [person] = await admin`select id from person where email = 'admin@demonstration.example'`
  const [other] = await admin`select id from person where email = 'manager@demonstration.example'`
  expect(await verifyAudit({ personId: person?.id }, {})).toMatchObject({ broken: null })
  await expect(verifyAudit({ personId: other?.id }, {})).rejects.toMatchObject({ code: 'not-found' })
})
