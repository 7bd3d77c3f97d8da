import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '#db/client.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { boardCsv, boardSpreadsheet } from '#lib/server/programme/board-file.ts'
import { exportBoard } from '#lib/server/programme/export-board.ts'
import { readBoard, showProgrammeBoard } from '#lib/server/programme/show-board.ts'
import { showManagedProgramme } from '#lib/server/programme/show-managed-programme.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'
import { addMeasurement, makeProgramme } from '#tests/factories/programme.ts'
import { readSpreadsheet } from '#tests/server/read-spreadsheet.ts'

let world: World
const manager = () => ({ personId: world.people.manager.id })
const linked = () => ({ personId: world.people['manager-2'].id })
const ofTheCall = () => ({ call: world.programme.call.slug })
const made: string[] = []

beforeAll(async () => {
  world = await makeWorld(admin)
})
afterAll(async () => {
  await admin`delete from application where id = any (${made})`
  await admin`delete from application_draft where id = any (${made})`
  await removeWorld(admin, world)
})

async function another(organisationName: string): Promise<string> {
  const { people, organisations } = world
  const { id } = await makeProgramme(admin, { organisationId: organisations['laureate start-up'], organisationName, managerId: people.manager.id, laureateId: people.laureate.id })
  made.push(id)
  return id
}

it('shows each laureate with its flags of today', async () => {
  const { laureates, total, counts, choices, unknown, call } = await showProgrammeBoard(manager(), ofTheCall())
  expect(laureates.map(({ id }) => id)).toEqual([world.programme.id])
  expect({ total, unknown, call: call?.slug }).toEqual({ total: 1, unknown: [], call: world.programme.call.slug })
  expect(laureates[0]?.metrics.find(({ id }) => id === world.programme.metricId)?.points.map(({ value, state }) => ({ value, state }))).toEqual([{ value: 48, state: 'verified' }, { value: 48, state: 'submitted' }])
  expect(laureates[0]?.flags.map(({ rule, subjectId }) => ({ rule, subjectId }))).toEqual([{ rule: 'milestone-late', subjectId: world.programme.milestones.late }])
  expect(counts.filter(({ count }) => count > 0)).toEqual([{ rule: 'milestone-late', count: 1 }])
  expect(choices.partner.map(({ value, count }) => ({ value, count }))).toEqual([{ value: world.organisations.hospital, count: 1 }])
})

it('keeps to what is in view, and names what the address asks for in vain', async () => {
  const second = await another('Une autre')
  const shown = async (more: object) => (await showProgrammeBoard(manager(), more)).laureates.map(({ id }) => id).filter((id) => [world.programme.id, second].includes(id)).toSorted()
  const both = [world.programme.id, second].toSorted()
  expect(await shown({})).toEqual(both)
  expect(await shown(ofTheCall())).toEqual([world.programme.id])
  expect(await shown({ partner: world.organisations.hospital })).toEqual([world.programme.id])
  const { choices: { rupture: [rupture], stage: [stage] } } = await showProgrammeBoard(manager(), ofTheCall())
  expect(await shown({ rupture: rupture?.value, stage: stage?.value })).toEqual(both)
  expect(await shown({ flag: 'milestone-late' })).toEqual(both)
  expect(await shown({ flag: 'commitment-unmet' })).toEqual([])
  const lost = await showProgrammeBoard(manager(), { call: 'nowhere', rupture: 'none', stage: 'none', partner: crypto.randomUUID(), flag: 'none' })
  expect({ unknown: lost.unknown, shown: lost.laureates.length, call: lost.call }).toEqual({ unknown: ['call', 'rupture', 'stage', 'partner', 'flag'], shown: 0, call: null })
})

it('asks as many questions for twenty laureates as for two', async () => {
  const asked = async () => {
    let count = 0
    const shown = await transaction('portal_app', 'read only', async (tx, begin) => {
      await begin({ personId: world.people.manager.id, spent: 0 })
      const counting = new Proxy(tx, { get: (its, name) => {
        const value: unknown = Reflect.get(its, name)
        return typeof value !== 'function' ? value : (...args: unknown[]) => { count += 1; return value.apply(its, args) as unknown }
      } })
      return readBoard(counting, { call: '', rupture: '', stage: '', partner: '', flag: '' }, parisDate(new Date()))
    })
    return { count, shown: shown.laureates.length }
  }
  const few = await asked()
  for (let at = 0; at < 18; at += 1) await another(`Lauréate ${at}`)
  const many = await asked()
  expect(many.shown).toBe(few.shown + 18)
  expect({ few: few.count, many: many.count }).toEqual({ few: 4, many: 4 })
})

