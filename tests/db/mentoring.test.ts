import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { addMeasurement, addMentor, makeProgramme, type MadeProgramme } from '#tests/factories/programme.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import { endMentor } from '#lib/server/mentor/add-mentor.ts'
import { acceptMentorship, declineMentorship, listMentorships } from '#lib/server/mentor/answer-mentorship.ts'
import { cancelSession, chooseTime, keepOwnNote, noteSession } from '#lib/server/mentoring-session/choose-time.ts'
import { proposeOtherTimes, proposeSession } from '#lib/server/mentoring-session/propose-session.ts'
import { sessionCalendar, showInvitation } from '#lib/server/mentoring-session/session-invitation.ts'
import { acceptMilestone, moveMilestone, returnMilestone } from '#lib/server/milestone/accept-milestone.ts'
import { finishMilestone, takeBackMilestone } from '#lib/server/milestone/finish-milestone.ts'
import { openProgramme } from '#lib/server/programme/open-programme.ts'

/** Who accompanies a laureate sees it once they said they hold no link; sessions need both sides, milestones a second look. */
let world: World
let made: MadeProgramme & { call: { id: string } }
type Who = 'laureate' | 'mentor' | 'manager' | 'manager-2' | 'scorer'
const as = (who: Who) => ({ personId: world.people[who].id })
const show = (who: Who) => openProgramme(as(who), { programmeId: made.id })
const inHours = (hours: number) => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + hours * 3_600_000)
const named = (state: 'named' | 'accepted' = 'accepted') => addMentor(admin, { programmeId: made.id, personId: world.people.mentor.id, organisationId: world.organisations.hospital, managerId: world.people.manager.id, state })
const asked = { noLink: 'yes', confidential: 'yes' } as const

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  const { people, organisations } = world
  await admin`delete from mail where kind not in ('signIn')`
  made = await makeProgramme(admin, { organisationId: organisations['laureate start-up'], managerId: people.manager.id, laureateId: people.laureate.id })
})

