import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { addMentor, makeProgramme, type MadeProgramme } from '#tests/factories/programme.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { answerCheckIn } from '#lib/server/check-in/answer-check-in.ts'
import { openCheckIn } from '#lib/server/check-in/open-check-in.ts'
import { saveCheckIn } from '#lib/server/check-in/save-check-in.ts'
import { skipCheckIn, takeUpCheckIn } from '#lib/server/check-in/skip-check-in.ts'
import { submitCheckIn } from '#lib/server/check-in/submit-check-in.ts'
import { acceptMilestone } from '#lib/server/milestone/accept-milestone.ts'
import { finishMilestone } from '#lib/server/milestone/finish-milestone.ts'

/** A check-in is a laureate's own paper until it is submitted: kept whole, never overwritten, and then never changed. */
let world: World
let made: MadeProgramme & { call: { id: string } }
/** Of month 3, past due, in which a metric is measured; of month 4; of month 7, which is not open. */
let [third, fourth, seventh] = ['', '', '']
type Who = 'laureate' | 'mentor' | 'manager' | 'rival' | 'scorer'
const as = (who: Who) => ({ personId: world.people[who].id })
const key = () => crypto.randomUUID()
const save = (version: number, fields: Record<string, unknown>, more: { key?: string; who?: Who; id?: string } = {}) => saveCheckIn(as(more.who ?? 'laureate'), { checkInId: more.id ?? third, version, key: more.key ?? key(), fields })
const open = (who: Who = 'laureate', id = third) => openCheckIn(as(who), { checkInId: id })
const fieldOf = (of: 'progress' | 'figures', id: string, part: string) => `${of}.${id}.${part}`
const state = () => fieldOf('progress', made.milestones.late, 'state')
const submit = (version: number, id = third) => submitCheckIn(as('laureate'), { checkInId: id, version })
const mails = () => admin<{ kind: string; text: string; personId: string }[]>`select kind, text, person_id as "personId" from mail where kind like 'checkIn%' order by id`

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  const { people, organisations } = world
  await admin`delete from mail where kind like 'checkIn%'`
  made = await makeProgramme(admin, { organisationId: organisations['laureate start-up'], managerId: people.manager.id, laureateId: people.laureate.id })
  await admin`insert into call_partner ${admin({ call_id: made.call.id, position: 0, organisation_id: organisations.hospital, role: admin.json({ fr: 'Partenaire' }) as never })}`
  await addMentor(admin, { programmeId: made.id, personId: people.mentor.id, organisationId: organisations.hospital, managerId: people.manager.id })
  third = made.checkIns[2] as string
  fourth = made.checkIns[3] as string
  seventh = made.checkIns[6] as string
})

