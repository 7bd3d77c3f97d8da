import { createHash } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { addCommitment, addMeasurement, addMentor, addProgramme, type MadeProgramme } from '#tests/factories/programme.ts'
import type { Persona } from '#tests/access/routes.ts'
import { keepBytes } from '#tests/access/world-bytes.ts'
import { addJudged, addJudgedCall, type Around } from '#tests/access/world-round.ts'

export type WorldProgramme = MadeProgramme & {
  call: { id: string; slug: string }
  /** The mentor persona's row, who accepted; and of the other partner's member, who has not answered. */
  mentorId: string
  namedMentorId: string
  /** The hospital's, to the laureate. */
  commitmentId: string
  /** Of the metric that is locked, one in each state. */
  measurements: { verified: string; submitted: string; draft: string }
  /** Proposed by the laureate to the mentor, two times to choose from. */
  sessionId: string
  sessionTimes: string[]
  /** A document of the late milestone. */
  fileId: string
  /** The laureate's, of the check-in that is due. */
  noticeId: string
  /** What the manager proposes to publish, as nobody else could have: nothing of it stands. */
  disclosureId: string
}
type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string

const managers: Persona[] = ['manager', 'manager-2']
const authors: Persona[] = ['laureate', ...managers]
const around: Persona[] = [...authors, 'mentor']
/** Whoever sits with the partner reads what it promised. */
const committed: Persona[] = [...around, 'scorer']
const day = 86_400_000

/** A laureate in its fifth month: the mentor persona at its side, one check-in filed, one skipped, the fifth begun. */
export async function addWorldProgramme(sql: TransactionSql, { people, organisations, formOf, coreOf }: Around, partnerId: string, plant: Plant): Promise<WorldProgramme> {
  const call = await addJudgedCall(sql, 'Un appel accompagné')
  const [laureateId, managerId, mentorPerson] = [people.laureate.id, people.manager.id, people.mentor.id]
  const organisationName = plant('accompanied organisation', committed)
  const applicationId = await addJudged(sql, { call, organisationId: organisations['laureate start-up'], organisationName, authorId: laureateId, form: await formOf(call.id), core: await coreOf('accompanied', authors, authors) })
  await sql`update call set closes_at = ${new Date(Date.now() - day)} where id = ${call.id}`
  await sql`insert into call_partner ${sql({ call_id: call.id, position: 0, organisation_id: organisations.hospital, role: sql.json({ fr: 'Partenaire' }) as never })}`
  const said = (seenBy: Persona[]) => (what: string) => plant(`programme ${what}`, seenBy)
  const made = await addProgramme(sql, { callId: call.id, applicationId, organisationId: organisations['laureate start-up'], organisationName, number: plant('programme number', around), managerId, laureateId, words: said(around) })
  const { id: programmeId, metricId, checkIns, milestones } = made
  await sql`insert into milestone_move ${sql({ milestone_id: milestones.late, programme_id: programmeId, from_on: '2026-01-01', to_on: '2026-02-01', reason: plant('move reason', around), moved_by: managerId })}`
  await fillCheckIns(sql, { checkIns, programmeId, milestoneId: milestones.late, metricId, laureateId, mentorPerson, partnerId: organisations.hospital }, plant)
  const partner = { organisationId: organisations.hospital, organisationName: plant('mentoring organisation', committed), managerId }
  const mentorId = await addMentor(sql, { ...partner, programmeId, personId: mentorPerson, words: said(around) })
  const namedMentorId = await addMentor(sql, { programmeId, personId: partnerId, organisationId: organisations.foundation, organisationName: plant('named organisation', around), managerId, state: 'named', words: said(around) })
  const { id: commitmentId } = await addCommitment(sql, { ...partner, callId: call.id, programme: { id: programmeId, laureateName: organisationName }, words: said(committed) })
  await sql`insert into amendment ${sql({ metric_id: metricId, programme_id: programmeId, sequence: 1, changes: sql.json({ target: { from: 25, to: 30 } }) as never, reason: plant('amendment reason', around), amended_by: managerId })}`
  await sql`update programme_metric set amendments = 1 where id = ${metricId}`
  const fileId = await addDocument(sql, { programmeId, milestoneId: milestones.late, laureateId }, plant)
  const measured = { metricId, programmeId, recordedBy: laureateId }
  const measurements = {
    verified: await addMeasurement(sql, { ...measured, month: 2, state: 'verified', verifiedBy: managerId, note: plant('verified note', around), fileId }),
    submitted: await addMeasurement(sql, { ...measured, month: 3, note: plant('submitted note', around) }),
    draft: await addMeasurement(sql, { ...measured, month: 4, state: 'draft', note: plant('measurement draft', ['laureate']) }),
  }
  const text = JSON.stringify({ call: call.slug, title: plant('disclosure text', managers) })
  const disclosureId = crypto.randomUUID()
  await sql`insert into disclosure ${sql({ id: disclosureId, call_id: call.id, sequence: 1, text, sha256: createHash('sha256').update(text).digest('hex'), proposed_by: managerId })}`
  const noticeId = await addNotices(sql, { callId: call.id, programmeId, checkInId: checkIns[4] as string, milestoneId: milestones.done, laureateId, managerId })
  return { ...made, noticeId, disclosureId, call, mentorId, namedMentorId, commitmentId, measurements, fileId, ...(await addSession(sql, { programmeId, mentorId, laureateId, mentorPerson }, plant)) }
}

