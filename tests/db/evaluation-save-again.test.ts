import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { abstain, resume } from '#lib/server/assignment/abstain.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { reopenEvaluation } from '#lib/server/evaluation/reopen-evaluation.ts'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'
import { submitEvaluation } from '#lib/server/evaluation/submit-evaluation.ts'
import { removeScorer } from '#lib/server/scorer/add-scorer.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { type Paper, savingAgain, type Sent, seatWriter, type Writer } from '#tests/db/save-again.ts'
import { type Committee, makeCommittee } from '#tests/factories/committee.ts'

/** The second save goes by what the law was told at the first, in one trip: whatever changed in between, it is judged on what is true now. */
let world: World
let committee: Committee
let mine: Paper
let author: Writer
const key = () => crypto.randomUUID()
/** The law's own refusal: the guard's has another reason. */
const closed = { code: 'closed', reason: 'evaluation.save' }
const gone = { code: 'not-found' }
const mark = (slug: string) => `scores.${committee.criteria.find((each) => each.slug === slug)?.id}`
const save = (fields: Record<string, unknown> = { commentToJury: key() }, more: Sent = {}) =>
  saveEvaluation({ personId: null, session: author.session }, { evaluationId: mine.id, version: mine.version, key: key(), fields, ...more })
const { keep, answerAfter, expectOneQuestion, expectEndWithSession, expectAnswersAsBefore } = savingAgain('evaluation', { paper: () => mine, writer: () => author, save })
/** What only the owner of the tables may do. */
const unguarded = (table: string, change: () => PromiseLike<unknown>) => admin.unsafe(`alter table ${table} disable trigger user`).then(change).finally(() => admin.unsafe(`alter table ${table} enable trigger user`))

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  author = await seatWriter(world.organisations.hospital, 'member')
  committee = await makeCommittee(admin, { managerId: world.people.manager.id, solutions: ['Relais'], seats: [{ personId: author.personId, organisationId: world.organisations.hospital }] })
  mine = { id: committee.assignments[0]?.id ?? '', version: 0 }
})

describe('a second save of an evaluation', () => {
  it('asks the database once', () => expectOneQuestion('open_evaluation'))
  it('is refused once the session is over, ended or of somebody disabled', () => expectEndWithSession())

  it('is refused once time alone has ended the session', async () => {
    await keep()
    await admin`update session set expires_at = now() + interval '10 milliseconds' where person_id = ${author.personId}`
    await admin`select pg_sleep(0.02)`
    await expect(save()).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('is of nothing once a link was declared, and goes on once it was lifted', async () => {
    const link = () => declareConflict({ personId: author.personId }, { applicationId: committee.applications[0]?.id ?? '', reason: 'employment' })
    expect(await answerAfter(link)).toMatchObject(gone)
    await unguarded('assignment', () => admin`update assignment set withdrawn_at = null where id = ${mine.id}`)
    await expect(save()).rejects.toMatchObject(gone)
    await admin`update conflict set lifted_at = now(), lifted_by = ${world.people.manager.id}, lift_motive = 'Une erreur' where person_id = ${author.personId}`
    expect((await save()).version).toBe(mine.version + 1)
  })

  it('is of nothing once its author left the round, their house, or was taken off it', async () => {
    expect(await answerAfter(() => admin`update membership set ended_at = now() where person_id = ${author.personId}`)).toMatchObject(gone)
    await admin`update membership set ended_at = null where person_id = ${author.personId}`
    expect(await answerAfter(() => admin`update assignment set withdrawn_at = now() where id = ${mine.id}`)).toMatchObject(gone)
    await unguarded('assignment', () => admin`update assignment set withdrawn_at = null where id = ${mine.id}`)
    const leave = async () => {
      const [seat] = await admin`select id from scorer where round_id = ${committee.roundId} and person_id = ${author.personId}`
      await removeScorer({ personId: world.people.manager.id }, { scorerId: seat?.id as string })
    }
    expect(await answerAfter(leave)).toMatchObject(gone)
    await unguarded('assignment', () => admin`update assignment set withdrawn_at = null where id = ${mine.id}`)
    await expect(save()).rejects.toMatchObject(gone)
  })

  it('is of nothing once the application was withdrawn', async () => {
    expect(await answerAfter(() => unguarded('application', () => admin`update application set withdrawn_at = now() where id = ${committee.applications[0]?.id ?? ''}`))).toMatchObject(gone)
  })

  it('is refused once submitted, and goes on once reopened', async () => {
    await keep({ [mark('utilite')]: 4, [mark('preuve')]: 3 })
    expect(await answerAfter(() => submitEvaluation({ personId: author.personId }, { evaluationId: mine.id, version: mine.version, key: key() }))).toMatchObject(closed)
    await reopenEvaluation({ personId: world.people.manager.id }, { evaluationId: mine.id, reason: 'Un critère a été mal lu' })
    expect((await save()).version).toBe(mine.version + 1)
  })

  it('is refused once abstained, and goes on once that was taken back', async () => {
    expect(await answerAfter(() => abstain({ personId: author.personId }, { assignmentId: mine.id, reason: 'no-time', note: null }))).toMatchObject(closed)
    await resume({ personId: author.personId }, { assignmentId: mine.id })
    expect((await save()).version).toBe(mine.version + 1)
  })

  it('is refused once the round is closed, its opening taken back, or the links of its author undeclared', async () => {
    expect(await answerAfter(() => unguarded('scorer', () => admin`update scorer set declared_at = null where person_id = ${author.personId}`))).toMatchObject(closed)
    await unguarded('scorer', () => admin`update scorer set declared_at = now() where person_id = ${author.personId}`)
    expect(await answerAfter(() => unguarded('round', () => admin`update round set opened_at = null where id = ${committee.roundId}`))).toMatchObject(closed)
    await unguarded('round', () => admin`update round set opened_at = now() where id = ${committee.roundId}`)
    expect(await answerAfter(() => admin`update round set closed_at = now() where id = ${committee.roundId}`)).toMatchObject(closed)
  })

  it('is judged on the voice its author has by then', async () => {
    await keep()
    await expect(save({ [mark('vecu')]: 4 })).rejects.toMatchObject({ code: 'invalid' })
    await unguarded('scorer', () => admin`update scorer set lived_experience = true where person_id = ${author.personId}`)
    await keep({ [mark('vecu')]: 4 })
    await unguarded('scorer', () => admin`update scorer set lived_experience = false where person_id = ${author.personId}`)
    await expect(save({ [mark('vecu')]: 3 })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is answered as the first time under the same key, and told what differs on an old version', () => expectAnswersAsBefore('commentToJury', { [mark('preuve')]: 2 }, 'evaluation-changed'))

  it('lends what it remembers to nobody else', async () => {
    await keep()
    const as = (caller: { personId: string | null; session?: Uint8Array }) => saveEvaluation(caller, { evaluationId: mine.id, version: mine.version, key: key(), fields: { commentToJury: 'x' } })
    await expect(as({ personId: null, session: hashOfToken('another') })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(as({ personId: world.people['scorer-2'].id })).rejects.toMatchObject(gone)
    await expect(as({ personId: world.people.manager.id })).rejects.toMatchObject(gone)
    await expect(as({ personId: null })).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
