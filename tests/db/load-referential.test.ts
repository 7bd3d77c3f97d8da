import { expect, test } from 'vitest'
import { loadReferential } from '#db/seed/referential.ts'
import { admin, adminUrl } from '#tests/db/database.ts'

const count = async (table: string): Promise<number> => Number((await admin`select count(*) from ${admin(table)}`)[0]?.count)

test('what the files hold is in the tables, once', async () => {
  const tables = ['source', 'stage', 'rupture', 'rupture_version', 'current_rupture', 'estimate', 'metric', 'referential_document']
  expect(Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])))).toEqual({
    source: 129, stage: 4, rupture: 28, rupture_version: 28, current_rupture: 28, estimate: 158, metric: 25, referential_document: 6,
  })
})

test('loading again changes nothing, even twice at once', async () => {
  expect(await Promise.all([loadReferential(adminUrl), loadReferential(adminUrl)])).toEqual([{ changed: 0 }, { changed: 0 }])
})

test('the figure withheld by its source is not in the database at all', async () => {
  expect(await admin`select slug from estimate where 14000000000 in (low, central, high)`).toHaveLength(0)
})

test('a rupture whose content differs from its current version gets the next one, and keeps the old', async () => {
  const [rupture] = await admin`select r.id, c.rupture_version_id as version_id from rupture r join current_rupture c on c.rupture_id = r.id where r.slug = 'readmission-a-30-jours'`
  const [other] = await admin`
    insert into rupture_version (rupture_id, version, stage, stage_is_proposal, field, title, summary, population, indicator_definition, data_source_types, evidence, source_ids, content_hash)
    select rupture_id, 2, stage, stage_is_proposal, field, title, summary, population, indicator_definition, data_source_types, evidence, source_ids, 'another content'
    from rupture_version where id = ${rupture?.version_id} returning id`
  await admin`update current_rupture set rupture_version_id = ${other?.id} where rupture_id = ${rupture?.id}`

  expect(await loadReferential(adminUrl)).toEqual({ changed: 1 })

  const versions = await admin`select v.version, v.content_hash, (c.rupture_id is not null) as current from rupture_version v
    left join current_rupture c on c.rupture_version_id = v.id where v.rupture_id = ${rupture?.id} order by v.version`
  expect(versions.map(({ version, current }) => [version, current])).toEqual([[1, false], [2, false], [3, true]])
  expect(versions[2]?.content_hash).toBe(versions[0]?.content_hash)
  expect(await loadReferential(adminUrl)).toEqual({ changed: 0 })
})

test('a fact put back in a call is put right again, and what is no longer named is taken out', async () => {
  await admin`update call set closes_on = '2021-11-03' where slug = 'impact-1'`
  await admin`insert into challenge (call_id, slug, position, title) select id, 'invented', 9, '{"fr": "Inventé"}' from call where slug = 'impact-1'`
  expect(await loadReferential(adminUrl)).toEqual({ changed: 2 })
  expect((await admin`select closes_on::text as day from call where slug = 'impact-1'`)[0]?.day).toBe('2021-11-02')
  expect(await admin`select 1 from challenge where slug = 'invented'`).toHaveLength(0)
})

test('an organisation that changed its own name keeps it', async () => {
  await admin`update organisation set name = 'Otsuka France' where slug = 'otsuka'`
  expect(await loadReferential(adminUrl)).toEqual({ changed: 0 })
  expect((await admin`select name from organisation where slug = 'otsuka'`)[0]?.name).toBe('Otsuka France')
})
