import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { arrivedAt, currentRupture, moveClosing, newCall, newDraft, newFile, type TestCall } from '#tests/db/filing.ts'

/** A deposit is whole, once, on time, and never changes afterwards. */
let world: World
let call: TestCall
let draft: { id: string; version: number; fileId: string }
const key = () => crypto.randomUUID()
const as = (who: 'founder' | 'rival' | 'manager') => ({ personId: world.people[who].id })
const submit = (more: { version?: number; key?: string; arrived?: number; who?: 'founder' | 'rival' | 'manager' } = {}) =>
  submitApplication({ ...as(more.who ?? 'founder'), ...(more.arrived !== undefined && { arrived: more.arrived }) }, { draftId: draft.id, version: more.version ?? draft.version, key: more.key ?? key() })
const save = (version: number, fields: Record<string, unknown>, arrived?: number) => saveDraft({ ...as('founder'), ...(arrived !== undefined && { arrived }) }, { draftId: draft.id, version, key: key(), fields })
const withdraw = (arrived?: number) => withdrawApplication({ ...as('founder'), ...(arrived !== undefined && { arrived }) }, { applicationId: draft.id })
const receipts = () => admin<{ sequence: number; kind: string; content: string; sha256: string; draftVersion: number }[]>`
  select sequence, kind, content, sha256, draft_version as "draftVersion" from receipt where application_id = ${draft.id} order by sequence`
const applicationRow = async () => (await admin`select * from application where id = ${draft.id}`)[0]
const mailsSince = (from: Date, kind: string) => admin<{ recipient: string; subject: string; text: string; locale: string }[]>`select recipient, subject, text, locale from mail where created_at >= ${from} and kind = ${kind} order by recipient`
const closed = { code: 'closed' }

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
  draft = await newDraft(world, call)
})

