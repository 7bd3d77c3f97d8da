import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET as portfolioFile } from '#app/api/v1/board.pdf/route.ts'
import { GET as reportFile } from '#app/api/v1/programmes/[id]/report.pdf/route.ts'
import { portfolioDocument } from '#lib/server/programme-report/portfolio-document.ts'
import { reportDocument } from '#lib/server/programme-report/report-document.ts'
import { showPortfolio } from '#lib/server/programme-report/show-portfolio.ts'
import { showReport } from '#lib/server/programme-report/show-report.ts'
import { showProgrammeBoard } from '#lib/server/programme/show-board.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(admin)
})
afterAll(() => removeWorld(admin, world))

const as = (who: 'manager' | 'manager-2' | 'laureate' | 'mentor') => ({ personId: world.people[who].id })
const opened = () => admin<{ person_id: string; part: string }[]>`select person_id, part from consultation where application_id = ${world.programme.id} and part like 'programme%' order by part, person_id`

it('says of a laureate what its board says, nothing of drafts, and is written down for it to see', async () => {
  const { programme } = world
  const { laureate } = await showReport(as('manager'), { programmeId: programme.id })
  const [row] = (await showProgrammeBoard(as('manager'), { call: programme.call.slug })).laureates
  expect(laureate).toMatchObject({ id: programme.id, flags: row?.flags, lastContactOn: row?.lastContactOn, milestones: row?.milestones, checkIns: row?.checkIns })
  expect(laureate.metrics.map(({ name, points }) => ({ name, points }))).toEqual(row?.metrics.map(({ name, points }) => ({ name, points })))
  const metric = laureate.metrics.find(({ id }) => id === programme.metricId)
  // 48 days over 40 people, sd 12, against 60 over 80 of unknown spread: all of the difference's interval is below zero.
  expect(metric).toMatchObject({ outcome: 'improved', comparator: 'before-after', amendedOn: [expect.stringMatching(/^\d{4}-\d\d-\d\d$/)] })
  expect(metric?.points.map(({ state }) => state)).toEqual(['verified', 'submitted'])
  expect(laureate).toMatchObject({ mood: { month: 1, mood: 'at-risk' }, sessions: { held: 0, nextAt: null } })
  expect(laureate.promised.map(({ amount, given, unit }) => ({ amount, given, unit }))).toEqual([{ amount: 10, given: 6, unit: 'heures' }])
  expect(await opened()).toEqual([{ person_id: world.people.manager.id, part: 'programme' }])
})

it('gives the laureate itself nothing that is still its own paper, and notes nobody', async () => {
  const own = await showReport(as('laureate'), { programmeId: world.programme.id })
  const text = JSON.stringify([own, reportDocument(own, 'fr')])
  const drafts = await admin<{ note: string; blockers: string }[]>`select m.note, c.blockers from measurement m, check_in c where m.id = ${world.programme.measurements.draft} and c.id = ${world.programme.checkIns[4] as string}`
  expect(drafts).toHaveLength(1)
  for (const { note, blockers } of drafts) expect([text.includes(note), text.includes(blockers), text.includes(world.programme.measurements.draft)]).toEqual([false, false, false])
  expect(own.side).toBe('laureate')
  expect(await opened()).toHaveLength(1)
})

it('is not there for a manager with a link to the laureate, nor is the laureate in what they print of the board', async () => {
  const { programme } = world
  const linked = as('manager-2')
  const whole = await showPortfolio(as('manager'), { call: programme.call.slug, language: 'en' })
  expect([whole.laureates.map(({ id }) => id), portfolioDocument(whole).pages?.length, whole.locale]).toEqual([[programme.id], 1, 'en'])
  expect(await opened()).toContainEqual({ person_id: world.people.manager.id, part: 'programme-export' })
  const [entry] = await admin<{ detail: { laureates: number } }[]>`select detail from audit_entry where deed = 'programme.portfolio' order by id desc limit 1`
  expect(entry?.detail).toMatchObject({ laureates: 1 })
  expect((await showPortfolio(as('manager'), { call: programme.call.slug, flag: 'no-contact' })).laureates).toEqual([])
  await admin`insert into conflict ${admin({ call_id: programme.call.id, application_id: programme.id, person_id: linked.personId, origin: 'declared', reason: 'other', made_by: linked.personId })}`
  await expect(showReport(linked, { programmeId: programme.id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await showPortfolio(linked, { call: programme.call.slug })).laureates).toEqual([])
  await expect(showReport(linked, { programmeId: 'nothing' })).rejects.toMatchObject({ code: 'not-found' })
})

it('is nobody’s who is not signed in', async () => {
  const asked = (path: string) => new Request(`http://portal.test${path}`)
  const report = await reportFile(asked('/api/v1/programmes/x/report.pdf'), { params: Promise.resolve({ id: world.programme.id }) })
  const portfolio = await portfolioFile(asked('/api/v1/board.pdf'), { params: Promise.resolve({}) })
  expect([report.status, portfolio.status, report.headers.get('cache-control')]).toEqual([404, 401, 'no-store'])
})
