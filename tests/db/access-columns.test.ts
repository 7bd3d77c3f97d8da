import { beforeAll, describe, expect, it } from 'vitest'
import { foundVerbs } from '#tests/access/found-verbs.ts'
import { type Persona, personas } from '#tests/access/routes.ts'
import type { Case } from '#tests/access/verb-case.ts'
import { verbs } from '#tests/access/verbs.ts'
import { makeWorld } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { tableNames } from '#tests/db/tables.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/**
 * Mass assignment (threat T8): every command is sent every column of the database beside its input, with values it would
 * never have. What it writes stays the same, and none of those values arrives anywhere.
 */
const odd = { text: 'odd-one-out', uuid: '0ddc0ffe-0000-4000-8000-000000000000', number: 90_909, time: '1999-09-09T09:09:09.000Z' } as const
const marks = [odd.text, odd.uuid, String(odd.number), '1999-09-09']

const commands = (await foundVerbs()).filter(({ verb }) => verb.verb === 'command')
let tables: string[]
let columns: Record<string, unknown>
/** The first transaction of this file: what was there before it stays. */
let first: string

beforeAll(async () => {
  tables = await tableNames(admin)
  first = (await admin<{ id: string }[]>`select pg_current_xact_id()::text as id`)[0]?.id ?? ''
  const found = await admin<{ name: string; type: string }[]>`select distinct column_name as name, min(data_type) as type from information_schema.columns where table_schema = 'public' group by 1`
  columns = Object.fromEntries(found.flatMap(({ name, type }) => [[name, oddValue(type)], [camel(name), oddValue(type)]]))
})

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function oddValue(type: string): unknown {
  if (type === 'boolean') return true
  if (type === 'uuid') return odd.uuid
  if (type.startsWith('timestamp') || type === 'date') return odd.time
  return /int|double/.test(type) ? odd.number : odd.text
}

/** What tells two rows of a table apart beyond what chance and the clock put into them. */
function essence(table: string, row: Record<string, unknown>): string {
  const kept = Object.entries(row).map(([column, value]) => {
    const isChance = typeof value === 'string' && !/^[a-z][a-z.-]{1,30}$/.test(value)
    return [column, value === null ? null : isChance || typeof value === 'object' || column === 'id' || column === 'transaction' ? 'set' : value]
  })
  return `${table} ${JSON.stringify(kept)}`
}

/** Every row of every table as text, with its essence: what a deed did is the difference of two of these. */
async function everything(): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  for (const table of tables) {
    for (const { row } of await admin<{ row: Record<string, unknown> }[]>`select to_jsonb(t) as row from ${admin(table)} t`) all.set(`${table} ${JSON.stringify(row)}`, essence(table, row))
  }
  return all
}

/** Takes away all that came since, without asking guards or references, so that the next world is read among as few rows as this one. The instance is changed, never added. */
async function clear(): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql.unsafe(tables.filter((table) => table !== 'instance').map((table) => `delete from ${table} where xmin::text::bigint > ${first}`).join('; '))
  })
}

const nothing: Record<string, unknown> = {}

/**
 * What the command left behind in a world of its own: rows it wrote and rows it took away, by their essence. A column that is
 * a field of the command too, such as a mentor's, names what is not there: it is refused, and writes nothing.
 */
async function traceOf(name: string, { input }: Case, asker: Persona, beside: Record<string, unknown>) {
  const world = await makeWorld(admin)
  const before = await everything()
  const verb = commands.find(({ verb }) => verb.verbName === name)?.verb
  try {
    await verb?.({ personId: asker === 'visitor' ? null : world.people[asker].id, address: '192.0.2.1', agent: 'columns' }, { ...beside, ...input(world, asker) })
  } catch (error) {
    if (isRefusal(error) && (error.code === 'invalid' || beside !== nothing)) return { refused: true, written: [], taken: [], odd: [] }
    throw error
  }
  const after = await everything()
  await clear()
  const fresh = [...after.keys()].filter((row) => !before.has(row))
  return {
    refused: false,
    written: fresh.map((row) => after.get(row)).sort(),
    taken: [...before].filter(([row]) => !after.has(row)).map(([, kept]) => kept).sort(),
    odd: fresh.filter((row) => marks.some((mark) => row.includes(mark))),
  }
}

describe('no column is written because a caller names it', () => {
  const done = commands.flatMap(({ verb: { verbName: name } }) => (verbs[name] ?? []).flatMap((each) => {
    const asker = personas.find((persona) => each.outcome[persona] === 'ok')
    return asker ? [{ name, about: each.about ?? 'asked', each, asker }] : []
  }))

  it.each(done)('$name, $about by $asker', async ({ name, each, asker }) => {
    const plain = await traceOf(name, each, asker, nothing)
    const loaded = await traceOf(name, each, asker, columns)
    expect(loaded).toEqual(loaded.refused ? { ...plain, refused: true, written: [], taken: [] } : plain)
    expect(plain.refused).toBe(false)
  })
})
