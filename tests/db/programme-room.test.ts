import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverCommitment, reportCommitment } from '#lib/server/commitment/deliver-commitment.ts'
import { listCallCommitments, listOwnCommitments } from '#lib/server/commitment/list-commitments.ts'
import { changeCommitment, recordCommitment, withdrawCommitment } from '#lib/server/commitment/record-commitment.ts'
import { decide } from '#lib/server/decision/decide.ts'
import { listDecisions } from '#lib/server/decision/list-decisions.ts'
import { cancelRelease, proposeRelease, releaseDecisions } from '#lib/server/decision/release-decisions.ts'
import { addMentor, endMentor } from '#lib/server/mentor/add-mentor.ts'
import type { Caller } from '#lib/server/opening.ts'
import { listProgrammes } from '#lib/server/programme/list-programmes.ts'
import { openProgramme } from '#lib/server/programme/open-programme.ts'
import { saveTemplate } from '#lib/server/programme/save-template.ts'
import { showProgramme } from '#lib/server/programme/show-programme.ts'
import { showTemplate } from '#lib/server/programme/show-template.ts'
import { stopProgramme } from '#lib/server/programme/stop-programme.ts'
import { makeWorld, removeWorld, type Somebody, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

let world: World
const as = (persona: Somebody): Caller => ({ personId: world.people[persona].id })
beforeAll(async () => {
  world = await makeWorld(admin)
})
afterAll(() => removeWorld(admin, world))

describe('the programme of a call', () => {
  const words = (fr: string) => ({ fr, en: `${fr} in English` })
  const slug = () => world.round.call.slug
  const template = { months: '6', followUps: '12', startsOn: '2026-01-31', modules: [{ title: words('Un atelier') }], milestones: [{ title: words('Fin'), month: '6' }, { title: words('Début'), month: '1' }] }

  it('comes from the référentiel, whose sources and proposals stay marked where nobody changed a word', async () => {
    const { template: first, running } = await showTemplate(as('manager'), { slug: slug() })
    expect({ version: first.version, isSaved: first.isSaved, months: first.months, followUps: first.followUps, running }).toEqual({ version: 0, isSaved: false, months: 9, followUps: [12, 24], running: 0 })
    const [kept, changed] = first.modules
    const rows = [{ was: '1', title: words('Autre mot') }, { was: '0', title: kept?.title ?? words('') }]
    // The référentiel's own follow-up milestone falls after the months, and within the follow-up.
    await saveTemplate(as('manager'), { ...template, slug: slug(), version: 0, months: '9', followUps: '12, 24', modules: rows, milestones: first.milestones.map(({ title, month }, index) => ({ was: String(index), title, month })) })
    const { template: saved } = await showTemplate(as('manager'), { slug: slug() })
    expect(saved.modules).toEqual([{ slug: changed?.slug, title: words('Autre mot'), sourceId: null, isProposal: false, note: null }, kept])
    expect(saved.milestones).toEqual(first.milestones)
    expect(saved.version).toBe(1)
  })

  it('is never saved over what its writer had not seen', async () => {
    await expect(saveTemplate(as('manager-2'), { ...template, slug: slug(), version: 0 })).rejects.toMatchObject({ code: 'conflict', reason: 'template-changed', current: { version: 1 } })
    await saveTemplate(as('manager-2'), { ...template, slug: slug(), version: 1 })
    const answers = await Promise.allSettled([1, 2, 3].map(() => saveTemplate(as('manager'), { ...template, slug: slug(), version: 2 })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('names the row or the field that does not fit', async () => {
    const late = { ...template, slug: slug(), version: 3, milestones: [{ title: words('Trop tard'), month: '13' }] }
    await expect(saveTemplate(as('manager'), late)).rejects.toMatchObject({ faults: [{ path: 'months', code: 'beyond-end' }] })
    await expect(saveTemplate(as('manager'), { ...template, slug: slug(), version: 3, followUps: '6' })).rejects.toMatchObject({ faults: [{ path: 'followUps', code: 'before-end' }] })
    await expect(saveTemplate(as('manager'), { ...template, slug: slug(), version: 3, modules: [{ title: { fr: '' } }] })).rejects.toMatchObject({ faults: [{ path: 'modules.0.title.fr', code: 'missing' }] })
  })

  it('begins with the release, for each laureate and nobody else, on the days it says', async () => {
    const { applicationId, decidedId, id: roundId, releaseId } = world.round
    await cancelRelease(as('manager'), { slug: slug(), releaseId })
    await decide(as('manager'), { slug: slug(), chosen: [{ id: applicationId, version: '' }], outcome: 'laureate', reserveRank: '', motive: '' })
    await admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`insert into claim ${sql({ application_id: applicationId, position: 1, rupture_version_id: sql`(select rupture_version_id from current_rupture order by 1 limit 1)` as never, mechanism: 'm', population: 'p', indicator: 'Contact à 7 jours', unit: '% des sorties', baseline: 41, target: 65, evidence_level: 'observational' })} on conflict do nothing`
    })
    await admin`update round set closed_at = now() where id = ${roundId}`
    await proposeRelease(as('manager'), { slug: slug(), sha256: (await listDecisions(as('manager'), { slug: slug() })).sha256 })
    await releaseDecisions(as('manager-2'), { slug: slug(), releaseId: (await listDecisions(as('manager'), { slug: slug() })).pending?.id ?? '', confirmed: 2 })
    expect((await admin`select id from programme where call_id = ${world.round.call.id}`).map(({ id }) => id)).toEqual([applicationId])
    const begun = await showProgramme(as('rival'), { programmeId: applicationId })
    expect(begun.programme).toMatchObject({ startsOn: '2026-01-31', months: 6, followUps: [12] })
    // The last day of a month stays one: 31 January, 28 February, 31 July.
    expect(begun.milestones.map(({ title, dueOn }) => [title.fr, dueOn])).toEqual([['Début', '2026-02-28'], ['Fin', '2026-07-31']])
    expect(begun.checkIns.map(({ month, opensOn, dueOn }) => [month, opensOn, dueOn])).toEqual([
      [1, '2026-02-18', '2026-02-28'], [2, '2026-03-21', '2026-03-31'], [3, '2026-04-20', '2026-04-30'], [4, '2026-05-21', '2026-05-31'], [5, '2026-06-20', '2026-06-30'], [6, '2026-07-21', '2026-07-31'],
    ])
    expect(begun.metrics).toMatchObject([{ name: 'Contact à 7 jours', measure: 'proportion', ucum: '%', direction: 'higher-is-better', baseline: 41, target: 65, lockedAt: null }])
    await expect(showProgramme(as('founder'), { programmeId: decidedId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await showTemplate(as('manager'), { slug: slug() })).toMatchObject({ running: 1 })
  })

  it('once begun, stays as it was whatever is changed for those to come', async () => {
    const before = await showProgramme(as('rival'), { programmeId: world.round.applicationId })
    await saveTemplate(as('manager'), { ...template, slug: slug(), version: 3, months: '3', followUps: '', milestones: [] })
    const after = await showProgramme(as('rival'), { programmeId: world.round.applicationId })
    expect([after.programme.months, after.milestones, after.checkIns]).toEqual([before.programme.months, before.milestones, before.checkIns])
  })
})

describe('commitments', () => {
  const promise = { kind: 'mentoring', title: 'Dix heures', ownerName: '', amount: '10', unit: 'heures', programmeId: '', dueOn: '2026-02-01' } as const
  const slug = () => world.programme.call.slug
  const record = async (more: object = {}) => (await recordCommitment(as('manager'), { slug: slug(), organisationId: world.organisations.hospital, ...promise, ...more })).commitmentId
  const find = async (id: string) => (await listCallCommitments(as('manager'), { slug: slug() })).commitments.find((each) => each.id === id)
  const give = (who: Somebody, commitmentId: string, amount: string, key: string = crypto.randomUUID()) => deliverCommitment(as(who), { commitmentId, key, amount, deliveredOn: '2026-01-15', note: '' })

  it('are counted against what was given: 6 of 10, then kept, then less where a mistake is taken back', async () => {
    const id = await record()
    await give('mentor', id, '2,5')
    await give('scorer', id, '3,5')
    expect(await find(id)).toMatchObject({ given: 6, amount: 10, state: 'under-way', laureateName: null })
    await give('manager', id, '4')
    expect(await find(id)).toMatchObject({ given: 10, state: 'kept' })
    await give('manager', id, '-1')
    expect(await find(id)).toMatchObject({ given: 9, state: 'under-way' })
  })

  it('count a delivery once however often it is sent, and lose none sent together', async () => {
    const id = await record({ amount: '0,3' })
    const key = crypto.randomUUID()
    await Promise.all([give('scorer', id, '0,1', key), give('scorer', id, '0,1', key), give('mentor', id, '0,2')])
    expect(await find(id)).toMatchObject({ state: 'kept', deliveries: [{ amount: expect.any(Number) }, { amount: expect.any(Number) }] })
    await expect(give('scorer', await record(), '1', key)).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
  })

  it('are told by their partner alone, who changes nothing else of them', async () => {
    const id = await record()
    await expect(reportCommitment(as('scorer'), { commitmentId: id, version: 0, state: 'unmet', note: ' ' })).rejects.toMatchObject({ faults: [{ path: 'note', code: 'missing' }] })
    await reportCommitment(as('scorer'), { commitmentId: id, version: 0, state: 'unmet', note: 'Pas de place.' })
    await expect(reportCommitment(as('mentor'), { commitmentId: id, version: 0, state: 'under-way', note: '' })).rejects.toMatchObject({ code: 'conflict', reason: 'commitment-changed', current: { version: 1 } })
    for (const stranger of ['laureate', 'scorer-2', 'conflicted'] as const) await expect(give(stranger, id, '1')).rejects.toMatchObject({ code: 'not-found' })
    await expect(changeCommitment(as('scorer'), { commitmentId: id, version: 1, ...promise, amount: '1' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(deliverCommitment(as('scorer'), { commitmentId: id, key: crypto.randomUUID(), amount: '1', deliveredOn: '2090-01-01', note: '' })).rejects.toMatchObject({ faults: [{ path: 'deliveredOn', code: 'to-come' }] })
    // The database holds it too, whatever the code says.
    const asScorer = (change: string) => admin.begin(async (sql) => {
      await sql`select portal.begin(${world.people.scorer.id}::uuid)`
      await sql`set local role portal_app`
      await sql.unsafe(`update commitment set ${change} where id = '${id}'`)
    })
    await expect(asScorer('amount = 1')).rejects.toMatchObject({ code: '42501' })
    await expect(asScorer("state = 'withdrawn'")).rejects.toMatchObject({ code: '42501' })
  })

  it('once withdrawn take nothing more, and keep what was given', async () => {
    const id = await record()
    await give('scorer', id, '2')
    await withdrawCommitment(as('manager'), { commitmentId: id, version: 1, reason: 'Le service ferme.' })
    expect(await find(id)).toMatchObject({ state: 'withdrawn', given: 2, note: 'Le service ferme.' })
    await expect(give('scorer', id, '1')).rejects.toMatchObject({ code: 'closed' })
    await expect(changeCommitment(as('manager'), { commitmentId: id, version: 2, ...promise })).rejects.toMatchObject({ code: 'closed' })
  })

  it('go to a laureate of the call, from a partner of the call', async () => {
    await expect(record({ programmeId: world.application.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(record({ organisationId: world.organisations.laboratory })).rejects.toMatchObject({ code: 'not-found' })
    const id = await record({ programmeId: world.programme.id })
    expect((await listOwnCommitments(as('scorer'), {})).commitments.find((each) => each.id === id)).toMatchObject({ laureateName: expect.stringContaining('accompanied'), mayReport: true })
    expect((await listOwnCommitments(as('laureate'), {})).commitments).toEqual([])
  })
})

describe('the programme as its laureate opens it', () => {
  it('counts what was given of each commitment, and how often each check-in was answered', async () => {
    const { id: programmeId, commitmentId } = world.programme
    const [shown, opened] = [await showProgramme(as('laureate'), { programmeId }), await openProgramme(as('laureate'), { programmeId })]
    for (const { commitments } of [shown, opened]) expect(commitments.find(({ id }) => id === commitmentId)).toMatchObject({ amount: 10, given: 6 })
    expect(opened.checkIns.map(({ answers }) => answers)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('mentors', () => {
  const member = () => `${world.people.scorer.id}_${world.organisations.hospital}`
  const add = () => addMentor(as('manager'), { programmeId: world.programme.id, member: member() })
  const mails = () => admin<{ text: string }[]>`select text from mail where kind = 'mentor' and person_id = ${world.people.scorer.id}`

  it('are told that they were named and of which call, and see nothing before they accepted', async () => {
    await add()
    const [mail] = await mails()
    expect(mail?.text).toContain('/fr/mentoring')
    expect(mail?.text).not.toMatch(/canary/)
    await expect(showProgramme(as('scorer'), { programmeId: world.programme.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(add()).rejects.toMatchObject({ code: 'conflict', reason: 'mentor_current' })
    expect(await mails()).toHaveLength(1)
  })

  it('are not named where a link of interest stands', async () => {
    const link = { call_id: world.programme.call.id, application_id: world.programme.id, person_id: world.people.scorer.id, origin: 'declared', reason: 'other' }
    await admin`update mentor set ended_at = now(), ended_by = ${world.people.manager.id}, end_reason = 'x' where person_id = ${world.people.scorer.id}`
    const [{ id }] = await admin<[{ id: string }]>`insert into conflict ${admin(link)} returning id`
    await expect(add()).rejects.toMatchObject({ code: 'conflict', reason: 'mentor_conflicted' })
    await admin`delete from conflict where id = ${id}`
  })

  it('see nothing any more from the moment it is ended', async () => {
    await showProgramme(as('mentor'), { programmeId: world.programme.id })
    await expect(endMentor(as('manager'), { mentorId: world.programme.mentorId, reason: ' ' })).rejects.toMatchObject({ faults: [{ path: 'reason', code: 'missing' }] })
    await endMentor(as('manager'), { mentorId: world.programme.mentorId, reason: 'Départ.' })
    await expect(showProgramme(as('mentor'), { programmeId: world.programme.id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await listProgrammes(as('mentor'), {})).programmes).toEqual([])
    await expect(endMentor(as('manager'), { mentorId: world.programme.mentorId, reason: 'Encore.' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a programme that is stopped', () => {
  it('is stopped once, with a reason, by a manager without a link, and takes nothing more', async () => {
    const { id: programmeId } = world.programme
    const stop = (who: Somebody, reason = 'La société ferme.') => stopProgramme(as(who), { programmeId, reason, confirmed: 'yes' })
    const [{ id }] = await admin<[{ id: string }]>`insert into conflict ${admin({ call_id: world.programme.call.id, application_id: programmeId, person_id: world.people['manager-2'].id, origin: 'pinned', reason: 'other' })} returning id`
    await expect(stop('manager-2')).rejects.toMatchObject({ code: 'not-found' })
    await admin`delete from conflict where id = ${id}`
    await expect(stop('laureate')).rejects.toMatchObject({ code: 'not-found' })
    await stop('manager')
    expect((await showProgramme(as('laureate'), { programmeId })).programme).toMatchObject({ stopReason: 'La société ferme.', stoppedAt: expect.any(Date), version: 1 })
    await expect(stop('manager-2')).rejects.toMatchObject({ code: 'closed' })
    await expect(addMentor(as('manager'), { programmeId, member: `${world.people.scorer.id}_${world.organisations.hospital}` })).rejects.toMatchObject({ code: 'closed' })
  })
})
