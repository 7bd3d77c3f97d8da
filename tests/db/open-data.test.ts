import { describe, expect, it } from 'vitest'
import { GET as dataFile } from '#app/data/[file]/route.ts'
import { GET as oneCall } from '#app/api/v1/calls/[slug]/route.ts'
import { GET as allSources } from '#app/api/v1/sources/route.ts'
import { GET as securityTxt } from '#app/.well-known/security.txt/route.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { securityText } from '#lib/server/instance/security-contact.ts'
import { formats, published } from '#lib/server/open-data/publish-dataset.ts'
import { resources } from '#lib/server/open-data/resources.ts'
import { sitemap } from '#lib/server/open-data/sitemap.ts'
import { admin } from '#tests/db/database.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'

const ask = (headers: Record<string, string> = {}) => new Request('http://portal.test/', { headers })
const file = (name: string, headers?: Record<string, string>) => dataFile(ask(headers), { params: Promise.resolve({ file: name }) })
const csvRows = async (name: string) => parseCsv(await (await file(`${name}.csv`)).text())
const records = async (name: string): Promise<Record<string, unknown>[]> => (await (await file(`${name}.json`)).json()).records

describe('a file of data', () => {
  it('says its type, licence, name and that any site may read it', async () => {
    const response = await file('calls.csv')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(['content-type', 'cache-control', 'access-control-allow-origin', 'link', 'content-disposition'].map((name) => [name, response.headers.get(name)]))).toEqual({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'public, max-age=60',
      'access-control-allow-origin': '*',
      link: '<https://www.etalab.gouv.fr/licence-ouverte-open-licence>; rel="license"',
      'content-disposition': 'inline; filename="calls.csv"',
    })
  })

  it('holds the estimates as sourced, found or not', async () => {
    const [header, ...rows] = await csvRows('estimates')
    const row = (rupture: string, slug: string) => Object.fromEntries((header ?? []).map((name, index) => [name, rows.find((cells) => cells[0] === rupture && cells[2] === slug)?.[index]]))
    expect(rows).toHaveLength(158)
    expect(row('stigmatisation-et-tabou', 'share-of-french-people-who-consider-mental-health-a-taboo')).toMatchObject({
      quantified: 'true', low: '', central: '69', high: '', unit_fr: '%', year: '2021', source_id: 'aesio-2022', evidence: 'medium',
      permalink: 'http://portal.test/ruptures/stigmatisation-et-tabou#share-of-french-people-who-consider-mental-health-a-taboo',
    })
    expect(row('stigmatisation-et-tabou', 'patients')).toMatchObject({
      quantified: 'false', low: '', central: '', high: '', source_id: '', note_fr: 'Aucun effectif national trouvé.',
    })
  })

  it('holds the calls as sourced', async () => {
    expect((await records('calls')).slice(0, 2)).toMatchObject([
      { slug: 'impact-1', opens_on: '2021-09-28', closes_on: '2021-11-02', quantified: true, applications_received: 50, applications_approximate: true, laureates_complete: true,
        laureates: ['fedmind', 'litdhospi', 'tricky', 'tech2heal', 'resileyes-therapeutics'] },
      { slug: 'impact-2', opens_on: '2023-03-08', closes_on: '2023-04-17', quantified: false, applications_received: null, laureates: ['healthy-mind'], laureates_complete: false },
    ])
  })

  it.each(published.map(({ name }) => name))('%s: the CSV, the JSON, the description and the meanings agree', async (name) => {
    const [header = [], ...rows] = await csvRows(name)
    const json = await records(name)
    const schema = await (await file(`${name}.schema.json`)).json()
    expect(schema.fields.map((field: { name: string }) => field.name)).toEqual(header)
    expect(json.map((record) => header.map((column) => asCell(record[column])))).toEqual(rows.map((cells) => cells.map(withoutMark)))
    expect(new Set(json.map((record) => schema.primaryKey.map((column: string) => record[column]).join(' '))).size).toBe(json.length)
    for (const locale of ['fr', 'en'] as const) {
      const meanings: Record<string, string> = loadMessages(locale)['open-data'].columns[name]
      expect(Object.keys(meanings)).toEqual([...new Set(header.map((column) => column.replace(/_(fr|en)$/, '')))])
    }
  })

  it('never holds a formula', async () => {
    await admin`insert into source (id, title, language, publisher, kind, position) values ('formula', '=HYPERLINK("http://evil.test")', 'en', '{"fr": "+33", "en": "@x"}', 'secondary', 999)`
    const row = (await csvRows('sources')).at(-1)
    expect(row?.slice(0, 5)).toEqual(['formula', `'=HYPERLINK("http://evil.test")`, 'en', `'+33`, `'@x`])
    await admin`delete from source where id = 'formula'`
  })

  it('is not sent again until it changes', async () => {
    const first = await file('metrics.json')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{27}"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await file('metrics.json', { 'if-none-match': known })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    await admin`update metric set unit = '{"fr": "gens", "en": "people"}' where slug = 'patients-inclus'`
    const changed = await file('metrics.json', { 'if-none-match': etag })
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
  })

  it.each(['nothing.csv', 'ruptures', 'ruptures.xml', 'ruptures.csv.csv', '__proto__.csv', '../etc/passwd'])('%s does not exist', async (name) => {
    expect((await file(name)).status).toBe(404)
  })

  it.each(formats)('gives every table as %s', async (format) => {
    expect(await Promise.all(published.map(async ({ name }) => (await file(`${name}.${format}`)).status))).toEqual(published.map(() => 200))
  })
})