type Filled = { checkIns: string[]; programmeId: string; milestoneId: string; metricId: string; laureateId: string; mentorPerson: string; partnerId: string }

/** The first filed and answered, the second skipped, the fifth begun at version 1. */
async function fillCheckIns(sql: TransactionSql, { checkIns: [first, second, , , fifth], programmeId, milestoneId, metricId, laureateId, mentorPerson, partnerId }: Filled, plant: Plant) {
  const written = (what: string, seenBy: Persona[], askedOf = seenBy) => ({
    version: 1, progress: sql.json({ [milestoneId]: { state: 'begun', note: plant(`${what} progress`, seenBy) } }) as never, figures: sql.json({ [metricId]: { value: 52, numerator: null, denominator: null, n: 40 } }) as never,
    blockers: plant(`${what} blockers`, seenBy), ask: plant(`${what} ask`, askedOf), ask_organisation_id: partnerId, mood: 'at-risk', mood_reason: plant(`${what} mood`, seenBy),
  })
  // What is asked of a partner is read by its people, and nothing else of the check-in.
  await sql`update check_in set ${sql({ ...written('filed', around, committed), submitted_at: new Date(), submitted_by: laureateId })} where id = ${first as string}`
  await sql`update check_in set ${sql({ skipped_at: new Date(), skipped_by: laureateId, skip_reason: plant('skip reason', around) })} where id = ${second as string}`
  await sql`update check_in set ${sql(written('begun', ['laureate']))} where id = ${fifth as string}`
  await sql`insert into check_in_revision ${sql({ check_in_id: fifth as string, version: 1, fields: ['blockers'], saved_by: laureateId, idempotency_key: plant('check-in key', ['laureate']), sha256: 'none' })}`
  await sql`insert into check_in_answer ${sql({ check_in_id: first as string, programme_id: programmeId, person_id: mentorPerson, person_name: plant('answerer', around), organisation_name: plant('answering organisation', around), text: plant('check-in answer', around) })}`
}

/** The fifth check-in awaits the laureate; a milestone that is done awaits the manager. */
async function addNotices(sql: TransactionSql, { callId, programmeId, checkInId, milestoneId, laureateId, managerId }: { callId: string; programmeId: string; checkInId: string; milestoneId: string; laureateId: string; managerId: string }) {
  const noticeId = crypto.randomUUID()
  const about = { call_id: callId, programme_id: programmeId }
  await sql`insert into notice ${sql({ ...about, id: noticeId, person_id: laureateId, kind: 'check-in-due', check_in_id: checkInId, day: sql`(select due_on from check_in where id = ${checkInId})` as never })}`
  await sql`insert into notice ${sql({ ...about, person_id: managerId, kind: 'milestone-to-accept', milestone_id: milestoneId, day: sql`(select portal.paris_today())` as never })}`
  return noticeId
}

async function addSession(sql: TransactionSql, { programmeId, mentorId, laureateId, mentorPerson }: { programmeId: string; mentorId: string; laureateId: string; mentorPerson: string }, plant: Plant) {
  const sessionId = crypto.randomUUID()
  const sessionTimes = [3, 4].map((days) => new Date(Math.ceil((Date.now() + days * day) / 3_600_000) * 3_600_000).toISOString())
  await sql`insert into mentoring_session ${sql({ id: sessionId, programme_id: programmeId, mentor_id: mentorId, subject: plant('session subject', around), proposed_by: laureateId, proposed_times: sessionTimes as never, minutes: 60, place: plant('session place', around), shared_notes: plant('shared notes', around) })}`
  const note = { session_id: sessionId, programme_id: programmeId }
  await sql`insert into session_note ${sql([{ ...note, person_id: laureateId, text: plant('laureate own note', ['laureate']) }, { ...note, person_id: mentorPerson, text: plant('mentor own note', ['mentor']) }])}`
  return { sessionId, sessionTimes }
}

async function addDocument(sql: TransactionSql, { programmeId, milestoneId, laureateId }: { programmeId: string; milestoneId: string; laureateId: string }, plant: Plant): Promise<string> {
  const id = crypto.randomUUID()
  const bytes = Buffer.from(plant('document bytes', around))
  const digest = createHash('sha256').update(bytes).digest('hex')
  await sql`insert into file ${sql({ id, draft_id: programmeId, part: 'programme', name: plant('document', around, (text) => `${text}.pdf`), media_type: 'application/pdf', uploaded_by: laureateId, size: bytes.length, sha256: digest, received_sha256: digest, storage_key: keepBytes(bytes), idempotency_key: plant('document key', around) })}`
  await sql`insert into programme_document ${sql({ programme_id: programmeId, file_id: id, milestone_id: milestoneId, added_by: laureateId })}`
  return id
}
