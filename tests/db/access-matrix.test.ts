import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { foundVerbs, type Verb } from '#tests/access/found-verbs.ts'
import { personas, type Persona } from '#tests/access/routes.ts'
import { innerVerbs, listed } from '#tests/access/verbs.ts'
import { foreignCanaries, makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { hashTables, tableNames } from '#tests/db/tables.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/**
 * Every verb, asked by every persona, against the table: what they get, what is left behind, and whether the answer
 * holds a text of somebody it is not for.
 */
const found = await foundVerbs()
const byName = new Map(found.map(({ verb }) => [verb.verbName, verb]))
let tables: string[]
beforeAll(async () => {
  tables = await tableNames(admin)
  await admin`update instance set mailbox_is_open = false`
})

/** What the verb answers, and whose texts are in the answer that are not for this reader. */
async function answerOf(verb: Verb, world: World, asker: Persona, input: Record<string, unknown>) {
  const trusted = innerVerbs.has(verb.verbName)
  const leaks = (answer: unknown) => (trusted ? [] : foreignCanaries(world, asker, JSON.stringify(answer) ?? ''))
  try {
    const result = await verb({ personId: asker === 'visitor' ? null : world.people[asker].id, address: '192.0.2.1', agent: 'matrix' }, input)
    return { outcome: 'ok', leaks: leaks(result) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { outcome: error.code, leaks: leaks([error.message, error]) }
  }
}

/** The deeds entered in the journal since the entry with this number. */
async function deedsSince(last: string): Promise<string[]> {
  const rows = await admin<{ deed: string }[]>`select deed from audit_entry where id > ${last}::bigint order by id`
  return rows.map(({ deed }) => deed)
}

async function lastEntry(): Promise<string> {
  const [row] = await admin<{ id: string }[]>`select coalesce(max(id), 0)::text as id from audit_entry`
  return row?.id ?? '0'
}

type State = Record<string, string>

function changedTables(before: State, after: State): string[] {
  return Object.keys(after).filter((table) => table !== 'audit_entry' && after[table] !== before[table]).sort()
}

/** Worlds last until something changes in them: what was refused must have changed nothing, and that is asserted. */
let untouched: { world: World; state: State; last: string } | undefined
async function takeWorld() {
  const kept = untouched
  untouched = undefined
  if (kept) return kept
  const world = await makeWorld(admin)
  return { world, state: await hashTables(admin, tables), last: await lastEntry() }
}

describe('the table of verbs', () => {
  it('names every verb there is, each once, and no other', () => {
    expect(listed.map(([name]) => name).sort()).toEqual(found.map(({ verb }) => verb.verbName).sort())
  })

  it('keeps verbs that trust their caller out of reach of pages and handlers', () => {
    const inner = found.filter(({ verb }) => innerVerbs.has(verb.verbName))
    expect(inner.map(({ verb }) => verb.verbName).sort()).toEqual([...innerVerbs].sort())
    const reached = globSync('app/**/*.{ts,tsx}').filter((file) => {
      const code = readFileSync(file, 'utf8')
      return inner.some(({ exported, file: home }) => code.includes(`#${home}`) && new RegExp(`\\b${exported}\\b`).test(code))
    })
    expect(reached).toEqual([])
  })
})

for (const [name, cases] of listed) {
  describe(`${name}`, () => {
    const verb = byName.get(name) as Verb
    for (const { about, input, outcome, changes = [], unrecorded } of cases) {
      it.each(personas)(`${about ?? 'asked'} by %s`, async (asker) => {
        const { world, state, last } = await takeWorld()
        const answer = await answerOf(verb, world, asker, input(world, asker))
        const found = { ...answer, changes: changedTables(state, await hashTables(admin, tables)), deeds: await deedsSince(last) }
        const isDone = outcome[asker] === 'ok' && verb.verb === 'command'
        expect(found).toEqual({
          outcome: outcome[asker],
          leaks: [],
          changes: isDone ? [...(typeof changes === 'function' ? changes(asker) : changes)].sort() : [],
          deeds: isDone && !unrecorded ? [name] : [],
        })
        if (isDone) await removeWorld(admin, world)
        else untouched = { world, state, last }
      })
    }
  })
}
