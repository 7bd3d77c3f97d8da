import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personas, type Persona } from '#tests/access/routes.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { listMails, readMail } from '#lib/server/mail/read-mailbox.ts'

/** Every text of a small world is somebody's: what the wall shows each person is exactly what is meant for them. */
const app = asRole('portal_app')
let world: World
/** For each table, what `portal_app` may ask of it. */
let readable: { name: string; columns: string }[]

beforeAll(async () => {
  await admin`update instance set mailbox_is_open = false`
  world = await makeWorld(admin)
  readable = await admin`
    select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
    from information_schema.column_privileges where grantee = 'portal_app' and privilege_type = 'SELECT' and table_schema = 'public' group by 1`
})
afterAll(() => app.end())

const personId = (asker: Persona) => (asker === 'visitor' ? null : world.people[asker].id)

/** All the wall shows a person, as one text: every row and column of every table. */
async function everythingFor(asker: string | null): Promise<string> {
  return app.begin('read only', async (tx) => {
    await tx`select portal.begin(${asker}::uuid)`
    const texts = []
    for (const { name, columns } of readable) texts.push(...(await tx.unsafe<{ row: string }[]>(`select to_json(t)::text as row from (select ${columns} from ${name}) t`)).map(({ row }) => row))
    // What a partner is asked it is told by a function: the ask of a row, never the row.
    texts.push(...(await tx<{ row: string }[]>`select to_json(t)::text as row from portal.asks_of_partners() t`).map(({ row }) => row))
    return texts.join('\n')
  })
}

describe('the wall', () => {
  it.each(personas)('shows %s every text meant for them and no other', async (asker) => {
    const shown = await everythingFor(personId(asker))
    // Bytes of files lie in the storage: who is served them is the handlers' matter. Whom a partner could lend as a mentor, managers are told by a function.
    const elsewhere = /-bytes-|canary-scorer-name-/
    const mayRead = (text: string) => !elsewhere.test(text) || (text.includes('-name-') && !['manager', 'manager-2'].includes(asker))
    const expected = world.canaries.filter(({ text, seenBy }) => seenBy.has(asker) && mayRead(text))
    expect(world.canaries.filter(({ text }) => shown.includes(text)).map(({ text }) => text)).toEqual(expected.map(({ text }) => text))
  })

  it('shows a disabled person what it shows a visitor', async () => {
    expect(await everythingFor(world.disabled.id)).toBe(await everythingFor(null))
  })
})

// In a demonstration without a mail server anybody reads the mails that would have been sent: they go to invented
// people, and nobody could sign in by link otherwise. It is the one place where a text reaches whom it is not for.
describe('the mailbox of the demonstration', () => {
  const visitor = { personId: null }

  it.each(personas)('does not exist for %s when closed', async (asker) => {
    const caller = { personId: personId(asker) }
    await expect(listMails(caller, {})).rejects.toMatchObject({ code: 'not-found' })
    await expect(readMail(caller, { id: world.people.founder.mailId })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows mails to anybody when open', async () => {
    await admin`update instance set mailbox_is_open = true`
    const { recipient } = await readMail(visitor, { id: world.people.founder.mailId })
    await admin`update instance set mailbox_is_open = false`
    expect(recipient).toBe(world.people.founder.email)
  })
})