describe('a deposit', () => {
  it('freezes everything by name, and its digest is that of the exact text kept', async () => {
    const answer = await submit()
    const [receipt] = await receipts()
    const { versionId, ...rupture } = await currentRupture()
    const [file] = await admin`select sha256 from file where id = ${draft.fileId}`
    expect(JSON.parse(receipt?.content ?? '')).toEqual({
      number: `${call.slug.toUpperCase()}-0001`, sequence: 1, kind: 'submission', submittedAt: answer.submittedAt, call: call.slug, formVersion: 3,
      organisation: { name: expect.stringContaining('canary-start-up-name'), siren: null },
      fields: {
        solution: 'Relais', pitch: 'Un rappel en deux jours', summary: 'Premier\n\nSecond', challengeId: { id: call.challengeId, slug: 'un-defi', title: { fr: 'Un défi', en: 'A challenge' } },
        primaryClaim: { ruptureVersionId: versionId, rupture, metric: null, mechanism: 'Rappel', population: 'Adultes', indicator: 'Délai', unit: 'jours', baseline: 60.5, target: 30, evidenceLevel: 'observational' },
        secondClaim: null, thirdClaim: null, evidence: 'Une étude', maturity: 'pilot', regulatoryState: 'not-a-device', regulatoryNote: null, team: 'Deux médecins', needs: 'Un terrain', budget: null, inKind: null, links: null, consent: true,
      },
      answers: [{ question: call.textQuestion, label: { fr: 'Comment ?', en: 'How?' }, kind: 'long-text', answer: 'Ainsi.', chosen: [], unit: null }, { question: call.fileQuestion, label: { fr: 'Budget' }, kind: 'file', answer: null, chosen: [], unit: null }],
      files: [{ id: draft.fileId, question: call.fileQuestion, name: 'budget.pdf', mediaType: 'application/pdf', size: 36, sha256: file?.sha256 }],
    })
    expect(answer.sha256).toBe(createHash('sha256').update(receipt?.content ?? '').digest('hex'))
    expect(answer).toMatchObject({ id: draft.id, number: `${call.slug.toUpperCase()}-0001`, sequence: 1, kind: 'submission', files: [{ id: draft.fileId, sha256: file?.sha256 }] })
  })

  it('says that a company is being created only where it is, and goes on saying so', async () => {
    const organisation = async () => (JSON.parse((await receipts()).at(-1)?.content ?? '') as { organisation: object }).organisation
    await submit()
    expect(await organisation()).not.toHaveProperty('beingCreated')
    await admin`update organisation set being_created = true, identity_source = 'declared' where id = ${world.organisations['start-up']}`
    await submit({ key: key() })
    await admin`update organisation set being_created = false, identity_source = null where id = ${world.organisations['start-up']}`
    expect(await organisation()).toMatchObject({ siren: null, beingCreated: true })
  })

  it('writes the application as the receipt has it, its claims pinned and its files', async () => {
    await submit()
    const { versionId } = await currentRupture()
    expect(await applicationRow()).toMatchObject({ solution: 'Relais', challenge_id: call.challengeId, answers: { [call.textQuestion]: 'Ainsi.' }, eligibility: 'pending', sequence: 1, withdrawn_at: null })
    expect([...(await admin`select position, rupture_version_id, mechanism, baseline, target from claim where application_id = ${draft.id}`)]).toEqual([{ position: 1, rupture_version_id: versionId, mechanism: 'Rappel', baseline: 60.5, target: 30 }])
    expect([...(await admin`select file_id from application_file where application_id = ${draft.id}`)]).toEqual([{ file_id: draft.fileId }])
  })

  it('is told by mail to those who write for the file, with no content but the solution’s name', async () => {
    const member = await newColleague('member', 'en')
    await newColleague('reader', 'fr')
    const from = new Date()
    const answer = await submit()
    const mails = await mailsSince(from, 'receipt')
    expect(mails.map(({ recipient, locale }) => [recipient, locale]).sort()).toEqual([[world.people.founder.email, 'fr'], [member, 'en']].sort())
    for (const { subject, text } of mails) {
      expect(subject).toContain(answer.number)
      expect(subject).not.toContain('Relais')
      for (const said of [answer.number, answer.sha256, 'Relais', draft.id]) expect(text).toContain(said)
      for (const kept of ['Un rappel', 'Deux médecins', 'Ainsi']) expect(text).not.toContain(kept)
    }
    const french = mails.find(({ locale }) => locale === 'fr')?.text
    expect(french).toMatch(/reçu le \p{L}+ \d{1,2}(er)? \p{L}+ \d{4} à \d{1,2}\u00A0h\u00A0\d{2}\u00A0min\u00A0\d{2}\u00A0s, heure de Paris/u)
    expect(french).toContain('au plus tard le 15 janvier 2030')
  })

  it('names every gap and changes nothing', async () => {
    draft = { ...draft, ...(await saved({ pitch: 'x'.repeat(201), team: ' ', consent: false, primaryClaim: { mechanism: 'Rappel', baseline: 1 }, [`answers.${call.textQuestion}`]: null })) }
    await admin`update file set removed_at = now() where draft_id = ${draft.id}`
    await expect(submit()).rejects.toMatchObject({ code: 'invalid', reason: 'gaps', faults: expect.arrayContaining([
      { path: 'pitch', code: 'over-limit' }, { path: 'team', code: 'missing' }, { path: 'consent', code: 'missing' }, { path: 'primaryClaim.target', code: 'missing' },
      { path: `answers.${call.textQuestion}`, code: 'missing' }, { path: `answers.${call.fileQuestion}`, code: 'missing' },
    ]) })
    expect(await applicationRow()).toBeUndefined()
    expect(await receipts()).toHaveLength(0)
  })

  it('is refused a challenge of another call, a rupture that is none, and an infected file; a file being looked at blocks nothing', async () => {
    const other = await newCall()
    await admin`update application_draft set challenge_id = ${other.challengeId}, second_claim = primary_claim || ${admin.json({ ruptureVersionId: crypto.randomUUID() }) as never} where id = ${draft.id}`
    await newFile(draft.id, null, 'infected')
    await newFile(draft.id, call.fileQuestion, 'pending')
    await expect(submit()).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'challengeId', code: 'not-of-this-call' }, { path: 'secondClaim.ruptureVersionId', code: 'unknown-rupture' }, { path: 'evidence', code: 'file-infected' }] })
    await admin`update application_draft set challenge_id = ${call.challengeId}, second_claim = null where id = ${draft.id}`
    await admin`update file set removed_at = now() where draft_id = ${draft.id} and scan = 'infected'`
    expect((await submit()).files).toHaveLength(2)
  })

  it('is of what its owner saw: another version is refused', async () => {
    await save(draft.version, { team: 'Trois médecins' })
    await expect(submit()).rejects.toMatchObject({ code: 'conflict', reason: 'draft-changed', current: { version: draft.version + 1 } })
    expect(await receipts()).toHaveLength(0)
  })

  it('happens once, however often and however much at once it is asked under one key', async () => {
    const from = new Date()
    const once = key()
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit({ key: once })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await receipts()).toHaveLength(1)
    expect((await admin`select count(*)::int as n from application where call_id = ${call.id}`)[0]?.n).toBe(1)
    const people = await admin`select count(*)::int as n from membership where organisation_id = ${world.organisations['start-up']} and ended_at is null and role <> 'reader'`
    expect(await mailsSince(from, 'receipt')).toHaveLength(people[0]?.n)
    await expect(submit({ key: once, version: draft.version + 1 })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
  })

  it('asked at once under several keys is made one after the other, each with a receipt of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit()))
    expect(answers.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
  })

  it('gives each of a call’s applications a number of its own, those at once included', async () => {
    const other = await newDraft(world, call, {}, 'other start-up')
    const [one, two] = await Promise.all([submit(), submitApplication(as('rival'), { draftId: other.id, version: other.version, key: key() })])
    expect([one.number, two.number].sort()).toEqual([`${call.slug.toUpperCase()}-0001`, `${call.slug.toUpperCase()}-0002`])
  })

  it('stands until deposited anew, under the same number, and the earlier receipt stays', async () => {
    const first = await submit()
    const { version } = await save(draft.version, { pitch: 'Autre' })
    expect((await applicationRow())?.pitch).toBe('Un rappel en deux jours')
    expect((await receipts()).map(({ sha256 }) => sha256)).toEqual([first.sha256])
    await newFile(draft.id, null)
    const second = await submit({ version })
    expect([second.number, second.sequence]).toEqual([first.number, 2])
    expect((await applicationRow())?.pitch).toBe('Autre')
    expect((await receipts()).map(({ sha256 }) => sha256)).toEqual([first.sha256, second.sha256])
    expect([...(await admin`select count(*)::int as n from application_file where application_id = ${draft.id}`)]).toEqual([{ n: 2 }])
  })

  it('does not exist for a rival nor for managers to make', async () => {
    for (const who of ['rival', 'manager'] as const) await expect(submit({ who })).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawApplication(as('rival'), { applicationId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(submitApplication({ personId: null }, { draftId: draft.id, version: draft.version, key: key() })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is for owners: a member writes and does not deposit', async () => {
    const email = await newColleague('member', 'fr')
    const [member] = await admin<{ id: string }[]>`select id from person where email = ${email}`
    await expect(submitApplication({ personId: member?.id ?? '' }, { draftId: draft.id, version: draft.version, key: key() })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('withdrawing', () => {
  const seenByManager = async () => {
    const app = asRole('portal_app')
    const rows = await app.begin(async (tx) => {
      await tx`select portal.begin(${world.people.manager.id}::uuid)`
      return tx`select id from application where id = ${draft.id}`
    })
    await app.end()
    return rows.length
  }

  it('takes the file from the managers, tells its people, and keeps number and draft', async () => {
    const { number } = await submit()
    expect(await seenByManager()).toBe(1)
    const from = new Date()
    await withdraw()
    expect(await seenByManager()).toBe(0)
    expect((await mailsSince(from, 'withdrawal')).every(({ subject }) => subject.includes(number))).toBe(true)
    expect((await mailsSince(from, 'withdrawal')).length).toBeGreaterThan(0)
    const again = await submit()
    expect([again.number, again.sequence]).toEqual([number, 2])
    expect(await seenByManager()).toBe(1)
  })

  it('twice is as once', async () => {
    await submit()
    const first = await withdraw()
    expect(await withdraw()).toEqual(first)
  })

  it('needs something deposited', async () => {
    await expect(withdraw()).rejects.toMatchObject({ code: 'conflict', reason: 'not-deposited' })
  })
})

describe('the deadline', () => {
  const second = 1_000
  const edge = 40

  it('falls to the second for saving, depositing and withdrawing', async () => {
    const closesAt = await moveClosing(call, -60)
    const at = (milliseconds: number) => arrivedAt(new Date(closesAt.getTime() + milliseconds))
    await expect(save(draft.version, { team: 'a' }, await at(second + edge))).rejects.toMatchObject(closed)
    await expect(submit({ arrived: await at(second + edge) })).rejects.toMatchObject(closed)
    const { version } = await save(draft.version, { team: 'À temps' }, await at(second - edge))
    const { submittedAt } = await submit({ version, arrived: await at(second - edge) })
    expect(Math.floor(Date.parse(submittedAt) / second)).toBe(closesAt.getTime() / second)
    await expect(withdraw(await at(second + edge))).rejects.toMatchObject(closed)
    await withdraw(await at(-second))
    await submit({ version, arrived: await at(-second) })
    expect((await applicationRow())?.withdrawn_at).toBeNull()
  })

  it('does not take back what was answered: the same attempt gets the same receipt when it is too late for another', async () => {
    const once = key()
    const first = await submit({ key: once })
    await moveClosing(call, -10)
    expect(await submit({ key: once })).toEqual(first)
    await expect(submit()).rejects.toMatchObject(closed)
    expect(await receipts()).toHaveLength(1)
  })

  it('is kept by the database too, whatever the code says', async () => {
    await submit()
    await moveClosing(call, -10)
    const receipt = { application_id: draft.id, sequence: 9, submitted_at: new Date(), submitted_by: world.people.founder.id, submitter_name: 'x', kind: 'submission', content: '{}', sha256: 'x', files: admin.json([]) as never, draft_version: 1, idempotency_key: key() }
    const tries: ((tx: typeof admin) => Promise<unknown>)[] = [
      (tx) => tx`update application set pitch = 'x', sequence = 9 where id = ${draft.id}`,
      (tx) => tx`update application set withdrawn_at = now() where id = ${draft.id}`,
      (tx) => tx`insert into receipt ${tx(receipt)}`,
      (tx) => tx`delete from claim where application_id = ${draft.id}`,
      (tx) => tx`delete from application_file where application_id = ${draft.id}`,
      (tx) => tx`insert into application_file ${tx({ application_id: draft.id, file_id: draft.fileId })}`,
    ]
    for (const attempt of tries) {
      const tried = admin.begin(async (tx) => {
        await tx`select portal.begin(${world.people.founder.id}::uuid)`
        await tx`set local role portal_app`
        await attempt(tx as never)
      })
      await expect(tried).rejects.toMatchObject({ code: '23514', constraint_name: 'application_closed' })
    }
  })

  it('leaves open what the call leaves open, and deposits nothing else', async () => {
    call = await newCall({ staysOpen: ['team', 'evidence'] })
    draft = await newDraft(world, call)
    const first = await submit()
    // Written in time and never deposited: the deadline passes over it.
    await save(draft.version, { pitch: 'Jamais déposé', needs: ' ' })
    await moveClosing(call, -10)
    await expect(save(draft.version + 1, { pitch: 'Trop tard' })).rejects.toMatchObject(closed)
    const { version } = await save(draft.version + 1, { team: 'Quatre médecins' })
    const proof = await newFile(draft.id, null)
    await newFile(draft.id, call.fileQuestion)
    const second = await submit({ version })
    expect([second.number, second.sequence, second.kind]).toEqual([first.number, 2, 'correction'])
    const [before, after] = (await receipts()).map(({ content }) => JSON.parse(content))
    expect(after).toEqual({ ...before, sequence: 2, kind: 'correction', submittedAt: second.submittedAt, fields: { ...before.fields, team: 'Quatre médecins' }, files: [...before.files, expect.objectContaining({ id: proof, question: null })] })
    expect(await applicationRow()).toMatchObject({ pitch: 'Un rappel en deux jours', needs: 'Un terrain', team: 'Quatre médecins' })
    await save(version, { team: ' ' })
    await expect(submit({ version: version + 1 })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'team', code: 'missing' }] })
    await expect(withdraw()).rejects.toMatchObject(closed)
  })

  it('lets nobody in who had not deposited', async () => {
    call = await newCall({ staysOpen: ['team'] })
    draft = await newDraft(world, call)
    await moveClosing(call, -10)
    await expect(submit()).rejects.toMatchObject(closed)
  })
})

async function newColleague(role: 'member' | 'reader', locale: 'fr' | 'en'): Promise<string> {
  const email = `${crypto.randomUUID()}@house.example`
  await admin`with p as (insert into person (email, name, locale) values (${email}, 'Colleague', ${locale}) returning id)
    insert into membership (organisation_id, person_id, role) select ${world.organisations['start-up']}, id, ${role} from p`
  return email
}

async function saved(fields: Record<string, unknown>): Promise<{ version: number }> {
  const { version } = await save(draft.version, fields)
  return { version }
}
