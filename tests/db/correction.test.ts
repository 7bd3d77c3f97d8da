import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { openApplication } from '#lib/server/application/open-application.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { askCorrection } from '#lib/server/correction/ask-correction.ts'
import { cancelCorrection, finishCorrection } from '#lib/server/correction/settle-correction.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { arrivedAt, moveClosing, newCall, newDraft, newFile, parisClockIn, type TestCall } from '#tests/db/filing.ts'

/** What a manager asks to correct opens those fields and no other, until it is done, called off or over. */
let world: World
let call: TestCall
let draft: { id: string; version: number; fileId: string }
const key = () => crypto.randomUUID()
const as = (who: 'founder' | 'rival' | 'manager') => ({ personId: world.people[who].id })
const save = (version: number, fields: Record<string, unknown>) => saveDraft(as('founder'), { draftId: draft.id, version, key: key(), fields })
const ask = (fields: string[], more: { until?: string; request?: string; who?: 'founder' | 'rival' } = {}) =>
  askCorrection(as(more.who ?? 'manager'), { draftId: draft.id, fields, request: more.request ?? 'Précisez.', until: more.until ?? parisClockIn(3) })
const finish = (correctionId: string, version: number, more: { key?: string; who?: 'founder' | 'rival' } = {}) => finishCorrection(as(more.who ?? 'founder'), { correctionId, version, key: more.key ?? key() })
const contents = async () => (await admin<{ content: string }[]>`select content from receipt where application_id = ${draft.id} order by sequence`).map(({ content }) => JSON.parse(content))
const closed = { code: 'closed' }

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
  draft = await newDraft(world, call)
  await submitApplication(as('founder'), { draftId: draft.id, version: draft.version, key: key() })
  await moveClosing(call, -3_600)
})

