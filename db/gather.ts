import { type Column, fillPlaceholders, getTableColumns, is, SQL, sql, Table } from 'drizzle-orm'
import { PgDialect, QueryBuilder } from 'drizzle-orm/pg-core'
import type { OnBehalf } from '#db/client.ts'

/** Makes selects that nothing is asked with yet: for `gather`. */
export const selecting = new QueryBuilder({ casing: 'snake_case' })

type Select = { getSQL(): SQL; readonly _: { readonly selectedFields: unknown; readonly result: unknown[] } }
type Leaf = { path: readonly string[]; decode: (value: unknown) => unknown }
type Found<S extends Record<string, Select>> = { [Name in keyof S]: S[Name]['_']['result'] }

/** Several selects in one statement: its text, what fills its places, and how its answer is read. */
export type Gathered<F> = { text: string; fill: (who: OnBehalf, values: Record<string, unknown>) => unknown[]; read: (answer: Record<string, Record<string, unknown>[]>) => F }

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * Puts selects together into one statement that sets the actor first: one round trip, prepared once. Values are
 * `sql.placeholder`s; raw SQL among the fields carries a name
 * (`.as`) and comes as JSON has it. Each select waits for the actor, since it looks at what
 * `portal.begin` returned; one that did not would find nothing, as the wall shows nothing to nobody.
 */
export function gather<S extends Record<string, Select>>(selects: S): Gathered<Found<S>> {
  const names = Object.keys(selects)
  const shapes = Object.fromEntries(names.map((name) => [name, leavesOf(selects[name]?._.selectedFields as Fields)]))
  const parts = names.map((name) => {
    const columns = (shapes[name] as Leaf[]).map((_, index) => sql.identifier(`c${index}`))
    return sql`${sql.raw(`'${name}'`)}, (select coalesce(json_agg(to_json(x)), '[]') from (${(selects[name] as Select).getSQL()}) as x(${sql.join(columns, sql`, `)}) where begun.it is not null)`
  })
  const asks = sql`with begun as materialized (select portal.begin(${sql.placeholder('who.personId')}::uuid, ${sql.placeholder('who.session')}::bytea, ${sql.placeholder('who.spent')}::float8) as it)
    select json_build_object(${sql.join([sql`'begun', begun.it`, ...parts], sql`, `)}) as answer from begun`
  const { sql: text, params } = dialect.sqlToQuery(asks)
  return {
    text,
    fill: (who, values) => fillPlaceholders(params, { ...values, 'who.personId': who.personId, 'who.session': who.session ?? null, 'who.spent': who.spent }),
    read: (answer) => Object.fromEntries(names.map((name) => [name, (answer[name] as Record<string, unknown>[]).map((row) => rowOf(shapes[name] as Leaf[], Object.values(row)))])) as Found<S>,
  }
}

type Fields = { readonly [name: string]: Column | SQL.Aliased | Table | Fields }

/** The columns of a select in its order, tables and groups laid flat, and how each is read. */
function leavesOf(fields: Fields, above: readonly string[] = []): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]): Leaf[] => {
    const path = [...above, name]
    if (is(field, Table)) return leavesOf(getTableColumns(field), path)
    if (is(field, SQL.Aliased)) return [{ path, decode: (value) => value }]
    return 'mapFromDriverValue' in field ? [{ path, decode: (value) => (field as Column).mapFromDriverValue(value) }] : leavesOf(field as Fields, path)
  })
}

/** A row by the names of its fields; a table or group of which every column is null was not there to be joined. */
function rowOf(leaves: readonly Leaf[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  const present = new Set<string>()
  leaves.forEach(({ path: [first = '', second], decode }, index) => {
    const value = values[index] ?? null
    if (value !== null) present.add(first)
    const read = value === null ? null : decode(value)
    if (second === undefined) row[first] = read
    else ((row[first] ??= {}) as Record<string, unknown>)[second] = read
  })
  for (const { path } of leaves) if (path.length > 1 && !present.has(path[0] as string)) row[path[0] as string] = null
  return row
}