describe('a save', () => {
  it('keeps parts of entries apart, and says what it kept', async () => {
    const fields = { [state()]: 'begun', [fieldOf('figures', made.metricId, 'value')]: 52.5, mood: 'on-track', blockers: 'Un\r\nmot', askOrganisationId: world.organisations.hospital }
    const saved = await save(0, fields)
    expect(saved).toMatchObject({ version: 1, sha256: createHash('sha256').update(canonicalJson({ ...fields, blockers: 'Un\nmot' })).digest('hex') })
    await save(1, { [fieldOf('progress', made.milestones.late, 'note')]: 'Une note', [fieldOf('figures', made.metricId, 'n')]: 40, mood: null })
    expect((await open()).content).toEqual({
      [state()]: 'begun', [fieldOf('progress', made.milestones.late, 'note')]: 'Une note', [fieldOf('figures', made.metricId, 'value')]: 52.5, [fieldOf('figures', made.metricId, 'n')]: 40, blockers: 'Un\nmot', askOrganisationId: world.organisations.hospital,
    })
  })

  it('on an older version is told what differs, and overwrites nothing', async () => {
    await save(0, { [state()]: 'begun', blockers: 'Un' })
    await save(1, { [state()]: 'nearly' })
    await expect(save(1, { blockers: 'Autre' })).rejects.toMatchObject({ code: 'conflict', reason: 'check-in-changed', current: { version: 2, fields: { [state()]: 'nearly' } } })
    expect((await open()).content.blockers).toBe('Un')
  })

  it('is answered the same under its key, which serves for nothing else', async () => {
    const once = key()
    const first = await save(0, { blockers: 'Un' }, { key: once })
    expect(await save(0, { blockers: 'Un' }, { key: once })).toEqual(first)
    await expect(save(0, { blockers: 'Deux' }, { key: once })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    expect((await open()).version).toBe(1)
  })

  it.each([
    ['a milestone of nobody', () => ({ [fieldOf('progress', crypto.randomUUID(), 'state')]: 'begun' }), 'unrecognized_keys'],
    ['a metric that is not due', () => ({ [fieldOf('figures', crypto.randomUUID(), 'value')]: 5 }), 'unrecognized_keys'],
    ['an ask to somebody outside of the call', () => ({ askOrganisationId: world.organisations.foundation }), 'not-a-partner'],
    ['a number that is none', () => ({ [fieldOf('figures', made.metricId, 'value')]: 'douze' }), 'invalid_type'],
    ['a text no database keeps', () => ({ blockers: 'a\0b' }), 'control-characters'],
    ['a mood nobody has', () => ({ mood: 'splendid' }), 'invalid_value'],
    ['what is no field', () => ({ winner: true }), 'unrecognized_keys'],
  ])('of %s is refused, naming it', async (_, fields, code) => {
    const sent = fields()
    await expect(save(0, sent)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: Object.keys(sent)[0], code }] })
    expect((await open()).version).toBe(0)
  })

  it('is nobody else’s, before it opens nobody’s, and over once the programme is stopped', async () => {
    for (const who of ['mentor', 'manager', 'rival'] as const) await expect(save(0, { blockers: 'Volé' }, { who })).rejects.toMatchObject({ code: 'not-found' })
    await expect(save(0, { blockers: 'Trop tôt' }, { id: seventh })).rejects.toMatchObject({ code: 'closed' })
    await save(0, { blockers: 'À temps' })
    await admin`update programme set stopped_at = now(), stop_reason = 'Fin' where id = ${made.id}`
    await expect(save(1, { blockers: 'Trop tard' })).rejects.toMatchObject({ code: 'closed' })
    expect((await admin`select blockers from check_in where id = ${third}`)[0]?.blockers).toBe('À temps')
  })

  it('kept by a colleague is refused as soon as they have left', async () => {
    const seat = { organisation_id: world.organisations['laureate start-up'], person_id: world.people.scorer.id }
    await admin`insert into membership ${admin({ ...seat, role: 'member' })}`
    expect(await save(0, { blockers: 'Un' }, { who: 'scorer' })).toMatchObject({ version: 1 })
    await admin`update membership set ended_at = now() where organisation_id = ${seat.organisation_id} and person_id = ${seat.person_id}`
    await expect(save(1, { blockers: 'Deux' }, { who: 'scorer' })).rejects.toMatchObject({ code: 'not-found' })
    await admin`delete from membership where organisation_id = ${seat.organisation_id} and person_id = ${seat.person_id}`
  })
})

