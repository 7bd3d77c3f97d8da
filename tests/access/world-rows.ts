import type { Sql } from 'postgres'
import type { World } from '#tests/access/world.ts'

const named = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|canary-[\w-]+?-[0-9a-f]{10}/g

/**
 * For each table a deed may write to, the rows that name somebody or something of the world: others may be at work beside
 * it, and so is the job that reminds of deadlines. Names are looked for here: the database would go over each row for each.
 */
export async function rowsOf(sql: Sql, { people, organisations, disabled, canaries }: World): Promise<Record<string, string[]>> {
  const names = new Set([...Object.values(people).flatMap(({ id, email }) => [id, email]), ...Object.values(organisations), disabled.id, ...canaries.map(({ text }) => text)].flatMap((text) => text.match(named) ?? []))
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c, unnest(array['portal_app', 'portal_auth']) role
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'rate_limit'
      and (has_table_privilege(role, c.oid, 'insert, delete') or has_any_column_privilege(role, c.oid, 'update')) group by 1 order by 1`
  const every = tables.map(({ name }) => `select '${name}' as name, t::text as row from ${name} t${name === 'mail' ? ` where kind <> 'reminder'` : ''}`)
  const found = await sql.unsafe<{ name: string; row: string }[]>(every.join(' union all '))
  const own = found.filter(({ row }) => row.match(named)?.some((name) => names.has(name)))
  return Object.fromEntries(tables.map(({ name }) => [name, own.flatMap((each) => (each.name === name ? [each.row] : [])).sort()]))
}
