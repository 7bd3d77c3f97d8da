import { afterAll, beforeAll, expect, it } from 'vitest'
import { showProgrammeBoard } from '#lib/server/programme/show-board.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(admin)
})
afterAll(() => removeWorld(admin, world))

it('shows each laureate with its flags, and none to a manager with a link to it', async () => {
  const asked = { slug: world.programme.call.slug }
  const [manager, linked] = [{ personId: world.people.manager.id }, { personId: world.people['manager-2'].id }]
  const { laureates } = await showProgrammeBoard(manager, asked)
  expect(laureates.map(({ id }) => id)).toEqual([world.programme.id])
  expect(laureates[0]?.metrics.find(({ id }) => id === world.programme.metricId)?.points.map(({ value, state }) => ({ value, state }))).toEqual([{ value: 48, state: 'verified' }, { value: 48, state: 'submitted' }])
  expect(laureates[0]?.flags.map(({ rule, subjectId }) => ({ rule, subjectId }))).toEqual([{ rule: 'milestone-late', subjectId: world.programme.milestones.late }])
  expect((await showProgrammeBoard(manager, { ...asked, partner: crypto.randomUUID() })).laureates).toEqual([])
  await admin`insert into conflict ${admin({ call_id: world.programme.call.id, application_id: world.programme.id, person_id: linked.personId, origin: 'declared', reason: 'other', made_by: linked.personId })}`
  expect((await showProgrammeBoard(linked, asked)).laureates).toEqual([])
})
