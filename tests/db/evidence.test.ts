import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { sendDocument, type SentToProgramme } from '#lib/server/file/send-file.ts'
import { type FileStorage, openStorage } from '#lib/server/file/storage.ts'
import { enterMeasurement } from '#lib/server/measurement/enter-measurement.ts'
import { showMetric } from '#lib/server/programme-metric/show-metrics.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { type MadeProgramme, makeProgramme, monthsAgo } from '#tests/factories/programme.ts'
import { pdf } from '#tests/server/corpus.ts'
import { bodyOf, cutBody } from '#tests/server/streams.ts'

/** What shows a measurement is a document of its programme: kept whole or not at all, and never a list of people. */
const folder = mkdtempSync(join(tmpdir(), 'portal-evidence-'))
let store: FileStorage
let world: World
let programme: MadeProgramme
beforeAll(async () => {
  world = await makeWorld(admin)
  store = await openStorage({ PORTAL_DATA_DIR: folder, S3_FORCE_PATH_STYLE: 'off' })
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  programme = await makeProgramme(admin, { organisationId: world.organisations['laureate start-up'], managerId: world.people.manager.id, laureateId: world.people.laureate.id })
})

const as = (who: 'laureate' | 'manager' | 'rival') => ({ personId: world.people[who].id })
const send = ({ who = 'laureate', bytes = pdf(), ...more }: Partial<SentToProgramme> & { who?: 'laureate' | 'manager' | 'rival'; bytes?: Uint8Array } = {}) =>
  sendDocument(as(who), { programmeId: programme.id, milestoneId: null, key: crypto.randomUUID(), name: 'bilan.pdf', body: bodyOf(bytes), ...more }, store)
const left = async () => {
  const [row] = await admin<{ rows: number; documents: number }[]>`select (select count(*)::int from file where draft_id = ${programme.id}) as rows, (select count(*)::int from programme_document where programme_id = ${programme.id}) as documents`
  const bytes = [join(folder, 'files'), join(folder, 'incoming')].flatMap((each) => readdirSync(each, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length
  return { ...row, bytes }
}
const nothing = { rows: 0, documents: 0, bytes: 0 }
const refused = (code: string, column?: string) => ({ code: 'invalid', faults: [{ path: 'file', code, ...(column && { column }) }] })
const workbook = (...rows: (string | number)[][]) => writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer()

describe('a document of a programme', () => {
  it('is kept once for its attempt, and shows a measurement', async () => {
    const key = crypto.randomUUID()
    const kept = await send({ key })
    expect((await send({ key })).id).toBe(kept.id)
    expect(await left()).toEqual({ rows: 1, documents: 1, bytes: 1 })
    const period = { periodStart: await monthsAgo(admin, 3), periodEnd: await monthsAgo(admin, 2) }
    await enterMeasurement(as('laureate'), { metricId: programme.metricId, key, ...period, value: '48', n: '40', sd: '12', submit: 'yes', fileId: kept.id })
    expect((await showMetric(as('manager'), { metricId: programme.metricId })).measurements).toMatchObject([{ state: 'submitted', file: { id: kept.id, name: 'bilan.pdf' } }])
    await store.delete((await admin<{ key: string }[]>`select storage_key as key from file where id = ${kept.id}`)[0]?.key ?? '')
  })

  it('that is cut on the way leaves neither row nor bytes', async () => {
    await expect(send({ body: cutBody(pdf(90_000).subarray(0, 60_000)) })).rejects.toMatchObject(refused('file-cut'))
    await expect(send({ bytes: pdf(90_000).subarray(0, 60_000), size: 90_000 })).rejects.toMatchObject(refused('file-cut'))
    expect(await left()).toEqual(nothing)
  })

  it('that lists people is refused for its column or its name, and leaves nothing', async () => {
    await expect(send({ name: 'suivi.xlsx', bytes: await workbook(['Site', 'Prénom', 'Score'], ['Lyon', 'Anne', 3]) })).rejects.toMatchObject(refused('file-patients-person-name', 'Prénom'))
    await expect(send({ name: 'Liste des patients.pdf' })).rejects.toMatchObject(refused('file-patients-name'))
    expect(await left()).toEqual(nothing)
  })

  it('comes from those who write the programme alone', async () => {
    for (const who of ['manager', 'rival'] as const) await expect(send({ who })).rejects.toMatchObject({ code: 'not-found' })
    expect(await left()).toEqual(nothing)
  })
})
