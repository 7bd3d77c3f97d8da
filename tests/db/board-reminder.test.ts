import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewReminders } from '#lib/server/programme/preview-reminders.ts'
import { remindLaureates } from '#lib/server/programme/remind-laureates.ts'
import { showProgrammeBoard } from '#lib/server/programme/show-board.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { makeProgramme } from '#tests/factories/programme.ts'

/** Laureates reminded together: whoever is written to, and every word, is what the manager read; once, and never of what a link hides. */
let world: World
const made: string[] = []
const manager = () => ({ personId: world.people.manager.id })
const linked = () => ({ personId: world.people['manager-2'].id })

beforeAll(async () => {
  world = await makeWorld(admin)
})
afterAll(async () => {
  await admin`delete from application where id = any (${made})`
  await admin`delete from application_draft where id = any (${made})`
  await removeWorld(admin, world)
})

/** A laureate of its own call, late since month 3 and with four check-ins overdue. */
async function laureate(solution = 'Relais') {
  const { people, organisations } = world
  const { id, call } = await makeProgramme(admin, { organisationId: organisations['laureate start-up'], managerId: people.manager.id, laureateId: people.laureate.id })
  await admin`update programme set solution = ${solution} where id = ${id}`
  made.push(id)
  return { id, call: call.slug, callId: call.id }
}
async function previewed(call: string) {
  const { reminders } = await previewReminders(manager(), { call })
  const chosen = reminders.map(({ id, mark }) => ({ id, mark }))
  return { reminders, chosen }
}
const mailsAbout = (solution: string) => admin<{ recipient: string; locale: string; subject: string; text: string; sender_id: string }[]>`select recipient, locale, subject, text, sender_id from mail where kind = 'programmeReminder' and subject like ${`%${solution}%`} order by recipient`
const reminded = (id: string) => admin<{ people: number; sent_by: string }[]>`select people, sent_by from programme_reminder where programme_id = ${id}`

describe('a reminder', () => {
  it('is, word for word, the mail that was read, to the people who were counted', async () => {
    const { id, call } = await laureate('Mot pour mot')
    const { reminders: [read], chosen } = await previewed(call)
    expect(read?.things.map((thing) => (thing.kind === 'check-in' ? thing.month : thing.kind))).toEqual(['contact', 1, 2, 3, 'milestone', 4])
    expect(read?.things.map(({ day }) => day)).toEqual(read?.things.map(({ day }) => day).toSorted())
    expect(read?.mails).toEqual([{ locale: 'fr', people: 1, subject: expect.stringContaining('Mot pour mot'), text: expect.stringContaining('Point du mois 1, attendu le ') }])
    expect(await remindLaureates(manager(), { key: crypto.randomUUID(), chosen })).toEqual({ told: 1 })
    expect(await mailsAbout('Mot pour mot')).toEqual([{ recipient: world.people.laureate.email, locale: 'fr', subject: read?.mails[0]?.subject, text: read?.mails[0]?.text, sender_id: world.people.manager.id }])
    expect(await reminded(id)).toEqual([{ people: 1, sent_by: world.people.manager.id }])
    const [entry] = await admin<{ detail: object }[]>`select detail from audit_entry where deed = 'programme.remind' order by id desc limit 1`
    expect(entry?.detail).toMatchObject({ programmes: [id], people: 1 })
  })

  it('goes out once, however often and however fast it is sent', async () => {
    const { id, call } = await laureate('Une seule fois')
    const { chosen } = await previewed(call)
    const key = crypto.randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => remindLaureates(manager(), { key, chosen })))
    expect(answers).toEqual([{ told: 1 }, { told: 1 }, { told: 1 }])
    expect(await mailsAbout('Une seule fois')).toHaveLength(1)
    expect(await reminded(id)).toHaveLength(1)
    const other = await laureate('Une autre')
    await expect(remindLaureates(manager(), { key, chosen: (await previewed(other.call)).chosen })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    expect(await mailsAbout('Une autre')).toEqual([])
  })

  it('is not sent once it would say something else, or reach somebody else', async () => {
    const [first, second] = [await laureate('Change'), await laureate('Reste')]
    const chosen = [...(await previewed(first.call)).chosen, ...(await previewed(second.call)).chosen]
    const send = () => remindLaureates(manager(), { key: crypto.randomUUID(), chosen })
    await admin`update milestone set due_on = due_on - 1 where programme_id = ${first.id} and done_at is null and month = 3`
    await expect(send()).rejects.toMatchObject({ code: 'conflict', reason: 'reminder-changed' })
    await admin`update milestone set due_on = due_on + 1 where programme_id = ${first.id} and done_at is null and month = 3`
    await admin`update person set locale = 'en' where id = ${world.people.laureate.id}`
    await expect(send()).rejects.toMatchObject({ code: 'conflict', reason: 'reminder-changed' })
    await admin`update person set locale = 'fr' where id = ${world.people.laureate.id}`
    expect([...(await mailsAbout('Change')), ...(await mailsAbout('Reste'))]).toEqual([])
    expect(await send()).toEqual({ told: 2 })
  })

  it('is said on the board and beside the next one, for the day', async () => {
    const { call } = await laureate('Relancée')
    await remindLaureates(manager(), { key: crypto.randomUUID(), chosen: (await previewed(call)).chosen })
    expect((await previewReminders(linked(), { call })).reminders[0]?.remindedToday).toEqual(expect.any(Date))
    const [shown] = (await showProgrammeBoard(linked(), { call })).laureates
    expect(Date.now() - Date.parse(shown?.remindedAt ?? '')).toBeLessThan(60_000)
  })

  it('reaches nobody for whom nothing waits', async () => {
    const { id, call } = await laureate('Tranquille')
    const { chosen } = await previewed(call)
    await admin`update programme set stopped_at = now(), stop_reason = 'Fin' where id = ${id}`
    expect(await previewReminders(manager(), { call })).toMatchObject({ reminders: [], idle: 1 })
    await expect(remindLaureates(manager(), { key: crypto.randomUUID(), chosen })).rejects.toMatchObject({ code: 'conflict', reason: 'reminder-changed' })
    expect(await mailsAbout('Tranquille')).toEqual([])
  })

  it('is never of a laureate with whom the manager has a link, nor counted', async () => {
    const { id, call, callId } = await laureate('Derrière le mur')
    const { chosen } = await previewed(call)
    await admin`insert into conflict ${admin({ call_id: callId, application_id: id, person_id: linked().personId, origin: 'declared', reason: 'other', made_by: linked().personId })}`
    expect(await previewReminders(linked(), { call })).toMatchObject({ reminders: [], idle: 0, shown: 0 })
    const own = await previewed((await laureate('Devant le mur')).call)
    await expect(remindLaureates(linked(), { key: crypto.randomUUID(), chosen: [...own.chosen, ...chosen] })).rejects.toMatchObject({ code: 'not-found' })
    expect([...(await mailsAbout('Derrière le mur')), ...(await mailsAbout('Devant le mur'))]).toEqual([])
    await remindLaureates(manager(), { key: crypto.randomUUID(), chosen })
    expect((await showProgrammeBoard(linked(), {})).laureates.some((each) => each.id === id)).toBe(false)
  })

  it('is kept as it was', async () => {
    const { id, call } = await laureate('Gardée')
    await remindLaureates(manager(), { key: crypto.randomUUID(), chosen: (await previewed(call)).chosen })
    await expect(admin`update programme_reminder set people = 9 where programme_id = ${id}`).rejects.toThrow(/are never changed/)
  })
})
