import { beforeAll, describe, expect, it } from 'vitest'
import { printPlace } from '#lib/domain/screening-cursor.ts'
import { screeningQuery } from '#lib/domain/screening-view.ts'
import { createTag } from '#lib/server/screening/change-tag.ts'
import { exportApplications } from '#lib/server/screening/export-applications.ts'
import { exportCsv, exportJson, exportSpreadsheet } from '#lib/server/screening/export-table.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { pageSize, screenApplications } from '#lib/server/screening/screen-applications.ts'
import { tagApplications } from '#lib/server/screening/tag-applications.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { asked, deposit, newCall, type TestCall } from '#tests/db/deposited.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'
import { readSpreadsheet } from '#tests/server/read-spreadsheet.ts'

/** What leaves the portal is the view: the same rows in the same order with the same columns, harmless wherever it is opened. */
let world: World
let call: TestCall
const manager = () => ({ personId: world.people.manager.id })
type Search = Record<string, string | string[]>
const take = (format: 'json' | 'csv' | 'xlsx', search: Search, language: 'fr' | 'en' = 'fr') => exportApplications(manager(), { slug: call.slug, search, format, language })

const many = pageSize + 11
beforeAll(async () => {
  world = await makeWorld(admin)
  call = await newCall()
  for (let index = 0; index < many; index += 1) await deposit(call, { solution: `Solution ${String(index).padStart(2, '0')}`, maturity: index % 2 ? 'idea' : 'pilot', budget: index % 7 === 0 ? null : index * 1_000 })
})

/** The numbers of every page of the table, one after the other. */
async function numbersOnScreen(search: Search): Promise<string[]> {
  const numbers: string[] = []
  let page = await screenApplications(manager(), { slug: call.slug, search })
  numbers.push(...page.rows.map(({ number }) => number))
  while (page.next) {
    const query = new URLSearchParams(screeningQuery({ ...page.view, from: { side: 'after', place: page.next } }))
    page = await screenApplications(manager(), { slug: call.slug, search: Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)])) })
    numbers.push(...page.rows.map(({ number }) => number))
  }
  return numbers
}

describe.each<[string, Search]>([
  ['everything', {}],
  ['a filter, in another order', { maturity: 'pilot', sort: 'budget', columns: 'number,budget' }],
  ['words', { q: 'solution 1', sort: '-solution', columns: 'solution,number' }],
])('an export of %s', (_what, search) => {
  it('has the rows of the view, in its order, as CSV and as a spreadsheet', async () => {
    const expected = await numbersOnScreen(search)
    const [header, ...lines] = parseCsv(exportCsv(await take('csv', search)))
    const at = header?.indexOf('Numéro') ?? -1
    expect(lines.map((line) => line[at])).toEqual(expected)
    const { cells } = readSpreadsheet(await exportSpreadsheet(await take('xlsx', search)))
    expect(cells.slice(1).map((row) => row[at])).toEqual(expected.map((text) => ({ text })))
    expect(cells[0]).toEqual(header?.map((text) => ({ text })))
  })

  it('has them page by page as JSON', async () => {
    const numbers: unknown[] = []
    let after: string | undefined
    do {
      const answer = exportJson(await take('json', { ...search, columns: 'number', ...(after !== undefined && { after }) })) as { applications: { number: string }[]; after: string | null }
      numbers.push(...answer.applications.map(({ number }) => number))
      after = answer.after ?? undefined
    } while (after !== undefined)
    expect(numbers).toEqual(await numbersOnScreen(search))
  })
})

it('an export of a page that is not the first has all rows all the same, as files; as JSON it begins there', async () => {
  const first = await screenApplications(manager(), { slug: call.slug, search: { sort: 'number' } })
  const after = first.next ? printPlace(first.next) : ''
  expect(parseCsv(exportCsv(await take('csv', { sort: 'number', after }))).length).toBe(many + 1)
  expect((exportJson(await take('json', { sort: 'number', after })) as { applications: unknown[] }).applications.length).toBe(many - pageSize)
})

