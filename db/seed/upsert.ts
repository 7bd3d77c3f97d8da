import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { IndexColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from '#db/client.ts'

/** A table whose columns all carry names the portal gives them. */
type Row<T extends PgTable> = T['$inferInsert']

/**
 * Inserts the rows, or brings those that exist (by `key`) to the same values, leaving untouched what is already so.
 * Columns absent from the first row keep their value. Resolves to the number of rows inserted or changed.
 */
export async function upsert<T extends PgTable>(tx: Transaction, table: T, key: IndexColumn[], rows: readonly Row<T>[]): Promise<number> {
  const [first] = rows
  if (first === undefined) return 0
  const given = Object.entries(getTableColumns(table)).filter(([name, column]) => name in first && !key.includes(column as IndexColumn))
  const excluded = (name: string): SQL => sql`excluded.${sql.identifier(snakeCase(name))}`
  const set = Object.fromEntries(given.map(([name]) => [name, excluded(name)]))
  const differs = sql.join(given.map(([name, column]) => sql`${column} is distinct from ${excluded(name)}`), sql` or `)
  const changed = await tx
    .insert(table)
    .values([...rows])
    .onConflictDoUpdate({ target: key, set: set as never, setWhere: differs })
    .returning({ one: sql<number>`1` })
  return changed.length
}

/** The rule the database is named by (drizzle's `casing: 'snake_case'`). */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
