import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { listApplications } from '#lib/server/application/list-applications.ts'
import { grantLatePermit, revokeLatePermit } from '#lib/server/deadline/grant-late-permit.ts'
import { moveDeadline } from '#lib/server/deadline/move-deadline.ts'
import { showDeadline } from '#lib/server/deadline/show-deadline.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { moveClosing, newCall, newDraft, parisClockIn, type TestCall } from '#tests/db/filing.ts'

/** A deadline moves for all, in the open; a permit opens one file to one account, and nothing to anybody else. */
let world: World
let call: TestCall
type Who = 'founder' | 'rival' | 'manager'
const key = () => crypto.randomUUID()
const as = (who: Who) => ({ personId: world.people[who].id })
const version = async () => (await admin<{ version: number }[]>`select version from call where id = ${call.id}`)[0]?.version ?? 0
const move = async (to: string, more: { reason?: string; version?: number; who?: Who } = {}) => moveDeadline(as(more.who ?? 'manager'), { slug: call.slug, version: more.version ?? (await version()), to, reason: more.reason ?? 'Jour férié' })
const grant = (more: { email?: string; until?: string; home?: 'start-up' | 'other start-up'; who?: Who } = {}) =>
  grantLatePermit(as(more.who ?? 'manager'), { slug: call.slug, organisationId: world.organisations[more.home ?? 'start-up'], email: more.email ?? world.people.founder.email, until: more.until ?? parisClockIn(2), reason: 'Panne de leur fournisseur' })
const invalid = (path: string, code: string) => ({ code: 'invalid', faults: [{ path, code }] })

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
})

