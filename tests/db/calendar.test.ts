import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET as ownAgenda } from '#app/me/[file]/route.ts'
import { closeCalendar, openCalendar } from '#lib/server/calendar/keep-calendar.ts'
import { foreignCanaries, makeWorld, removeWorld, type Somebody, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

/** Somebody's own dates at an address of their own: theirs alone, until it is replaced, closed, or they are shut out. */
let world: World
beforeAll(async () => {
  world = await makeWorld(admin)
})
afterAll(() => removeWorld(admin, world))

const open = async (persona: Somebody) => (await openCalendar({ personId: world.people[persona].id }, {})).address
const ask = (address: string) => ownAgenda(new Request(address), { params: Promise.resolve({ file: address.split('/').at(-1) ?? '' }) })
const agenda = async (persona: Somebody) => (await ask(await open(persona))).text()
const events = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))

it('holds the deadline of what one writes, in the call’s own hour, and one more in sequence when it moves', async () => {
  const { draft, openCall } = world
  const deadline = async () => events(await agenda('founder')).find(({ uid }) => uid.startsWith(`deadline-${draft.id}`))
  const [{ closesAt } = { closesAt: new Date(0) }] = await admin<{ closesAt: Date }[]>`select closes_at as "closesAt" from call where id = ${openCall.id}`
  const before = await deadline()
  expect([before?.startDate.toJSDate().toISOString(), before?.summary.startsWith('[Démonstration] Date limite\u00a0: ')]).toEqual([new Date(Math.floor(closesAt.getTime() / 1_000) * 1_000).toISOString(), true])
  await admin`insert into deadline_change (call_id, from_at, to_at, reason, changed_at) values (${openCall.id}, ${closesAt}, ${new Date(closesAt.getTime() + 86_400_000)}, 'later', now())`
  expect((await deadline())?.sequence).toBe((before?.sequence ?? 0) + 1)
})

it('holds a laureate’s milestones, check-ins and sessions, and nothing of anybody else', async () => {
  const uids = events(await agenda('laureate')).map(({ uid }) => uid.split('-')[0])
  expect(new Set(uids)).toEqual(new Set([...uids, 'milestone', 'check']))
  for (const persona of ['founder', 'rival', 'laureate', 'mentor', 'scorer', 'manager'] as const) {
    const text = (await agenda(persona)).replaceAll('\r\n ', '')
    expect(foreignCanaries(world, persona, text)).toEqual([])
  }
})

it('is in its person’s language, kept nowhere, and readable by no other site', async () => {
  await admin`update person set locale = 'en' where id = ${world.people.founder.id}`
  const response = await ask(await open('founder'))
  expect([response.headers.get('content-type'), response.headers.get('cache-control'), response.headers.get('access-control-allow-origin')]).toEqual(['text/calendar; charset=utf-8', 'private, no-store', null])
  expect(await response.text()).toContain('Deadline: ')
})

it('leads nowhere once replaced, closed, guessed, or its person is shut out', async () => {
  const first = await open('rival')
  const second = await open('rival')
  const status = async (address: string) => (await ask(address)).status
  expect([await status(first), await status(second), await status(second.replace('.ics', '')), await status('http://portal.test/me/none.ics')]).toEqual([404, 200, 404, 404])
  await admin`update person set disabled_at = now() where id = ${world.people.rival.id}`
  expect(await status(second)).toBe(404)
  await admin`update person set disabled_at = null where id = ${world.people.rival.id}`
  expect(await status(second)).toBe(200)
  await closeCalendar({ personId: world.people.rival.id }, {})
  expect(await status(second)).toBe(404)
})
