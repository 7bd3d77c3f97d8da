import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAsks } from '#lib/server/ask/list-asks.ts'
import { takeOnAsk } from '#lib/server/ask/take-on-ask.ts'
import { listCallCommitments, listOwnCommitments } from '#lib/server/commitment/list-commitments.ts'
import { openProgramme } from '#lib/server/programme/open-programme.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { makeProgramme, type MadeProgramme } from '#tests/factories/programme.ts'

/** A partner reads what a laureate asked of it once the check-in is filed, nothing else of it, and may take it on. */
let world: World
let made: MadeProgramme & { call: { id: string; slug: string } }
type Who = 'scorer' | 'mentor' | 'scorer-2' | 'laureate' | 'manager' | 'rival'
const as = (who: Who) => ({ personId: world.people[who].id })
const promised = { kind: 'site', title: 'Un service ouvert', ownerName: 'Dr A', amount: '2', unit: 'sites', dueOn: '' } as const
const asks = async (who: Who) => (await listAsks(as(who), {})).filter(({ checkInId }) => made.checkIns.includes(checkInId))
const first = () => made.checkIns[0] as string
const take = (who: Who, checkInId = first()) => takeOnAsk(as(who), { checkInId, ...promised })
const ask = (month: number, filed: boolean, organisationId = world.organisations.hospital, words = `Un terrain, mois ${month}`) =>
  admin`update check_in set ${admin({ ask: words, ask_organisation_id: organisationId, mood: 'at-risk', mood_reason: 'SECRET', blockers: 'SECRET', submitted_at: filed ? new Date() : null, submitted_by: world.people.laureate.id })} where id = ${made.checkIns[month - 1] as string}`

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  await admin`delete from mail`
  made = await makeProgramme(admin, { organisationId: world.organisations['laureate start-up'], managerId: world.people.manager.id, laureateId: world.people.laureate.id })
  await ask(1, true)
})

