import * as fc from 'fast-check'
import type { TransactionSql } from 'postgres'
import { expect } from 'vitest'
import { admin } from '#tests/db/database.ts'

/** How many people live in each world, and their places. */
export const people = 4
export const everybody = Array.from({ length: people }, (_, index) => index)

/** Identifiers that only the worlds of one test have, by their fourth group: `id('p', 2)` is its third person. */
export function identifiers(group: string) {
  const mark = `00000000-0000-7000-${group}-`
  return { mark, id: (letter: string, index: number) => `${mark}${letter.charCodeAt(0).toString().padStart(4, '0')}${index.toString().padStart(8, '0')}` }
}

type Wall<World, Table extends string> = {
  world: fc.Arbitrary<World>
  build: (tx: TransactionSql, made: World) => Promise<void>
  /** The keys of the rows somebody may see, said in words, by table; `null` is a visitor. */
  words: (made: World, asker: number | null) => Record<Table, string[]>
  /** The column with the key of a row. */
  columns: Readonly<Record<Table, string>>
  ids: ReturnType<typeof identifiers>
}

class Undo extends Error {}

/**
 * Holds the wall against its own words: in random small worlds, the rows that each person and a visitor see are exactly
 * those the words say. Each world lives in a transaction that is rolled back.
 */
export async function expectSeenAsSaid<World, Table extends string>({ world, build, words, columns, ids }: Wall<World, Table>): Promise<void> {
  const property = fc.asyncProperty(world, async (made) => {
    await admin.begin(async (tx) => {
      await build(tx, made)
      for (const asker of [null, ...everybody]) expect(await seen(tx, asker, columns, ids)).toEqual(words(made, asker))
      throw new Undo()
    }).catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  })
  await fc.assert(property, { numRuns: 60 })
}

/** The keys of this test's rows, by table, that a person is shown by the portal's own role. */
async function seen(tx: TransactionSql, asker: number | null, columns: Readonly<Record<string, string>>, { mark, id }: ReturnType<typeof identifiers>): Promise<Record<string, string[]>> {
  await tx`select portal.begin(${asker === null ? null : id('p', asker)}::uuid)`
  await tx`set local role portal_app`
  const questions = Object.entries(columns).map(([table, column]) => `select '${table}' as "table", ${column}::text as key from ${table}`)
  const found = await tx.unsafe<{ table: string; key: string | null }[]>(questions.join(' union all '))
  await tx`reset role`
  const keys = (table: string) => found.flatMap((row) => (row.table === table && row.key?.startsWith(mark) ? [row.key] : [])).sort()
  return Object.fromEntries(Object.keys(columns).map((table) => [table, keys(table)]))
}
