import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelDisclosure, proposeDisclosure, releaseDisclosure } from '#lib/server/disclosure/release-disclosure.ts'
import { previewDisclosure } from '#lib/server/disclosure/preview-disclosure.ts'
import { GET as releaseFile } from '#app/api/v1/results/[call]/[sequence]/release.pdf/route.ts'
import { visitor, type Caller } from '#lib/server/opening.ts'
import { listResults, showDisclosure } from '#lib/server/result/list-results.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { readPdf } from '#tests/server/read-pdf.ts'
import { addMeasurement } from '#tests/factories/programme.ts'

/** Results go out exactly as two managers read them, small counts hidden; each step goes on from the one before. */
let world: World
let manager: Caller
let second: Caller
let laureateSlug = ''
const slug = () => world.programme.call.slug
const preview = (caller = manager) => previewDisclosure(caller, { slug: slug() })
const propose = async (caller = manager) => proposeDisclosure(caller, { slug: slug(), sha256: (await preview(caller)).sha256 })
const release = async (caller = second, confirmed = 1) => releaseDisclosure(caller, { slug: slug(), disclosureId: (await preview(caller)).pending?.id ?? '', confirmed })
const verified = (month: number, figures: { value: number; sd: number; n: number }) =>
  addMeasurement(admin, { metricId: world.programme.metricId, programmeId: world.programme.id, recordedBy: world.people.laureate.id, month, state: 'verified', verifiedBy: world.people.manager.id, figures })

beforeAll(async () => {
  world = await makeWorld(admin)
  manager = { personId: world.people.manager.id }
  second = { personId: world.people['manager-2'].id }
  laureateSlug = `laureate-${world.programme.id.slice(-12)}`
  await admin`insert into laureate ${admin({ call_id: world.programme.call.id, organisation_id: world.organisations['laureate start-up'], slug: laureateSlug, position: 0, solution: admin.json({ fr: 'Une solution' }), application_id: world.programme.id, demonstration: true })}`
  await admin`update call set published_at = coalesce(published_at, now()) where id = ${world.programme.call.id}`
  await cancelDisclosure(manager, { slug: slug(), disclosureId: world.programme.disclosureId })
})
afterAll(() => removeWorld(admin, world))

it('shows what was verified of locked metrics, and neither drafts, nor what waits, nor proposals', async () => {
  const { content, obstacle, changes } = await preview()
  expect(content.results).toMatchObject([{ metricId: world.programme.metricId, laureate: laureateSlug, measure: 'duration', baseline: 60, baselineN: 80, target: 30, outcome: 'improved', points: [{ id: world.programme.measurements.verified, value: 48, n: 40, hidden: false }], amendments: [{ changes: { target: { from: 25, to: 30 } } }] }])
  expect([obstacle, changes.map(({ kind }) => kind)]).toEqual([null, ['added']])
})

it('nobody sees a proposal but managers; no manager releases their own; another must say how many results it is', async () => {
  await expect(proposeDisclosure(manager, { slug: slug(), sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'conflict', reason: 'results-changed' })
  await propose()
  await expect(propose(second)).rejects.toMatchObject({ code: 'conflict', reason: 'disclosure_pending' })
  await expect(showDisclosure(visitor, { slug: slug() })).rejects.toMatchObject({ code: 'not-found' })
  expect(await listResults(visitor, { laureate: laureateSlug })).toEqual([])
  await expect(release(manager)).rejects.toMatchObject({ code: 'conflict', reason: 'own-proposal' })
  await expect(release(second, 2)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed', code: 'count' }] })
})

it('what changed since it was read does not go out', async () => {
  const id = await verified(5, { value: 46, sd: 10, n: 42 })
  await expect(release()).rejects.toMatchObject({ code: 'conflict', reason: 'results-changed' })
  expect((await preview(second)).pending?.stands).toBe(false)
  await admin`delete from measurement where id = ${id}`
  expect(await release()).toEqual({ sequence: 1 })
  await expect(propose()).rejects.toMatchObject({ code: 'conflict', reason: 'disclosure-unchanged' })
})

it('is everybody’s from then on: by release, by laureate, by rupture', async () => {
  const [rupture] = await admin<{ slug: string }[]>`select slug from rupture where id = ${world.programme.ruptureId}`
  const shown = await showDisclosure(visitor, { slug: slug() })
  expect(shown).toMatchObject({ sequence: 1, releases: [{ sequence: 1 }], content: { results: [{ metricId: world.programme.metricId }] } })
  expect(await listResults(visitor, { laureate: laureateSlug })).toMatchObject([{ metricId: world.programme.metricId, call: slug(), sequence: 1 }])
  expect((await listResults(visitor, { rupture: rupture?.slug ?? '' })).map(({ metricId }) => metricId)).toContain(world.programme.metricId)
  expect(await listResults(visitor, { laureate: 'nobody' })).toEqual([])
})

it('a later release hides a small count and says so, keeps the first one’s address, and tells what it changed', async () => {
  await verified(5, { value: 40, sd: 9, n: 8 })
  expect((await preview()).reasons).toMatchObject({})
  await propose(second)
  await release(manager)
  const shown = await showDisclosure(visitor, { slug: slug() })
  expect(shown).toMatchObject({ sequence: 2, changes: [{ kind: 'changed', fields: ['outcome', 'points'] }] })
  expect(shown.content.results[0]).toMatchObject({ outcome: 'suppressed', points: [{ value: 48, n: 40 }, { value: null, low: null, high: null, n: null, hidden: true }] })
  expect(JSON.stringify(shown.content)).not.toContain('"n":8')
  expect((await showDisclosure(visitor, { slug: slug(), sequence: 1 })).content.results[0]?.points).toHaveLength(1)
  await expect(showDisclosure(visitor, { slug: slug(), sequence: 3 })).rejects.toMatchObject({ code: 'not-found' })
})

it('a manager whom a link walls off from one laureate neither reads nor releases any of it', async () => {
  const link = { call_id: world.programme.call.id, application_id: world.programme.id, person_id: world.people['manager-2'].id, origin: 'pinned', reason: 'other' }
  await admin`insert into conflict ${admin(link)}`
  expect(await preview(second)).toMatchObject({ obstacle: 'walled-off', content: { results: [] } })
  await expect(propose(second)).rejects.toMatchObject({ code: 'conflict', reason: 'disclosure-walled-off' })
})

it('gives each release on a page of its own, in both languages, with nothing of what is hidden', async () => {
  const { content, sequence, sha256 } = await showDisclosure(visitor, { slug: slug() })
  const few = content.results.flatMap(({ points }) => points).find((point) => point.hidden)
  expect(few?.value).toBeNull()
  const ask = (locale: string, at: string) => releaseFile(new Request(`http://portal.test/?locale=${locale}`), { params: Promise.resolve({ call: slug(), sequence: at }) })
  for (const [locale, said] of [['fr', /valeurs? masquée.*moins de 11 personnes.*Ce n’est pas zéro/s], ['en', /hidden.*fewer than 11 people.*It is not zero/s]] as const) {
    const file = await ask(locale, String(sequence))
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { pages, text } = await readPdf(new Uint8Array(await file.arrayBuffer()))
    expect(pages).toHaveLength(1)
    const seen = text.replace(/\s+/g, ' ')
    expect(seen).toMatch(said)
    expect(seen).not.toMatch(/40 jours|effectif 8|n = 8/)
    expect(text).toContain(`SHA-256 ${sha256}`)
  }
  expect((await ask('fr', String(sequence + 1))).status).toBe(404)
})