describe('what a partner reads', () => {
  it('is the ask alone, of a check-in that was filed, addressed to its own organisation', async () => {
    await ask(2, false)
    await ask(3, true, world.organisations.foundation)
    await ask(4, true, world.organisations.hospital, '  ')
    const own = await asks('scorer')
    expect(own).toMatchObject([{ checkInId: first(), month: 1, ask: 'Un terrain, mois 1', organisationId: world.organisations.hospital, mayTakeOn: true, taken: null }])
    expect(Object.keys(own[0] ?? {}).sort()).toEqual(['ask', 'askedAt', 'call', 'checkInId', 'laureateName', 'mayTakeOn', 'month', 'organisationId', 'organisationName', 'taken'])
    expect(JSON.stringify(own)).not.toContain('SECRET')
    expect((await asks('mentor')).map(({ month }) => month)).toEqual([1])
    expect((await asks('scorer-2')).map(({ month }) => month)).toEqual([3])
    for (const who of ['laureate', 'manager', 'rival'] as const) expect(await asks(who)).toEqual([])
  })

  it('leaves the check-in and its programme behind the wall', async () => {
    const app = asRole('portal_app')
    const rows = await app.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${world.people.scorer.id}, true)`
      return [...await sql`select id from check_in where programme_id = ${made.id}`, ...await sql`select id from programme where id = ${made.id}`]
    })
    await app.end()
    expect(rows).toEqual([])
    await expect(openProgramme(as('scorer'), { programmeId: made.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is gone while a link of interest stands, once the programme was stopped, and for who left', async () => {
    const [link] = await admin<{ id: string }[]>`insert into conflict ${admin({ call_id: made.call.id, application_id: made.id, person_id: world.people.scorer.id, origin: 'declared', reason: 'employment', made_by: world.people.scorer.id })} returning id`
    expect(await asks('scorer')).toEqual([])
    await expect(take('scorer')).rejects.toMatchObject({ code: 'not-found' })
    expect(await asks('mentor')).toHaveLength(1)
    await admin`update conflict set lifted_at = now(), lifted_by = ${world.people.manager.id}, lift_motive = 'Erreur' where id = ${link?.id as string}`
    expect(await asks('scorer')).toHaveLength(1)
    await admin`update membership set ended_at = now() where person_id = ${world.people.mentor.id} and organisation_id = ${world.organisations.hospital}`
    expect(await asks('mentor')).toEqual([])
    await admin`update membership set ended_at = null where person_id = ${world.people.mentor.id} and organisation_id = ${world.organisations.hospital}`
    await admin`update programme set stopped_at = now(), stop_reason = 'Fini' where id = ${made.id}`
    expect(await asks('scorer')).toEqual([])
  })
})

describe('taking it on', () => {
  it('makes one commitment to that laureate, told to it and to the managers without a word of it', async () => {
    const results = await Promise.allSettled([take('scorer'), take('mentor')])
    const done = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(done).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict', reason: 'ask-taken' } })
    const commitmentId = done[0]?.commitmentId
    expect((await asks('scorer'))[0]?.taken).toEqual({ id: commitmentId, title: 'Un service ouvert' })
    expect((await listOwnCommitments(as('scorer'), {})).commitments.find(({ id }) => id === commitmentId)).toMatchObject({ amount: 2, unit: 'sites', state: 'promised', mayReport: true })
    expect((await listCallCommitments(as('manager'), { slug: made.call.slug })).commitments).toMatchObject([{ id: commitmentId, programmeId: made.id, organisationId: world.organisations.hospital }])
    expect((await openProgramme(as('laureate'), { programmeId: made.id })).commitments).toMatchObject([{ title: 'Un service ouvert' }])
    const mails = await admin<{ personId: string; text: string }[]>`select person_id as "personId", text from mail where kind = 'askTaken'`
    expect(mails.map(({ personId }) => personId)).toEqual(expect.arrayContaining([world.people.laureate.id, world.people.manager.id, world.people['manager-2'].id]))
    for (const { text } of mails) for (const hidden of ['Un terrain', 'Un service ouvert', 'Dr A', 'SECRET']) expect(text).not.toContain(hidden)
  })

  it('is for those who write in that organisation, of an ask that was filed', async () => {
    await ask(2, false)
    for (const [who, checkIn] of [['scorer-2', 0], ['laureate', 0], ['manager', 0], ['scorer', 1]] as const) await expect(take(who, made.checkIns[checkIn])).rejects.toMatchObject({ code: 'not-found' })
    await admin`update membership set role = 'reader' where person_id = ${world.people.mentor.id} and organisation_id = ${world.organisations.hospital}`
    expect((await asks('mentor'))[0]?.mayTakeOn).toBe(false)
    await expect(take('mentor')).rejects.toMatchObject({ code: expect.stringMatching(/^(forbidden|not-found)$/) })
    await admin`update membership set role = 'member' where person_id = ${world.people.mentor.id} and organisation_id = ${world.organisations.hospital}`
  })

  it.each([
    ['without an ask', { check_in_id: null }], ['of another’s ask', { check_in_id: 'theirs' }], ['of an ask not filed', { check_in_id: 'begun' }], ['to all laureates', { programme_id: null, laureate_name: null }], ['under another name', { laureate_name: 'Quelqu’un' }],
    ['as if it were kept', { state: 'kept' }], ['as somebody else', { recorded_by: 'laureate' }],
  ] as const)('is refused by the database %s', async (_what, changed) => {
    await ask(2, false)
    await ask(3, true, world.organisations.foundation)
    const [names] = await admin<{ laureate: string; partner: string }[]>`select p.organisation_name as laureate, o.name as partner from programme p, organisation o where p.id = ${made.id} and o.id = ${world.organisations.hospital}`
    const words = { begun: made.checkIns[1], theirs: made.checkIns[2], laureate: world.people.laureate.id } as Record<string, string>
    const row = { call_id: made.call.id, programme_id: made.id, organisation_id: world.organisations.hospital, organisation_name: names?.partner, laureate_name: names?.laureate, kind: 'site', title: 'x', amount: 1, unit: 'x', state: 'promised', recorded_by: world.people.scorer.id, check_in_id: first() }
    const app = asRole('portal_app')
    const insert = (values: object) => app.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${world.people.scorer.id}, true)`
      await sql`insert into commitment ${sql(values as never)}`
    })
    await expect(insert({ ...row, ...Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, words[value ?? ''] ?? value])) })).rejects.toMatchObject({ code: '42501' })
    await insert(row)
    await app.end()
  })
})
