import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { z } from 'zod'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'
import { startDatabase } from '#tests/bench/portal.ts'

/** What the wall costs: `query` as a person against the same SQL sent without row security, one at a time. */
const { adminUrl, stop } = await startDatabase()
const bare = postgres(adminUrl, { max: 1, onnotice: () => {} })
const statement = `select o.slug, o.name, count(m.id)::int as members from organisation o left join membership m on m.organisation_id = o.id group by o.id order by o.name limit 20`
const organisations = query({
  name: 'bench.organisations',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => tx.execute(sql.raw(statement)),
})
try {
  const [{ id } = { id: null }] = await bare<{ id: string }[]>`insert into person (email, name) values ('bench@example.org', 'Bench') on conflict (email) do update set name = 'Bench' returning id`
  const many = 300
  const each = (work: () => Promise<unknown>) => async () => (await timed(async () => { for (let i = 0; i < many; i += 1) await work() })) / many
  const result = await interleaved(9, {
    alone: each(() => bare.unsafe(statement)),
    inTransaction: each(() => bare.begin('read only', (tx) => tx.unsafe(statement))),
    wall: each(() => organisations({ personId: id as string }, {})),
  })
  report('query as a person, added to the same SQL sent alone without row security', `${(result.wall - result.alone).toFixed(2)} ms`, 'under 0.5 ms')
  report('query as a person, added to the same SQL in a transaction without it', `${(result.wall - result.inTransaction).toFixed(2)} ms`, 'told')
  report('query as a person ÷ the same SQL sent alone without row security', `${(result.wall / result.alone).toFixed(2)} ×`, 'told')
} finally {
  await bare.end()
  await stop()
}
