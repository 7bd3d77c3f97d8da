import { beforeAll, describe, expect, it } from 'vitest'
import { GET as callAgenda } from '#app/calls/[file]/route.ts'
import { GET as dataFile } from '#app/data/[file]/route.ts'
import { GET as newsFeed } from '#app/feed.atom/route.ts'
import { listGrants } from '#lib/server/open-data/list-aid-schemes.ts'
import { published } from '#lib/server/open-data/publish-dataset.ts'
import { visitor } from '#lib/server/opening.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'

/** What other tools read: the catalogue, the feed, agendas, and tables in the columns of national schemas. */
let world: World

beforeAll(async () => {
  world = await makeWorld(admin)
})

const ask = (query = '') => new Request(`http://portal.test/${query}`)
const file = (name: string) => dataFile(ask(), { params: Promise.resolve({ file: name }) })

describe('the catalogue', () => {
  type Linked = { '@id': string }
  type Entry = { 'dct:identifier': string; 'dct:title': { '@language': string }[]; 'dct:conformsTo'?: Linked; 'dct:license': Linked; 'dcat:distribution': { 'dcat:downloadURL': Linked }[] }

  it('names every table with its files, as harvesters ask for it', async () => {
    const response = await file('catalog.jsonld')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/ld+json'])
    const read = await response.json()
    const datasets: Entry[] = read['dcat:dataset']
    expect(datasets.map((one) => one['dct:identifier'])).toEqual(published.map(({ name }) => `http://portal.test/data/${name}`))
    for (const one of datasets) {
      expect(one['dct:title'].map((title) => title['@language'])).toEqual(['fr', 'en'])
      expect(one['dct:license']['@id']).toBe('https://www.etalab.gouv.fr/licence-ouverte-open-licence')
      for (const { 'dcat:downloadURL': address } of one['dcat:distribution']) expect((await file(address['@id'].split('/').at(-1) ?? '')).status).toBe(200)
    }
    expect(datasets.flatMap((one) => one['dct:conformsTo']?.['@id'] ?? []).slice(0, 2)).toEqual(['https://schema.data.gouv.fr/etalab/schema-dispositif-aide/', 'https://schema.data.gouv.fr/scdl/subventions/'])
    expect(read['dct:publisher']['foaf:name']).toBe('Passerelle')
    expect(new Date(read['dct:modified']['@value']).getTime()).toBeLessThanOrEqual(Date.now())
  })
})

describe('tables in the columns of national schemas', () => {
  it('a call run here is an aid to professionals, with all that the schema requires', async () => {
    const [header = [], ...rows] = await parseCsv(await (await file('dispositifs-aide.csv')).text())
    const row = rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']))).find(({ id }) => id === world.openCall.id)
    expect(row).toMatchObject({ id: world.openCall.id, cibles: 'professionnels', eligibilite_geographique: 'PAYS-99100', types_aides: 'accompagnement', ciblage_secteur_activite: 'santé', url_source: `http://portal.test/calls/${world.openCall.slug}` })
    for (const name of ['titre', 'description', 'eligibilite', 'porteurs', 'programmes_parents']) expect(row?.[name]).not.toBe('')
    expect(row?.titre).toMatch(/^\[Démonstration\] /)
    for (const name of ['date_ouverture', 'date_cloture', 'date_mise_a_jour']) expect(row?.[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  it('a laureate whose programme has begun was granted aid in kind from its first day to its last', async () => {
    const { programme, organisations } = world
    const before = await listGrants(visitor, {})
    await admin`insert into laureate ${admin({ call_id: programme.call.id, organisation_id: organisations['laureate start-up'], slug: `granted-${programme.id}`, position: 0, solution: admin.json({ fr: 'Une solution' }), application_id: programme.id, demonstration: true })}`
    await admin`update call set published_at = coalesce(published_at, now()) where id = ${programme.call.id}`
    await admin`update organisation set listed = true, siren = null where id = ${organisations['laureate start-up']}`
    const [begun] = await admin<{ startsOn: string; endsOn: string }[]>`select starts_on::text as "startsOn", (starts_on + interval '9 months')::date::text as "endsOn" from programme where id = ${programme.id}`
    const known = new Set(before.map(({ laureate }) => laureate))
    expect((await listGrants(visitor, {})).filter(({ laureate }) => !known.has(laureate))).toMatchObject([{ laureate: `granted-${programme.id}`, callId: programme.call.id, ...begun }])
  })

  it('nothing is granted by a giver without a SIRET', async () => {
    const [header, ...rows] = await parseCsv(await (await file('subventions.csv')).text())
    expect([header?.slice(0, 3), rows]).toEqual([['nomAttribuant', 'idAttribuant', 'dateConvention'], []])
  })
})

describe('the feed', () => {
  it('names each published call run here in the language asked for, and nothing of one being prepared', async () => {
    const [text, english] = await Promise.all([newsFeed(ask('feed.atom')), newsFeed(ask('feed.atom?locale=en'))].map(async (response) => (await response).text()))
    const calls = await admin<{ slug: string; isPublic: boolean }[]>`select slug, published_at is not null as "isPublic" from call where run_here`
    expect(calls.some(({ isPublic }) => isPublic) && calls.some(({ isPublic }) => !isPublic)).toBe(true)
    for (const { slug, isPublic } of calls) expect(text?.includes(`<id>http://portal.test/calls/${slug}</id>`)).toBe(isPublic)
    expect(text).toContain('[Démonstration] Un appel ouvert')
    expect(english).toContain(`href="http://portal.test/en/calls/${world.openCall.slug}"`)
  })
})

describe('the agenda of a call', () => {
  it('is at its own address, and nowhere for what is not run here', async () => {
    const agenda = (name: string) => callAgenda(ask(), { params: Promise.resolve({ file: name }) })
    expect((await agenda(`${world.openCall.slug}.ics`)).headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    for (const name of [world.openCall.slug, 'impact-1.ics', 'none.ics', '.ics']) expect((await agenda(name)).status).toBe(404)
  })
})