describe('a mentor', () => {
  it('sees a name alone until they accept, and is seen to have opened it', async () => {
    const mentorId = await named('named')
    const { asked: waiting } = await listMentorships(as('mentor'), {})
    expect(Object.keys(waiting.find((each) => each.mentorId === mentorId) ?? {}).sort()).toEqual(['acceptedAt', 'addedAt', 'mentorId', 'organisationName', 'programmeId', 'solution'])
    await expect(show('mentor')).rejects.toMatchObject({ code: 'not-found' })
    await expect(acceptMentorship(as('scorer'), { mentorId, ...asked })).rejects.toMatchObject({ code: 'not-found' })
    await acceptMentorship(as('mentor'), { mentorId, ...asked })
    expect((await show('mentor')).side).toBe('mentor')
    expect((await show('laureate')).consultations.map(({ part, people }) => ({ part, people }))).toEqual([{ part: 'programme', people: 1 }])
    await expect(acceptMentorship(as('mentor'), { mentorId, ...asked })).rejects.toMatchObject({ code: 'closed' })
  })

  it('who declares a link is walled off, before or after accepting, and managers are told that, not why', async () => {
    const mentorId = await named()
    await show('mentor')
    await declineMentorship(as('mentor'), { mentorId, reason: 'investment', note: 'Des parts' })
    await expect(show('mentor')).rejects.toMatchObject({ code: 'not-found' })
    expect((await listMentorships(as('mentor'), {})).mentored.some((each) => each.mentorId === mentorId)).toBe(false)
    expect(await admin`select reason, note from conflict where application_id = ${made.id}`).toEqual([{ reason: 'investment', note: 'Des parts' }])
    const told = await admin<{ text: string; personId: string }[]>`select text, person_id as "personId" from mail where kind = 'mentorDeclined'`
    expect(told.map(({ personId }) => personId)).toEqual(expect.arrayContaining([world.people.manager.id, world.people['manager-2'].id]))
    expect(told.some(({ text }) => text.includes('Des parts'))).toBe(false)
    await expect(named('named')).rejects.toMatchObject({ constraint_name: 'mentor_conflicted' })
  })

  it('without the time declines without a link', async () => {
    const mentorId = await named('named')
    await declineMentorship(as('mentor'), { mentorId, reason: 'no-time', note: null })
    expect(await admin`select 1 from conflict where application_id = ${made.id}`).toHaveLength(0)
    await expect(declineMentorship(as('mentor'), { mentorId, reason: 'no-time', note: null })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('mails about a mentor', () => {
  const secret = 'Un motif qui reste entre gestionnaires'
  /** Who was told what; none of it names the mentor, a reason, or anything of the programme but its name. */
  const told = async () => {
    const mails = await admin<{ kind: string; personId: string; text: string; subject: string }[]>`select kind, person_id as "personId", text, subject from mail where kind in ('mentorAccepted', 'mentorEnded', 'mentorLeft') order by kind, person_id`
    for (const { text, subject } of mails) for (const hidden of [secret, 'investment', 'Des parts', world.people.mentor.email]) expect(text + subject).not.toContain(hidden)
    expect(mails.filter(({ kind }) => kind === 'mentorEnded').some(({ text, subject }) => (text + subject).includes('Un texte : solution'))).toBe(false)
    return mails.map(({ kind, personId }) => [kind, Object.entries(world.people).find(([, { id }]) => id === personId)?.[0]])
  }
  const end = (mentorId: string) => endMentor(as('manager'), { mentorId, reason: secret })

  it('tell the laureate that one accepted', async () => {
    await acceptMentorship(as('mentor'), { mentorId: await named('named'), ...asked })
    expect(await told()).toEqual([['mentorAccepted', 'laureate']])
  })

  it('tell the mentor and the laureate that it was ended; the mentor sees nothing from then on', async () => {
    await end(await named())
    expect(await told()).toEqual([['mentorEnded', 'mentor'], ['mentorLeft', 'laureate']])
    await expect(show('mentor')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tell the mentor alone when a name nobody answered to is taken back', async () => {
    await end(await named('named'))
    expect(await told()).toEqual([['mentorEnded', 'mentor']])
  })

  it('tell the laureate when a mentor stops by themself, not when one declines', async () => {
    await declineMentorship(as('mentor'), { mentorId: await named('named'), reason: 'no-time', note: null })
    expect(await told()).toEqual([])
    await declineMentorship(as('mentor'), { mentorId: await named(), reason: 'investment', note: 'Des parts' })
    expect(await told()).toEqual([['mentorLeft', 'laureate']])
  })
})

describe('a session', () => {
  const propose = async (who: 'laureate' | 'mentor', hours: number[]) => proposeSession(as(who), { programmeId: made.id, subject: 'Le site', minutes: '60', place: 'Visio', times: hours.map((each) => parisClockText(inHours(each))) })

  it('is agreed by the side that did not propose, and goes into a calendar under one name', async () => {
    await expect(propose('laureate', [24])).rejects.toMatchObject({ code: 'conflict', reason: 'no-mentor' })
    await named()
    const { id: sessionId } = await propose('laureate', [48, 24])
    const time = inHours(24)
    await expect(chooseTime(as('laureate'), { sessionId, time })).rejects.toMatchObject({ code: 'conflict', reason: 'own-time' })
    await expect(chooseTime(as('mentor'), { sessionId, time: inHours(25) })).rejects.toMatchObject({ code: 'conflict', reason: 'not-proposed' })
    await expect(showInvitation(as('mentor'), { sessionId })).rejects.toMatchObject({ code: 'not-found' })
    await chooseTime(as('mentor'), { sessionId, time })
    const first = sessionCalendar(await showInvitation(as('laureate'), { sessionId }), 'fr')
    expect(first).toContain(`UID:mentoring-session-${sessionId}@`)
    expect(first).toContain('SEQUENCE:1')
    expect(first).toContain(`DTSTART:${time.toISOString().replaceAll(/[-:]|\.000/g, '')}`)
    await proposeOtherTimes(as('mentor'), { sessionId, times: [parisClockText(inHours(72))] })
    await expect(chooseTime(as('mentor'), { sessionId, time: inHours(72) })).rejects.toMatchObject({ reason: 'own-time' })
    await chooseTime(as('laureate'), { sessionId, time: inHours(72) })
    await cancelSession(as('laureate'), { sessionId, reason: 'Grève' })
    const last = sessionCalendar(await showInvitation(as('mentor'), { sessionId }), 'en')
    expect(last).toContain('STATUS:CANCELLED')
    expect(last).toContain('SEQUENCE:4')
    await expect(proposeOtherTimes(as('mentor'), { sessionId, times: [parisClockText(inHours(96))] })).rejects.toMatchObject({ code: 'closed' })
    const told = await admin<{ kind: string; text: string; calendar: string | null }[]>`select kind, text, calendar from mail where kind like 'session%'`
    const counts = Object.fromEntries(['Proposed', 'Agreed', 'Reopened', 'Cancelled'].map((each) => [each, told.filter(({ kind }) => kind === `session${each}`).length]))
    expect(counts).toEqual({ Proposed: 2, Agreed: 4, Reopened: 1, Cancelled: 2 })
    expect(told.some(({ text, calendar }) => [text, calendar].some((each) => /Le site|Grève/.test(each ?? '')))).toBe(false)
  })

  it('is asked for by mail in both sides’ agendas, and taken out again, as other programs read it', async () => {
    await named()
    await addMentor(admin, { programmeId: made.id, personId: world.people.scorer.id, organisationId: world.organisations.hospital, managerId: world.people.manager.id })
    const { id: sessionId } = await propose('mentor', [24])
    const event = async (who: 'laureate' | 'mentor') => {
      const [mail] = await admin<{ calendar: string | null }[]>`select calendar from mail where person_id = ${world.people[who].id} and kind like 'session%' order by created_at desc, id desc limit 1`
      if (!mail?.calendar) return null
      const calendar = new ICAL.Component(ICAL.parse(mail.calendar))
      const [component, ...more] = calendar.getAllSubcomponents('vevent')
      const read = new ICAL.Event(component as ICAL.Component)
      expect(more).toEqual([])
      return {
        method: calendar.getFirstPropertyValue('method'), uid: read.uid.split('@')[0], sequence: read.sequence, summary: read.summary, location: read.location, description: read.description, start: read.startDate.toJSDate(), minutes: read.duration.toSeconds() / 60,
        status: component?.getFirstPropertyValue('status'), attendees: read.attendees.map((each) => String(each.getFirstValue()).replace('MAILTO:', 'mailto:')), organizer: component?.getFirstPropertyValue('organizer'),
      }
    }
    const asked = (who: 'laureate' | 'mentor', sequence: number, start: Date, cancelled = false) => ({
      method: cancelled ? 'CANCEL' : 'REQUEST', uid: `mentoring-session-${sessionId}`, sequence, summary: 'Séance de mentorat, Un texte : solution', location: 'Visio', description: null, start, minutes: 60,
      status: cancelled ? 'CANCELLED' : 'CONFIRMED', attendees: [`mailto:${world.people[who].email}`], organizer: expect.stringMatching(/^mailto:/),
    })
    expect(await event('laureate')).toBeNull()
    await chooseTime(as('laureate'), { sessionId, time: inHours(24) })
    for (const who of ['laureate', 'mentor'] as const) expect(await event(who)).toEqual(asked(who, 1, inHours(24)))
    await proposeOtherTimes(as('mentor'), { sessionId, times: [parisClockText(inHours(48))] })
    for (const who of ['laureate', 'mentor'] as const) expect(await event(who)).toEqual(asked(who, 2, inHours(24), true))
    await chooseTime(as('laureate'), { sessionId, time: inHours(48) })
    for (const who of ['laureate', 'mentor'] as const) expect(await event(who)).toEqual(asked(who, 3, inHours(48)))
    await cancelSession(as('mentor'), { sessionId, reason: 'Grève' })
    for (const who of ['laureate', 'mentor'] as const) expect(await event(who)).toEqual(asked(who, 4, inHours(48), true))
    expect(await admin`select 1 from mail where kind like 'session%' and person_id = ${world.people.scorer.id}`).toHaveLength(0)
    expect((await admin<{ sequence: number }[]>`select sequence from mentoring_session where id = ${sessionId}`)[0]?.sequence).toBe(4)
  })

  it('cancelled before a time was agreed is told to the other side alone, without anything for agendas', async () => {
    await named()
    const { id: sessionId } = await propose('mentor', [24])
    await cancelSession(as('mentor'), { sessionId, reason: 'Grève' })
    expect(await admin`select person_id as "personId", calendar from mail where kind = 'sessionCancelled'`).toEqual([{ personId: world.people.laureate.id, calendar: null }])
  })

  it('takes no time that has passed, and none chosen behind the verbs by who proposed it', async () => {
    await named()
    await expect(propose('mentor', [-24])).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'times', code: 'past-time' }] })
    await expect(propose('mentor', [1, 2, 3, 4, 5, 6, 7])).rejects.toMatchObject({ code: 'invalid' })
    const { id } = await propose('mentor', [24])
    const guarded = admin.begin(async (tx) => {
      await tx`select portal.begin(${world.people.mentor.id}::uuid)`
      await tx`set local role portal_app`
      await tx`update mentoring_session set starts_at = proposed_times[1], chosen_by = ${world.people.mentor.id} where id = ${id}`
    })
    await expect(guarded).rejects.toMatchObject({ code: '23514', constraint_name: 'mentoring_session_own_time_conflicted' })
  })

  it('keeps shared notes from being overwritten unseen, and one’s own to oneself', async () => {
    await named()
    const { id: sessionId } = await propose('laureate', [24])
    await noteSession(as('laureate'), { sessionId, version: 0, notes: 'À faire' })
    await expect(noteSession(as('mentor'), { sessionId, version: 0, notes: 'Autre' })).rejects.toMatchObject({ code: 'conflict', reason: 'session-changed' })
    await keepOwnNote(as('mentor'), { sessionId, notes: 'Pour moi' })
    expect((await show('laureate')).sessions[0]).toMatchObject({ sharedNotes: 'À faire', ownNote: null })
    expect((await show('mentor')).sessions[0]).toMatchObject({ sharedNotes: 'À faire', ownNote: 'Pour moi' })
    await keepOwnNote(as('mentor'), { sessionId, notes: '' })
    expect((await show('mentor')).sessions[0]?.ownNote).toBeNull()
  })
})

describe('a milestone', () => {
  const its = async (id: string) => (await show('laureate')).milestones.find((each) => each.id === id)

  it('is said to be done with what shows it, sent back with a reason, and accepted as it was seen', async () => {
    const milestoneId = made.milestones.late
    await finishMilestone(as('laureate'), { milestoneId, evidence: 'Le protocole signé' })
    await returnMilestone(as('manager'), { milestoneId, version: 1, reason: 'Sans date' })
    expect(await its(milestoneId)).toMatchObject({ doneAt: null, returnedReason: 'Sans date', evidence: 'Le protocole signé' })
    await finishMilestone(as('laureate'), { milestoneId, evidence: 'Signé le 3' })
    await expect(acceptMilestone(as('manager'), { milestoneId, version: 2 })).rejects.toMatchObject({ code: 'conflict', reason: 'milestone-changed' })
    await acceptMilestone(as('manager-2'), { milestoneId, version: 3 })
    for (const again of [() => finishMilestone(as('laureate'), { milestoneId, evidence: 'Autre' }), () => takeBackMilestone(as('laureate'), { milestoneId })]) await expect(again()).rejects.toMatchObject({ code: 'closed' })
    expect(await its(milestoneId)).toMatchObject({ evidence: 'Signé le 3', returnedReason: null })
  })

  it('moves only with a reason, and keeps both days', async () => {
    const milestoneId = made.milestones.next
    const before = (await its(milestoneId))?.dueOn as string
    await expect(moveMilestone(as('manager'), { milestoneId, version: 0, dueOn: '2035-01-15', reason: ' ' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(moveMilestone(as('manager'), { milestoneId, version: 0, dueOn: before, reason: 'Rien' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'dueOn', code: 'same-day' }] })
    await moveMilestone(as('manager'), { milestoneId, version: 0, dueOn: '2035-01-15', reason: 'Retard du comité' })
    expect(await its(milestoneId)).toMatchObject({ dueOn: '2035-01-15', moves: [{ fromOn: before, toOn: '2035-01-15', reason: 'Retard du comité' }] })
    await expect(moveMilestone(as('laureate'), { milestoneId, version: 1, dueOn: '2036-01-15', reason: 'Moi' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('a document taken out of a programme stays as long as a measurement rests on it, and stops nothing else', async () => {
  const digest = 'a'.repeat(64)
  const keep = async () => {
    const id = crypto.randomUUID()
    await admin`insert into file ${admin({ id, draft_id: made.id, part: 'programme', name: 'preuve.pdf', media_type: 'application/pdf', size: 9, sha256: digest, received_sha256: digest, storage_key: id, removed_at: new Date(0) })}`
    return id
  }
  const [measured, loose] = [await keep(), await keep()]
  await addMeasurement(admin, { metricId: made.metricId, programmeId: made.id, recordedBy: world.people.laureate.id, month: 2, fileId: measured })
  const worker = asRole('portal_worker')
  const forgotten = await worker<{ key: string }[]>`select storage_key as key from portal.forget_removed_files(now())`
  await worker.end()
  expect(forgotten.map(({ key }) => key)).toContain(loose)
  expect(forgotten.map(({ key }) => key)).not.toContain(measured)
})