it('an export has the columns of the view in words of the reader’s language, and codes for programs', async () => {
  const one = await newCall()
  const id = await deposit(one, {
    solution: 'Aube', organisation: 'Maison Claire', budget: 50_000, maturity: 'in-use', regulatoryState: 'class-2a', challenge: 1, rupture: 'delai-premier-rendez-vous-cmp', submittedAt: '2026-05-12T15:05:33.123456Z',
    answers: { [asked.public]: 'jeunes', [asked.patients]: 12.5, [asked.trial]: false, [asked.sites]: ['ville', 'hopital'], [asked.story]: 'Un récit' },
  })
  const { id: tagId } = await createTag(manager(), { slug: one.slug, name: 'à revoir' })
  const chosen = [{ id, mark: 'pending.' }]
  await tagApplications(manager(), { slug: one.slug, tagId, chosen })
  await judgeApplications(manager(), { slug: one.slug, chosen, eligibility: 'ineligible', motive: 'Hors du périmètre' })
  const columns = ['number', 'solution', 'organisation', 'challenge', 'maturity', 'regulatoryState', 'budget', 'submittedAt', 'eligibility', 'motive', 'tags', 'corrections', 'messages', 'files', ...[asked.public, asked.patients, asked.trial, asked.sites].map((question) => `answers.${question}`)].join()
  const [header, line] = parseCsv(exportCsv(await exportApplications(manager(), { slug: one.slug, search: { columns }, format: 'csv', language: 'fr' })))
  expect(Object.fromEntries((header ?? []).map((title, at) => [title, line?.[at]]))).toEqual({
    'Numéro': expect.stringMatching(/^ESSAI-/), 'Solution': 'Aube', 'Organisation': 'Maison Claire', 'Défi': 'Défi continuite', 'Maturité': 'Utilisée sur quelques sites', 'Statut réglementaire': 'Dispositif médical de classe IIa',
    'Budget (€)': '50000', 'Déposée le (heure de Paris)': '2026-05-12 17:05:33', 'Recevabilité': 'Irrecevable', 'Motif': 'Hors du périmètre', 'Étiquettes': 'à revoir', 'Corrections en attente': '0', 'Messages non lus': '0', 'Fichiers': '0',
    'Public': 'Jeunes', 'Patients suivis': '12.5', 'Essai en cours': 'Non', 'Lieux': 'Ville ; Hôpital',
  })
  const english = parseCsv(exportCsv(await exportApplications(manager(), { slug: one.slug, search: { columns: `eligibility,answers.${asked.trial}` }, format: 'csv', language: 'en' })))
  expect(english).toEqual([['Eligibility', 'Trial running'], ['Not eligible', 'No']])
  expect(exportJson(await exportApplications(manager(), { slug: one.slug, search: { columns: `solution,eligibility,tags,answers.${asked.sites}` }, format: 'json' }))).toEqual({
    applications: [{ id, solution: 'Aube', eligibility: 'ineligible', tags: [{ id: tagId, name: 'à revoir' }], [`answers.${asked.sites}`]: ['ville', 'hopital'], mark: expect.stringMatching(/^ineligible\.[0-9a-f-]{36}$/) }],
    after: null,
    ignored: [],
  })
  expect(readSpreadsheet(await exportSpreadsheet(await exportApplications(manager(), { slug: one.slug, search: { columns: 'budget,submittedAt' }, format: 'xlsx' }))).cells[1]).toEqual([
    { number: 50_000, format: undefined }, { number: expect.closeTo(46_154.712, 2) as never, format: 'dd/mm/yyyy hh:mm:ss' },
  ])
})

it('an export holds no formula, whoever wrote what', async () => {
  const one = await newCall()
  const evil = ['=HYPERLINK("https://evil.example","clic")', '+1+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '＝1']
  for (const solution of evil) await deposit(one, { solution, organisation: solution })
  const exported = await exportApplications(manager(), { slug: one.slug, search: { sort: 'number', columns: 'solution,organisation' }, format: 'csv' })
  const harmless = evil.map((text) => `'${text}`)
  expect(parseCsv(exportCsv(exported)).slice(1)).toEqual(harmless.map((text) => [text, text]))
  const { cells } = readSpreadsheet(await exportSpreadsheet(exported))
  expect(cells.slice(1)).toEqual(harmless.map((text) => [{ text }, { text }]))
})

it('an export is written down for the authors of what left, once a day, and in the journal', async () => {
  const one = await newCall()
  const ids = [await deposit(one, { solution: 'Un' }), await deposit(one, { solution: 'Deux' })]
  const csv = (search: Search) => exportApplications(manager(), { slug: one.slug, search, format: 'csv' })
  await csv({ q: 'un', columns: 'number' })
  const written = () => admin<{ application_id: string; person_id: string; part: string; organisation_name: string }[]>`select application_id, person_id, part, organisation_name from consultation where application_id = any (${ids}) order by opened_at`
  // Everybody's pitch holds the word.
  expect((await written()).map(({ application_id: id }) => id).sort()).toEqual(ids.toSorted())
  await csv({})
  expect((await written()).map(({ person_id: personId, part }) => [personId, part])).toEqual(ids.map(() => [world.people.manager.id, 'export']))
  expect((await written())[0]?.organisation_name).toContain('canary-operator-name')
  const entries = await admin<{ detail: object }[]>`select detail from audit_entry where deed = 'application.export' and subject = ${one.id} order by id`
  expect(entries.map(({ detail }) => detail)).toEqual([{ format: 'csv', applications: 2 }, { format: 'csv', applications: 2 }])
  await screenApplications(manager(), { slug: one.slug, search: {} })
  expect((await written()).length).toBe(2)
})

it('an export is for managers only', async () => {
  for (const persona of ['founder', 'rival', 'laureate', 'admin'] as const) {
    await expect(exportApplications({ personId: world.people[persona].id }, { slug: call.slug, search: {}, format: 'csv' })).rejects.toMatchObject({ code: 'not-found' })
  }
})