describe('the interface', () => {
  it.each(Object.entries(resources))('%s gives what it says', async (path, { read, output }) => {
    const slugs: Record<string, string> = { ruptures: 'gestes-auto-infliges-jeunes-femmes', calls: 'impact-2', laureates: 'tricky', sources: 'ud-2022', initiatives: 'impact' }
    const answer = output.parse(await read(slugs[path.split('/')[3] ?? ''] ?? ''))
    expect(answer).toMatchObject({ licence: { id: 'etalab-2.0' } })
  })

  it.each(['impact-9', '', 'x'.repeat(5_000), 'a\u0000b', "'; drop table call", 'é'])('answers 404 in problem+json for the name %j', async (slug) => {
    const response = await oneCall(ask(), { params: Promise.resolve({ slug }) })
    expect([response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin')]).toEqual([404, 'application/problem+json', '*'])
    expect(await response.json()).toEqual({ type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found' })
  })

  it('names what rests on a source, and counts its figures', async () => {
    const { items } = await (await allSources(ask(), { params: Promise.resolve({}) })).json()
    expect(items).toHaveLength(129)
    const detail = (await resources['/api/v1/sources/{slug}'].read('drees-ons-2025')) as { figures: number; citedBy: { figures: { rupture: string; estimate: string }[] } }
    expect(detail.figures).toBe(detail.citedBy.figures.length)
    expect(detail.citedBy.figures.map(({ rupture }) => rupture)).toEqual(Array(detail.figures).fill('gestes-auto-infliges-jeunes-femmes'))
  })
})

describe('files for machines', () => {
  it('security.txt expires within a year and says where to write', async () => {
    expect(securityText(new Date('2026-11-23T14:00:00Z'))).toBe(
      'Contact: http://portal.test/legal#contact\nExpires: 2027-05-22T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: http://portal.test/.well-known/security.txt\n',
    )
    expect(securityTxt().headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  it('the site map names every public page in both languages', async () => {
    const [{ count } = { count: 0 }] = await admin<{ count: number }[]>`
      select (select count(*) from current_rupture) + (select sum(case when run_here then 4 else 1 end) from call where published_at is not null)
        + (select count(*) from laureate l join call c on c.id = l.call_id where c.published_at is not null)
        + (select count(*) from initiative) + (select count(*) from source) as count`
    const text = await sitemap()
    expect(text.match(/<url>/g)).toHaveLength(2 * (14 + Number(count)))
    expect(text).toContain('<loc>http://portal.test/fr/calls/impact-1</loc>')
  })
})

function asCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join('|') : String(value)
}

/** Takes off the apostrophe put before a text that looks like a formula, as a reader of the file would. */
function withoutMark(cell: string): string {
  return /^'[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell
}