describe('a deadline', () => {
  it('is moved with a reason everybody reads, told to all who write for the call, and then holds', async () => {
    const draft = await newDraft(world, call)
    await newDraft(world, call, {}, 'other start-up')
    await moveClosing(call, -60)
    await admin`delete from mail where kind = 'deadline'`
    expect(await move(parisClockIn(5))).toEqual({ told: 2 })
    const [row] = await admin`select closes_at, closes_on::text from call where id = ${call.id}`
    expect(row?.closes_on).toBe(parisClockIn(5).slice(0, 10))
    expect([...(await admin`select to_at, reason from deadline_change where call_id = ${call.id}`)]).toEqual([{ to_at: row?.closes_at, reason: 'Jour férié' }])
    const mails = await admin<{ recipient: string; text: string }[]>`select recipient, text from mail where kind = 'deadline' order by recipient`
    expect(mails.map(({ recipient }) => recipient)).toEqual([world.people.founder.email, world.people.rival.email].sort())
    expect(mails.every(({ text }) => text.includes('Jour férié'))).toBe(true)
    expect((await saveDraft(as('founder'), { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'a' } })).version).toBe(draft.version + 1)
    expect((await showDeadline(as('manager'), { slug: call.slug })).changes).toEqual([expect.objectContaining({ reason: 'Jour férié' })])
  })

  it('never moves into the past, before the opening, past the promised answer or nowhere', async () => {
    await expect(move(parisClockIn(-1))).rejects.toMatchObject(invalid('to', 'past'))
    await expect(move(parisClockIn(400))).rejects.toMatchObject(invalid('to', 'too-far'))
    await expect(move('2027-03-28T02:30')).rejects.toMatchObject(invalid('to', 'does-not-exist'))
    await expect(move(parisClockIn(3), { reason: '  ' })).rejects.toMatchObject(invalid('reason', 'missing'))
    await move(parisClockIn(3))
    await expect(move(parisClockIn(3))).rejects.toMatchObject(invalid('to', 'same'))
    await admin`update call set answer_on = ${parisClockIn(10).slice(0, 10)} where id = ${call.id}`
    await expect(move(parisClockIn(12))).rejects.toMatchObject(invalid('to', 'answer-before-closing'))
    await expect(move(parisClockIn(4), { version: 0 })).rejects.toMatchObject({ code: 'conflict', reason: 'call-changed' })
    await admin`update call set opens_at = now() + interval '20 days', closes_at = now() + interval '30 days', answer_on = '2030-01-01' where id = ${call.id}`
    await expect(move(parisClockIn(10))).rejects.toMatchObject(invalid('to', 'not-after-opening'))
  })

  it('is not for applicants to move, and the record of it is never changed', async () => {
    await expect(move(parisClockIn(3), { who: 'founder' })).rejects.toMatchObject({ code: 'not-found' })
    await move(parisClockIn(3))
    await expect(admin`update deadline_change set reason = 'x' where call_id = ${call.id}`).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a late permit', () => {
  it('opens the file to its account alone, until its end, and its revocation shuts it', async () => {
    const draft = await newDraft(world, call)
    const rivals = await newDraft(world, call, {}, 'other start-up')
    const [colleague] = await admin<{ id: string }[]>`with p as (insert into person (email, name) values (${`${key()}@house.example`}, 'Colleague') returning id)
      insert into membership (organisation_id, person_id, role) select ${world.organisations['start-up']}, id, 'owner' from p returning person_id as id`
    await moveClosing(call, -60)
    const { id } = await grant()
    const save = (personId: string, draftId = draft.id, at = draft.version) => saveDraft({ personId }, { draftId, version: at, key: key(), fields: { team: 'À temps' } })
    await expect(save(colleague?.id ?? '')).rejects.toMatchObject({ code: 'closed' })
    await expect(save(world.people.rival.id, rivals.id, rivals.version)).rejects.toMatchObject({ code: 'closed' })
    await expect(save(world.people.rival.id)).rejects.toMatchObject({ code: 'not-found' })
    const { version: saved } = await save(world.people.founder.id)
    await expect(submitApplication({ personId: colleague?.id ?? '' }, { draftId: draft.id, version: saved, key: key() })).rejects.toMatchObject({ code: 'closed' })
    expect((await submitApplication(as('founder'), { draftId: draft.id, version: saved, key: key() })).kind).toBe('submission')
    await revokeLatePermit(as('manager'), { permitId: id })
    await expect(save(world.people.founder.id, draft.id, saved)).rejects.toMatchObject({ code: 'closed' })
    await expect(revokeLatePermit(as('manager'), { permitId: id })).rejects.toMatchObject({ code: 'conflict', reason: 'settled' })
  })

  it('does not follow its holder into another organisation', async () => {
    await admin`insert into membership (organisation_id, person_id, role) values (${world.organisations['other start-up']}, ${world.people.founder.id}, 'owner')`
    await moveClosing(call, -60)
    await grant()
    await expect(createDraft(as('founder'), { slug: call.slug, organisationId: world.organisations['other start-up'], key: key(), fields: { pitch: 'a' } })).rejects.toMatchObject({ code: 'closed' })
    expect((await createDraft(as('founder'), { slug: call.slug, organisationId: world.organisations['start-up'], key: key(), fields: { pitch: 'a' } })).isNew).toBe(true)
    await admin`delete from membership where organisation_id = ${world.organisations['other start-up']} and person_id = ${world.people.founder.id}`
  })

  it('is over after its last second', async () => {
    const draft = await newDraft(world, call)
    await moveClosing(call, -3_600)
    const { id } = await grant()
    await admin`update late_permit set until = date_trunc('second', now()) - interval '2 seconds' where id = ${id}`
    await expect(saveDraft(as('founder'), { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'a' } })).rejects.toMatchObject({ code: 'closed' })
    expect((await listApplications(as('founder'), {})).files.find((each) => each.id === draft.id)?.state).toBe('missed')
  })

  it('is granted to somebody who sits there, after the deadline, and shown to managers and its holder only', async () => {
    await moveClosing(call, 86_400)
    await expect(grant({ email: 'nobody@house.example' })).rejects.toMatchObject(invalid('email', 'not-a-member'))
    await expect(grant({ email: world.people.rival.email })).rejects.toMatchObject(invalid('email', 'not-a-member'))
    await expect(grant({ until: parisClockIn(-1) })).rejects.toMatchObject(invalid('until', 'past'))
    await expect(grant({ until: parisClockIn(40) })).rejects.toMatchObject(invalid('until', 'too-far'))
    await moveClosing(call, 4 * 86_400)
    await expect(grant({ until: parisClockIn(2) })).rejects.toMatchObject(invalid('until', 'before-closing'))
    await expect(grant({ who: 'founder' })).rejects.toMatchObject({ code: 'not-found' })
    await moveClosing(call, -60)
    await admin`delete from mail where kind = 'latePermit'`
    await grant()
    expect((await admin`select recipient from mail where kind = 'latePermit'`).map(({ recipient }) => recipient)).toEqual([world.people.founder.email])
    const { permits } = await showDeadline(as('manager'), { slug: call.slug })
    expect(permits).toEqual([expect.objectContaining({ email: world.people.founder.email, reason: 'Panne de leur fournisseur', isOpen: true })])
    await expect(showDeadline(as('founder'), { slug: call.slug })).rejects.toMatchObject({ code: 'not-found' })
  })
})