describe('a submission', () => {
  const whole = () => ({ mood: 'at-risk', moodReason: 'Un retard', [fieldOf('figures', made.metricId, 'value')]: 52.5, [fieldOf('figures', made.metricId, 'n')]: 40 })

  it('names what is missing, and freezes nothing until it is there', async () => {
    await save(0, { mood: 'off-track', ask: 'Un site' })
    await expect(submit(1)).rejects.toMatchObject({ code: 'invalid', reason: 'gaps', faults: [{ path: 'moodReason', code: 'missing' }, { path: 'askOrganisationId', code: 'missing' }] })
    await expect(submit(0)).rejects.toMatchObject({ code: 'conflict', reason: 'check-in-changed' })
    expect((await open()).submittedAt).toBeNull()
  })

  it('says nothing of a milestone accepted before it was sent, whose state is carried over', async () => {
    const { late } = made.milestones
    await save(0, { [state()]: 'begun', mood: 'on-track' })
    await submit(1)
    expect((await open('mentor')).milestones.map(({ id }) => id)).toContain(late)
    await finishMilestone(as('laureate'), { milestoneId: late, evidence: 'Convention signée' })
    const [finished] = await admin<{ version: number }[]>`select version from milestone where id = ${late}`
    await acceptMilestone(as('manager'), { milestoneId: late, version: finished?.version ?? 0 })
    await save(0, { mood: 'on-track' }, { id: fourth })
    await submit(1, fourth)
    expect((await open('mentor', fourth)).milestones).toEqual([])
    expect((await open('mentor')).milestones.map(({ id }) => id)).toContain(late)
  })

  it('is read by mentor and managers from then on, told without content, kept as drafts of measurements, and never changed', async () => {
    await save(0, whole())
    for (const who of ['mentor', 'manager'] as const) await expect(open(who)).rejects.toMatchObject({ code: 'not-found' })
    const first = await submit(1)
    expect(await submit(1)).toEqual(first)
    expect(await admin`select value, n, state, recorded_by as by from measurement where check_in_id = ${third}`).toEqual([{ value: 52.5, n: 40, state: 'draft', by: world.people.laureate.id }])
    for (const who of ['mentor', 'manager'] as const) expect((await open(who)).content).toMatchObject({ moodReason: 'Un retard' })
    const told = await mails()
    expect(told.map(({ personId }) => personId)).toEqual(expect.arrayContaining([world.people.mentor.id, world.people.manager.id, world.people['manager-2'].id]))
    expect(told.map(({ personId }) => personId)).not.toContain(world.people.laureate.id)
    expect(told.some(({ text }) => text.includes('Un retard') || text.includes('52,5'))).toBe(false)
    await expect(save(1, { moodReason: 'Autre' })).rejects.toMatchObject({ code: 'closed' })
    await expect(skipCheckIn(as('laureate'), { checkInId: third, reason: 'Autre' })).rejects.toMatchObject({ code: 'closed' })
    const guarded = admin.begin(async (tx) => {
      await tx`select portal.begin(${world.people.laureate.id}::uuid)`
      await tx`set local role portal_app`
      await tx`update check_in set mood_reason = 'x' where id = ${third}`
    })
    await expect(guarded).rejects.toMatchObject({ code: '23514', constraint_name: 'check_in_submitted_closed' })
  })

  it('carries over how far milestones were, without what was said of them', async () => {
    await save(0, { [state()]: 'nearly', [fieldOf('progress', made.milestones.late, 'note')]: 'Une note', mood: 'on-track' })
    await submit(1)
    expect((await open('laureate', fourth)).content).toEqual({ [state()]: 'nearly' })
    expect((await open('laureate', fourth)).last).toMatchObject({ month: 3, progress: { [made.milestones.late]: { note: 'Une note' } } })
    await save(0, { mood: 'on-track' }, { id: fourth })
    expect((await open('laureate', fourth)).content).toEqual({ [state()]: 'nearly', mood: 'on-track' })
  })

  it('without a word of the milestones still keeps what it began with', async () => {
    await save(0, { [state()]: 'nearly', mood: 'on-track' })
    await submit(1)
    await save(0, { mood: 'on-track' }, { id: fourth })
    await submit(1, fourth)
    expect((await admin`select progress from check_in where id = ${fourth}`)[0]?.progress).toEqual({ [made.milestones.late]: { state: 'nearly', note: null } })
  })
})

describe('skipping, and answering', () => {
  it('is read with its reason, and taken back where it was left', async () => {
    await save(0, { blockers: 'Un' })
    await skipCheckIn(as('laureate'), { checkInId: third, reason: 'Congés' })
    expect((await open('mentor')).skipped).toMatchObject({ reason: 'Congés' })
    await expect(save(1, { blockers: 'Deux' })).rejects.toMatchObject({ code: 'closed' })
    await takeUpCheckIn(as('laureate'), { checkInId: third })
    await expect(open('mentor')).rejects.toMatchObject({ code: 'not-found' })
    expect(await save(1, { blockers: 'Deux' })).toMatchObject({ version: 2 })
  })

  it('an answer stands under it, tells the laureate without its words, and is the followers’ alone', async () => {
    await save(0, { mood: 'on-track' })
    await expect(answerCheckIn(as('mentor'), { checkInId: third, text: 'Trop tôt' })).rejects.toMatchObject({ code: 'not-found' })
    await submit(1)
    await admin`delete from mail where kind like 'checkIn%'`
    await expect(answerCheckIn(as('laureate'), { checkInId: third, text: 'À moi-même' })).rejects.toMatchObject({ code: 'not-found' })
    await answerCheckIn(as('mentor'), { checkInId: third, text: 'Une idée' })
    expect((await open()).answers.map(({ text, organisationName }) => ({ text, organisationName: organisationName !== '' }))).toEqual([{ text: 'Une idée', organisationName: true }])
    const told = await mails()
    expect(Array.from(told)).toMatchObject([{ kind: 'checkInAnswer', personId: world.people.laureate.id }])
    expect(told[0]?.text).not.toContain('Une idée')
    await expect(admin`update check_in_answer set text = 'x'`).rejects.toThrow(/never/)
  })
})
