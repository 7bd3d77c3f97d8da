import type { Sql } from 'postgres'
import type { World } from '#tests/access/world.ts'

const named = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|canary-[\w-]+?-[0-9a-f]{10}/g

/** What in a table neither jobs nor people of another world write: whoever deposits there writes to the managers here too. `$1` is who lives here. */
const ofDeeds: Readonly<Record<string, string>> = {
  mail: ` where kind not in ('reminder', 'notice', 'digest') and (sender_id is null or sender_id = any ($1))`,
  notice: ' where seen_at is not null',
}

/**
 * For each table a deed may write to, the rows that name somebody or something of the world: others may be at work beside
 * it, and so are the jobs that remind of deadlines and tell what waits. Names are looked for here: the database would go
 * over each row once for each of them.
 */
export async function rowsOf(sql: Sql, { people, organisations, disabled, canaries }: World): Promise<Record<string, string[]>> {
  const names = new Set([...Object.values(people).flatMap(({ id, email }) => [id, email]), ...Object.values(organisations), disabled.id, ...canaries.map(({ text }) => text)].flatMap((text) => text.match(named) ?? []))
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c, unnest(array['portal_app', 'portal_auth']) role
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'rate_limit'
      and (has_table_privilege(role, c.oid, 'insert, delete') or has_any_column_privilege(role, c.oid, 'update')) group by 1 order by 1`
  const every = tables.map(({ name }) => `select '${name}' as name, t::text as row from ${name} t${ofDeeds[name] ?? ''}`)
  const found = await sql.unsafe<{ name: string; row: string }[]>(every.join(' union all '), [Object.values(people).map(({ id }) => id)])
  const own = found.filter(({ row }) => row.match(named)?.some((name) => names.has(name)))
  return Object.fromEntries(tables.map(({ name }) => [name, own.flatMap((each) => (each.name === name ? [each.row] : [])).sort()]))
}
