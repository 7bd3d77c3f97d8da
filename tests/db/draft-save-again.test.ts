import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { moveClosing, newCall, newDraft, type TestCall } from '#tests/db/filing.ts'
import { type Paper, savingAgain, type Sent, seatWriter, type Writer } from '#tests/db/save-again.ts'

/** The second save goes by what the law was told at the first, in one trip: whatever changed in between, it is judged on what is true now. */
let world: World
let call: TestCall
let draft: Paper
let writer: Writer
const key = () => crypto.randomUUID()
/** The law's own refusal: the guard's has the reason `draft_closed`. */
const closed = { code: 'closed', reason: 'draft.save' }
const save = (fields: Record<string, unknown> = { team: key() }, { spent, ...more }: Sent = {}) =>
  saveDraft({ personId: null, session: writer.session, ...(spent !== undefined && { arrived: performance.now() - spent }) }, { draftId: draft.id, version: draft.version, key: key(), fields, ...more })
const { kept, keep, answerAfter, expectOneQuestion, expectEndWithSession, expectAnswersAsBefore } = savingAgain('application_draft', { paper: () => draft, writer: () => writer, save })
const permit = (seconds: number) => admin`insert into late_permit ${admin({ call_id: call.id, organisation_id: world.organisations['start-up'], person_id: writer.personId, email: 'writer@house.example', until: admin`now() + make_interval(secs => ${seconds})` as never, reason: 'Panne', granted_by: world.people.manager.id })}`

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
  draft = await newDraft(world, call)
  writer = await seatWriter(world.organisations['start-up'], 'owner')
})

describe('a second save', () => {
  it('asks the database once', () => expectOneQuestion('open_draft'))
  it('is refused once the session is over, ended or of somebody disabled', () => expectEndWithSession())

  it('is refused once the seat is a reader’s or has ended', async () => {
    expect(await answerAfter(() => admin`update membership set role = 'reader' where person_id = ${writer.personId}`)).toMatchObject({ code: 'not-found' })
    await admin`update membership set role = 'member' where person_id = ${writer.personId}`
    expect(await answerAfter(() => admin`update membership set ended_at = now() where person_id = ${writer.personId}`)).toMatchObject({ code: 'not-found' })
  })

  it('is refused once the deadline is moved before it, and accepted once it is moved back', async () => {
    expect(await answerAfter(() => moveClosing(call, -5))).toMatchObject(closed)
    await moveClosing(call, 60)
    expect((await save()).version).toBe(draft.version + 1)
  })

  it('is refused once the opening is put off', async () => {
    expect(await answerAfter(() => admin`update call set opens_at = now() + interval '1 hour' where id = ${call.id}`)).toMatchObject(closed)
  })

  it('is refused once time alone has closed the call, to the second of its arrival', async () => {
    await moveClosing(call, -5)
    await keep(undefined, { spent: 60_000 })
    await expect(save()).rejects.toMatchObject(closed)
    await keep(undefined, { spent: 30_000 })
    await expect(save(undefined, { spent: 2_000 })).rejects.toMatchObject(closed)
    await admin`update call set opens_at = now() - interval '5 seconds', closes_at = now() + interval '1 hour' where id = ${call.id}`
    await keep()
    await expect(save(undefined, { spent: 60_000 })).rejects.toMatchObject(closed)
    expect(await kept()).toBe(draft.version)
  })

  it('is refused once what the call leaves open is over', async () => {
    await submitApplication({ personId: writer.personId }, { draftId: draft.id, version: draft.version, key: key() })
    await moveClosing(call, -60)
    await admin`update call set stays_open = '{team}', stays_open_until = now() - interval '10 seconds' where id = ${call.id}`
    await keep(undefined, { spent: 20_000 })
    await expect(save()).rejects.toMatchObject(closed)
    await admin`update call set stays_open_until = now() + interval '1 hour' where id = ${call.id}`
    expect(await answerAfter(() => admin`update call set stays_open = '{pitch}' where id = ${call.id}`)).toMatchObject(closed)
  })

  it('is refused once a late permit is over, by time or revoked', async () => {
    await moveClosing(call, -60)
    await permit(-10)
    await keep(undefined, { spent: 20_000 })
    await expect(save()).rejects.toMatchObject(closed)
    await permit(600)
    expect(await answerAfter(() => admin`update late_permit set revoked_at = now() where person_id = ${writer.personId}`)).toMatchObject(closed)
  })

  it('is refused once a correction is over, by time or done, and for fields it does not name', async () => {
    await submitApplication({ personId: writer.personId }, { draftId: draft.id, version: draft.version, key: key() })
    await moveClosing(call, -60)
    const ask = (seconds: number) => admin`insert into correction ${admin({ application_id: draft.id, fields: ['team'], request: 'Précisez.', until: admin`now() + make_interval(secs => ${seconds})` as never, asked_by: world.people.manager.id })}`
    await ask(-10)
    await keep(undefined, { spent: 20_000 })
    await expect(save()).rejects.toMatchObject(closed)
    await ask(600)
    await keep()
    await expect(save({ pitch: 'Autre' })).rejects.toMatchObject(closed)
    expect(await answerAfter(() => admin`update correction set done_at = now() where application_id = ${draft.id}`)).toMatchObject(closed)
  })

  it('is judged on the questions of the form published in between', async () => {
    const [question] = await admin<{ questions: { id: string }[] }[]>`select questions from form_version where call_id = ${call.id}`
    const added = { ...question?.questions[0], id: key() }
    await keep({ [`answers.${call.textQuestion}`]: 'Ainsi' })
    await expect(save({ [`answers.${added.id}`]: 'Nouvelle' })).rejects.toMatchObject({ code: 'invalid' })
    await admin`insert into form_version ${admin({ call_id: call.id, version: 4, questions: admin.json([added]) as never })}`
    await expect(save({ [`answers.${call.textQuestion}`]: 'Ancienne' })).rejects.toMatchObject({ code: 'invalid' })
    await keep({ [`answers.${added.id}`]: 'Nouvelle' })
    expect(await kept()).toBe(draft.version)
  })

  it('is answered as the first time under the same key, and told what differs on an old version', () => expectAnswersAsBefore('pitch', { team: 'Autre' }, 'draft-changed'))

  it('is written by the database itself for an owner or a member, whatever the law is said to have been told', async () => {
    const app = asRole('portal_app')
    const written = async (role: string) => {
      await admin`update membership set role = ${role} where person_id = ${writer.personId}`
      const [opened] = await app`select portal.open_draft(null, ${writer.session}, 0, ${draft.id}) as answer`
      const [saved] = await app`select portal.save_draft(null, ${writer.session}, 0, null, ${opened?.answer.facts as string}, ${draft.id}, ${(await kept()) ?? 0}, ${key()}, 'x', '{team}', '{"team":"x"}', '{}') as answer`
      return saved?.answer?.outcome
    }
    expect([await written('reader'), await written('member'), await written('owner')]).toEqual([undefined, 'saved', 'saved'])
    await app.end()
  })

  it('lends what it remembers to nobody else', async () => {
    await keep()
    await expect(saveDraft({ personId: null, session: hashOfToken('another') }, { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'x' } })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(saveDraft({ personId: world.people.rival.id }, { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'x' } })).rejects.toMatchObject({ code: 'not-found' })
    await expect(saveDraft({ personId: null }, { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'x' } })).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