describe('the board as a file', () => {
  it.each([['all of it', {}], ['a flag', { flag: 'milestone-late' }], ['nobody', { flag: 'commitment-unmet' }]])('has the laureates of the view, in its order, of %s', async (_what, view) => {
    const shown = (await showProgrammeBoard(manager(), view)).laureates
    const exported = await exportBoard(manager(), { ...view, language: 'fr' })
    const [header, ...lines] = parseCsv(boardCsv(exported))
    const column = (title: string) => lines.map((line) => line[header?.indexOf(title) ?? -1])
    expect(column('Numéro')).toEqual(shown.map(({ number }) => number))
    expect(column('Jalons en retard')).toEqual(shown.map(() => '1'))
    const { cells } = readSpreadsheet(await boardSpreadsheet(exported))
    expect(cells[0]).toEqual(header?.map((text) => ({ text })))
    expect(cells.slice(1).map((row) => row[1])).toEqual(shown.map(({ number }) => ({ text: number })))
  })

  it('holds each metric’s baseline, target and last verified value as figures, in the reader’s language', async () => {
    const id = await another('Mesurée')
    const [metric] = await admin<{ id: string }[]>`select id from programme_metric where programme_id = ${id} and locked_at is not null`
    await addMeasurement(admin, { metricId: metric?.id ?? '', programmeId: id, recordedBy: world.people.laureate.id, month: 2, state: 'verified', verifiedBy: world.people.manager.id })
    const [call] = await admin<{ slug: string }[]>`select c.slug from call c join programme p on p.call_id = c.id where p.id = ${id}`
    const [header, line] = parseCsv(boardCsv(await exportBoard(manager(), { call: call?.slug, language: 'en' })))
    const its = Object.fromEntries((header ?? []).map((title, at) => [title, line?.[at]]))
    expect(its).toMatchObject({ 'Laureate': 'Mesurée', 'Milestones accepted': '1', 'Milestones late': '1', 'Metric 1: unit': 'jours', 'Metric 1: baseline': '60', 'Metric 1: target': '30', 'Metric 1: last verified value': '48', 'Check-ins overdue': '4' })
    // Cox: 48 × exp(± t(0.975, 39) × √(s²/40 + s⁴/78)) with s² = ln(1 + (12/48)²)
    expect([Number(its['Metric 1: low bound']), Number(its['Metric 1: high bound'])]).toEqual([expect.closeTo(44.311, 2), expect.closeTo(51.996, 2)])
  })

  it('holds no formula', async () => {
    const evil = '=HYPERLINK("https://evil.example","clic")'
    const id = await another(evil)
    const exported = await exportBoard(manager(), {})
    const [header, ...lines] = parseCsv(boardCsv(exported))
    const at = header?.indexOf('Lauréat') ?? -1
    expect(lines.map((line) => line[at])).toContain(`'${evil}`)
    const { cells } = readSpreadsheet(await boardSpreadsheet(exported))
    expect(cells.map((row) => row[at])).toContainEqual({ text: `'${evil}` })
    await admin`update programme set organisation_name = 'Sage' where id = ${id}`
  })

  it('is written down for the laureates in it, and in the journal', async () => {
    const id = await another('Exportée')
    const written = () => admin<{ part: string; person_id: string }[]>`select part, person_id from consultation where application_id = ${id}`
    const [call] = await admin<{ slug: string }[]>`select c.slug from call c join programme p on p.call_id = c.id where p.id = ${id}`
    await exportBoard(manager(), { call: call?.slug, flag: 'commitment-unmet' })
    expect(await written()).toEqual([])
    await exportBoard(manager(), { call: call?.slug })
    expect(await written()).toEqual([{ part: 'programme-export', person_id: world.people.manager.id }])
    const [entry] = await admin<{ detail: { laureates: number } }[]>`select detail from audit_entry where deed = 'programme.export-board' order by id desc limit 1`
    expect(entry?.detail.laureates).toBe(1)
  })
})

it('leaves a trace for the laureate when a manager opens its programme, once a day', async () => {
  const id = await another('Ouverte')
  await showManagedProgramme(manager(), { programmeId: id })
  await showManagedProgramme(manager(), { programmeId: id })
  expect(await admin`select part, person_id from consultation where application_id = ${id}`).toEqual([{ part: 'programme', person_id: world.people.manager.id }])
})

it('holds nothing of a laureate for a manager with a link to it: no row, no count, no choice, no line of a file', async () => {
  const { programme: { id, call } } = world
  await admin`insert into conflict ${admin({ call_id: call.id, application_id: id, person_id: world.people['manager-2'].id, origin: 'declared', reason: 'other', made_by: world.people['manager-2'].id })}`
  const board = await showProgrammeBoard(linked(), ofTheCall())
  const { laureates, total, choices, counts } = board
  expect({ laureates, total, partners: choices.partner, ruptures: choices.rupture, raised: counts.filter(({ count }) => count > 0) }).toEqual({ laureates: [], total: 0, partners: [], ruptures: [], raised: [] })
  expect((await showProgrammeBoard(linked(), {})).laureates.some((each) => each.id === id)).toBe(false)
  // As a partner nobody knows: that the hospital works with this laureate is not told.
  expect((await showProgrammeBoard(linked(), { partner: world.organisations.hospital })).unknown).toEqual(['partner'])
  const [, ...lines] = parseCsv(boardCsv(await exportBoard(linked(), ofTheCall())))
  expect(lines).toEqual([])
})