describe('a correction', () => {
  it('opens the fields asked for, files of theirs included, and no other', async () => {
    await ask(['team', `answers.${call.textQuestion}`])
    await expect(save(draft.version, { pitch: 'Autre' })).rejects.toMatchObject(closed)
    await expect(save(draft.version, { team: 'Trois', pitch: 'Autre' })).rejects.toMatchObject(closed)
    expect((await save(draft.version, { team: 'Trois', [`answers.${call.textQuestion}`]: 'Autrement' })).version).toBe(draft.version + 1)
    expect(await showApplication(as('founder'), { draftId: draft.id })).toMatchObject({ state: 'to-correct', acts: 'applicant', editable: ['team', `answers.${call.textQuestion}`], changed: ['team', `answers.${call.textQuestion}`] })
  })

  it('is told by mail without a word of it', async () => {
    await admin`delete from mail where kind = 'correction'`
    await ask(['team'], { request: 'Secret à ne pas écrire' })
    const mails = await admin<{ recipient: string; subject: string; text: string }[]>`select recipient, subject, text from mail where kind = 'correction'`
    expect(mails.map(({ recipient }) => recipient)).toEqual([world.people.founder.email])
    expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/Secret|team|équipe du projet/)
    expect(mails[0]?.text).toContain(`/applications/${draft.id}`)
  })

  it('done, deposits those fields and nothing else, under a receipt of its own, once', async () => {
    const { id } = await ask(['team', `answers.${call.fileQuestion}`])
    await ask(['needs'])
    const fileId = await newFile(draft.id, call.fileQuestion)
    await save(draft.version, { team: 'Trois' })
    const { version } = await save(draft.version + 1, { needs: 'Deux terrains' })
    const once = key()
    const answers = await Promise.all(Array.from({ length: 8 }, () => finish(id, version, { key: once })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const [before, after, ...more] = await contents()
    expect(more).toEqual([])
    expect(after).toEqual({
      ...before, sequence: 2, kind: 'correction', submittedAt: answers[0]?.submittedAt, fields: { ...before.fields, team: 'Trois' },
      files: [...before.files, expect.objectContaining({ id: fileId, question: call.fileQuestion })],
    })
    await expect(save(version, { team: 'Quatre' })).rejects.toMatchObject(closed)
    expect((await save(version, { needs: 'Trois terrains' })).version).toBe(version + 1)
    await expect(finish(id, version + 1)).rejects.toMatchObject({ code: 'conflict', reason: 'settled' })
  })

  it('is not done while what was asked has gaps, and those of other fields do not count', async () => {
    await moveClosing(call, 60)
    await save(draft.version, { pitch: ' ' })
    await moveClosing(call, -60)
    const { id } = await ask(['team'])
    const { version } = await save(draft.version + 1, { team: ' ' })
    await expect(finish(id, version)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'team', code: 'missing' }] })
    expect(await contents()).toHaveLength(1)
    await save(version, { team: 'Trois' })
    expect((await finish(id, version + 1)).kind).toBe('correction')
  })

  it('ends to the second, and when it is called off', async () => {
    const { id } = await ask(['team'])
    const until = new Date(Math.floor(Date.now() / 1000) * 1000 - 30_000)
    await admin`update correction set until = ${until} where id = ${id}`
    const at = (milliseconds: number) => arrivedAt(new Date(until.getTime() + milliseconds))
    await expect(saveDraft({ ...as('founder'), arrived: await at(1_040) }, { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'a' } })).rejects.toMatchObject(closed)
    const { version } = await saveDraft({ ...as('founder'), arrived: await at(960) }, { draftId: draft.id, version: draft.version, key: key(), fields: { team: 'a' } })
    await expect(finishCorrection({ ...as('founder'), arrived: await at(1_040) }, { correctionId: id, version, key: key() })).rejects.toMatchObject(closed)
    const second = await ask(['team'])
    await cancelCorrection(as('manager'), { correctionId: second.id })
    await expect(save(version, { team: 'b' })).rejects.toMatchObject(closed)
    await expect(finish(second.id, version)).rejects.toMatchObject({ code: 'conflict', reason: 'settled' })
    await expect(cancelCorrection(as('manager'), { correctionId: second.id })).rejects.toMatchObject({ code: 'conflict', reason: 'settled' })
  })

  it('is asked with fields of the form, in words, until an instant to come that exists once', async () => {
    const invalid = (path: string, code: string) => ({ code: 'invalid', faults: [{ path, code }] })
    await expect(ask([])).rejects.toMatchObject(invalid('fields', 'none-chosen'))
    await expect(ask(['winner'])).rejects.toMatchObject(invalid('fields', 'unfit'))
    await expect(ask(['consent'])).rejects.toMatchObject(invalid('fields', 'unfit'))
    await expect(ask([`answers.${crypto.randomUUID()}`])).rejects.toMatchObject(invalid('fields', 'unfit'))
    await expect(ask(['team'], { request: ' ' })).rejects.toMatchObject(invalid('request', 'missing'))
    await expect(ask(['team'], { request: 'x'.repeat(2_001) })).rejects.toMatchObject(invalid('request', 'over-limit'))
    await expect(ask(['team'], { until: parisClockIn(-1) })).rejects.toMatchObject(invalid('until', 'past'))
    await expect(ask(['team'], { until: parisClockIn(100) })).rejects.toMatchObject(invalid('until', 'too-far'))
    await expect(ask(['team'], { until: '2027-03-28T02:30' })).rejects.toMatchObject(invalid('until', 'does-not-exist'))
    await expect(ask(['team'], { until: '2027-10-31T02:30' })).rejects.toMatchObject(invalid('until', 'exists-twice'))
    await expect(ask(['team'], { until: '' })).rejects.toMatchObject(invalid('until', 'missing'))
  })

  it('is asked by managers, done by owners, and exists for nobody else', async () => {
    const { id } = await ask(['team'])
    await expect(ask(['team'], { who: 'founder' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(['team'], { who: 'rival' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(finish(id, draft.version, { who: 'rival' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(cancelCorrection(as('founder'), { correctionId: id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(finishCorrection(as('manager'), { correctionId: id, version: draft.version, key: key() })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('opening a file', () => {
  it('is written down for its authors once a day and person, with nothing of screening shown to them', async () => {
    for (const who of ['manager', 'manager-2', 'manager'] as const) await openApplication({ personId: world.people[who].id }, { draftId: draft.id })
    const shown = await showApplication(as('founder'), { draftId: draft.id })
    expect(shown.consultations).toEqual([{ organisationName: expect.stringContaining('canary-operator-name'), part: 'application', people: 2, lastAt: expect.any(Date) }])
    expect(JSON.stringify(shown)).not.toMatch(/eligib|motive|tag/i)
  })
})
