import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { type Committee, makeCommittee } from '#tests/factories/committee.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { abstain, resume } from '#lib/server/assignment/abstain.ts'
import { listAssignments } from '#lib/server/assignment/list-assignments.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { openEvaluation } from '#lib/server/evaluation/open-evaluation.ts'
import { reopenEvaluation } from '#lib/server/evaluation/reopen-evaluation.ts'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'
import { submitEvaluation } from '#lib/server/evaluation/submit-evaluation.ts'
import { openFile } from '#lib/server/file/open-file.ts'
import { removeScorer } from '#lib/server/scorer/add-scorer.ts'

/** An evaluation is one person's until submitted: kept whole, never overwritten, seen by nobody, and then never changed but by a reopening. */
let world: World
let committee: Committee
let [mine, theirs] = ['', '']
type Who = 'scorer' | 'scorer-2' | 'manager' | 'rival'
const as = (who: Who) => ({ personId: world.people[who].id })
const key = () => crypto.randomUUID()
const mark = (slug: string) => `scores.${committee.criteria.find((each) => each.slug === slug)?.id}`
const save = (version: number, fields: Record<string, unknown>, more: { key?: string; who?: Who; id?: string } = {}) => saveEvaluation(as(more.who ?? 'scorer'), { evaluationId: more.id ?? mine, version, key: more.key ?? key(), fields })
const submit = (version: number, more: { key?: string; who?: Who; id?: string } = {}) => submitEvaluation(as(more.who ?? 'scorer'), { evaluationId: more.id ?? mine, version, key: more.key ?? key() })
const open = async (who: Who = 'scorer', id = mine) => (await openEvaluation(as(who), { evaluationId: id })).opened
const whole = () => ({ [mark('utilite')]: 4, [mark('preuve')]: 3 })

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  const { people, organisations } = world
  committee = await makeCommittee(admin, {
    managerId: people.manager.id, solutions: ['Relais', 'Veille'], withFiles: true,
    seats: [{ personId: people.scorer.id, organisationId: organisations.hospital, name: 'Lecteur un' }, { personId: people['scorer-2'].id, organisationId: organisations.foundation, name: 'Lectrice deux', kind: 'foundation', livedExperience: true }],
  })
  mine = committee.assignments[0]?.id ?? ''
  theirs = committee.assignments[2]?.id ?? ''
})

describe('a save', () => {
  it('keeps marks and comments apart, says what it kept, and begins the work', async () => {
    const started = () => admin`select started_at from assignment where id = ${mine}`.then(([row]) => row?.started_at)
    expect(await started()).toBeNull()
    const fields = { [mark('utilite')]: 4, [mark('preuve')]: 'not-applicable', commentToApplicant: 'Un\r\nmot', commentToJury: null }
    const saved = await save(0, fields)
    expect(saved).toMatchObject({ version: 1, sha256: createHash('sha256').update(canonicalJson({ ...fields, commentToApplicant: 'Un\nmot' })).digest('hex') })
    expect((await open()).content).toEqual({ [mark('utilite')]: 4, [mark('preuve')]: 'not-applicable', commentToApplicant: 'Un\nmot' })
    const first = await started()
    expect(first).toBeInstanceOf(Date)
    await save(1, { [mark('utilite')]: null })
    expect((await open()).content).toEqual({ [mark('preuve')]: 'not-applicable', commentToApplicant: 'Un\nmot' })
    expect(await started()).toEqual(first)
  })

  it('on an older version is told what differs, and overwrites nothing', async () => {
    await save(0, { [mark('utilite')]: 4, commentToJury: 'Un' })
    await save(1, { [mark('utilite')]: 2 })
    await expect(save(1, { commentToJury: 'Autre' })).rejects.toMatchObject({ code: 'conflict', reason: 'evaluation-changed', current: { version: 2, fields: { [mark('utilite')]: 2 } } })
    expect((await open()).content.commentToJury).toBe('Un')
  })

  it('is answered the same under its key, which serves for nothing else', async () => {
    const once = key()
    const first = await save(0, { [mark('utilite')]: 4 }, { key: once })
    expect(await save(0, { [mark('utilite')]: 4 }, { key: once })).toEqual(first)
    await expect(save(0, { [mark('utilite')]: 5 }, { key: once })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    expect((await open()).version).toBe(1)
  })

  it.each([
    ['below the scale', 'utilite', 0, 'unfit-mark'], ['above the scale', 'utilite', 6, 'unfit-mark'], ['between two marks', 'utilite', 2.5, 'unfit-mark'], ['a word', 'utilite', '4', 'unfit-mark'],
    ['not applicable where that may not be said', 'utilite', 'not-applicable', 'not-allowed'], ['of a criterion put to others', 'vecu', 4, 'unrecognized_keys'],
  ])('of a mark %s is refused', async (_, slug, value, code) => {
    await expect(save(0, { [mark(slug)]: value })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: mark(slug), code }] })
    expect((await open()).version).toBe(0)
  })

  it('of what is no field, of nothing, and of what cannot be kept is refused, naming it', async () => {
    await expect(save(0, { [`scores.${crypto.randomUUID()}`]: 4 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save(0, { winner: true })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'winner', code: 'unrecognized_keys' }] })
    await expect(save(0, {})).rejects.toMatchObject({ code: 'invalid', faults: [{ code: 'empty' }] })
    await expect(save(0, { commentToJury: 'a\0b' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'commentToJury', code: 'control-characters' }] })
  })

  it('of somebody else’s evaluation is of nothing', async () => {
    for (const who of ['scorer-2', 'manager', 'rival'] as const) await expect(save(0, { commentToJury: 'Volé' }, { who })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the time of an evaluation', () => {
  /** What a save is refused with, and a submission where it differs: what may not be read yet is not there. */
  const states: [string, () => Promise<unknown>, string, string?][] = [
    ['closed before scoring opens', () => closeAgain(), 'closed', 'not-found'],
    ['closed after the round', () => admin`update round set closed_at = now() where id = ${committee.roundId}`, 'closed'],
    ['gone once the assignment was withdrawn', () => admin`update assignment set withdrawn_at = now() where id = ${mine}`, 'not-found'],
    ['gone once the application was withdrawn', () => withdrawApplication(), 'not-found'],
    ['gone once a link was declared', () => declareConflict(as('scorer'), { applicationId: committee.applications[0]?.id ?? '', reason: 'employment' }), 'not-found'],
    ['gone once its scorer left the round', () => leaveRound(), 'not-found'],
    ['closed while links are not declared', () => admin`alter table scorer disable trigger scorer_guard`.then(() => admin`update scorer set declared_at = null where round_id = ${committee.roundId}`).then(() => admin`alter table scorer enable trigger scorer_guard`), 'closed'],
    ['closed once abstained', () => abstain(as('scorer'), { assignmentId: mine, reason: 'no-time', note: null }), 'closed'],
  ]
  /** The rules are locked: only the owner of the tables takes an opening back. */
  async function closeAgain() {
    await admin`alter table round disable trigger round_guard`
    await admin`update round set opened_at = null where id = ${committee.roundId}`
    await admin`alter table round enable trigger round_guard`
  }
  async function leaveRound() {
    const [seat] = await admin`select id from scorer where round_id = ${committee.roundId} and person_id = ${world.people.scorer.id}`
    await removeScorer(as('manager'), { scorerId: seat?.id as string })
  }
  async function withdrawApplication() {
    await admin`alter table application disable trigger all`
    await admin`update application set withdrawn_at = now() where id = ${committee.applications[0]?.id ?? ''}`
    await admin`alter table application enable trigger all`
  }

  it.each(states)('is %s', async (_, move, code, ofSubmission = code) => {
    await save(0, whole())
    await move()
    await expect(save(1, { commentToJury: 'Trop tard' })).rejects.toMatchObject({ code })
    await expect(submit(1)).rejects.toMatchObject({ code: ofSubmission })
    const guarded = admin.begin(async (tx) => {
      await tx`select portal.begin(${world.people.scorer.id}::uuid)`
      await tx`set local role portal_app`
      return (await tx`update evaluation set comment_to_jury = 'x', version = version + 1 where id = ${mine}`).count
    })
    expect(await guarded.catch((error: { code: string }) => error.code)).toBeOneOf([0, '23514'])
    expect((await admin`select version, comment_to_jury from evaluation where id = ${mine}`)[0]).toEqual({ version: 1, comment_to_jury: null })
  })

  it('goes on after an abstention was taken back', async () => {
    await abstain(as('scorer'), { assignmentId: mine, reason: 'other', note: 'En congé' })
    expect((await open()).abstention).toMatchObject({ reason: 'other', note: 'En congé' })
    await resume(as('scorer'), { assignmentId: mine })
    expect(await save(0, whole())).toMatchObject({ version: 1 })
  })
})

describe('a submission', () => {
  it('needs every mark put to its author, a comment to the jury at the ends of the scale, and comments within their limits', async () => {
    await save(0, { [mark('utilite')]: 5, commentToApplicant: 'x'.repeat(2_001) })
    await expect(submit(1)).rejects.toMatchObject({
      code: 'invalid', reason: 'gaps', faults: [{ path: mark('preuve'), code: 'missing' }, { path: 'commentToJury', code: 'extreme' }, { path: 'commentToApplicant', code: 'over-limit' }],
    })
    expect((await open()).state).toBe('started')
    await save(0, { [mark('utilite')]: 4, [mark('preuve')]: 2 }, { who: 'scorer-2', id: theirs })
    await expect(submit(1, { who: 'scorer-2', id: theirs })).rejects.toMatchObject({ faults: [{ path: mark('vecu'), code: 'missing' }] })
  })

  it('freezes what it says with a digest, is answered once, and closes the evaluation', async () => {
    await save(0, { ...whole(), commentToJury: ' Solide ' })
    const once = key()
    const submitted = await submit(1, { key: once })
    const [row] = await admin`select content, sha256, sequence from evaluation_submission where evaluation_id = ${mine}`
    expect(submitted).toMatchObject({ sequence: 1, sha256: createHash('sha256').update(row?.content).digest('hex') })
    expect(JSON.parse(row?.content)).toMatchObject({ version: 1, marks: [{ criterion: 'utilite', weight: 50, mark: 4 }, { criterion: 'preuve', weight: 30, mark: 3 }], commentToApplicant: null, commentToJury: 'Solide' })
    expect(await submit(1, { key: once })).toEqual(submitted)
    await expect(submit(2, { key: once })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    await expect(submit(1)).rejects.toMatchObject({ code: 'closed' })
    await expect(save(1, { commentToJury: 'Encore' })).rejects.toMatchObject({ code: 'closed' })
    expect((await admin`select count(*)::int as n from evaluation_submission where evaluation_id = ${mine}`)[0]?.n).toBe(1)
  })

  it('is of the version its author saw', async () => {
    await save(0, whole())
    await save(1, { [mark('utilite')]: 2 })
    await expect(submit(1)).rejects.toMatchObject({ code: 'conflict', reason: 'evaluation-changed', current: { version: 2 } })
  })
})

describe('colleagues', () => {
  const submitTheirs = async () => {
    await save(0, { [mark('utilite')]: 1, [mark('preuve')]: 3, [mark('vecu')]: 3, commentToJury: 'Trop faible' }, { who: 'scorer-2', id: theirs })
    await submit(1, { who: 'scorer-2', id: theirs })
  }

  it('appear once one’s own is submitted, and not before', async () => {
    await submitTheirs()
    await save(0, whole())
    expect((await open()).colleagues).toBeNull()
    await submit(1)
    expect((await open()).colleagues).toMatchObject([{ scorerName: 'Lectrice deux', partnerKind: 'foundation', distance: 3, commentToJury: 'Trop faible', scores: { [mark('utilite').slice(7)]: 1 } }])
  })

  it('vanish again while one’s own is reopened', async () => {
    await submitTheirs()
    await save(0, whole())
    await submit(1)
    await reopenEvaluation(as('manager'), { evaluationId: mine, reason: 'Un critère a été mal lu' })
    const opened = await open()
    expect(opened).toMatchObject({ state: 'reopened', colleagues: null, editable: 'all', reopening: { reason: 'Un critère a été mal lu' } })
  })

  it('do not appear where a link of theirs was found since', async () => {
    await submitTheirs()
    await save(0, whole())
    await submit(1)
    await declareConflict(as('scorer-2'), { applicationId: committee.applications[0]?.id ?? '', reason: 'investment' })
    expect((await open()).colleagues).toEqual([])
  })
})

describe('a reopening', () => {
  it('is a manager’s, tells its author why, writes a mail without content, and is followed by a second submission', async () => {
    await save(0, { ...whole(), commentToJury: 'Un secret' })
    await submit(1)
    await expect(reopenEvaluation(as('scorer'), { evaluationId: mine, reason: 'À moi' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(reopenEvaluation(as('manager'), { evaluationId: mine, reason: '  ' })).rejects.toMatchObject({ code: 'invalid' })
    await reopenEvaluation(as('manager'), { evaluationId: mine, reason: 'Une erreur de dossier' })
    const [mail] = await admin`select recipient, text from mail where kind = 'reopened' order by created_at desc limit 1`
    expect(mail?.recipient).toBe(world.people.scorer.email)
    expect(mail?.text).not.toMatch(/secret|erreur de dossier|Relais|JUGEMENT/)
    expect(await save(1, { [mark('utilite')]: 2 })).toMatchObject({ version: 2 })
    expect(await submit(2)).toMatchObject({ sequence: 2 })
    expect((await admin`select count(*)::int as n from counted_evaluation where id = ${mine}`)[0]?.n).toBe(1)
  })

  it('is refused once the round is closed', async () => {
    await save(0, whole())
    await submit(1)
    await admin`update round set closed_at = now() where id = ${committee.roundId}`
    await expect(reopenEvaluation(as('manager'), { evaluationId: mine, reason: 'Trop tard' })).rejects.toMatchObject({ code: 'closed' })
  })
})

describe('what a scorer reads', () => {
  it('is the application as its scorers may, and leaves the round’s name, not their house, to its authors', async () => {
    const { application, own } = await open()
    expect(Object.keys(application?.fields ?? {})).not.toContain('budget')
    expect(Object.keys(application?.fields ?? {})).not.toContain('links')
    expect(application?.answers.map(({ label }) => label.fr)).toEqual(['Comment ?'])
    expect(application?.ruptures).toHaveLength(1)
    expect(own).toHaveLength(1)
    const [file] = committee.applications
    expect(await openFile(as('scorer'), { fileId: file?.fileId ?? '' })).toMatchObject({ name: 'Relais.pdf' })
    const noted = await admin`select part, organisation_name from consultation where application_id = ${file?.id ?? ''} order by part`
    expect([...noted]).toEqual([{ part: 'application', organisation_name: 'Comité de lecture' }, { part: 'file', organisation_name: 'Comité de lecture' }])
    await expect(openFile(as('rival'), { fileId: file?.fileId ?? '' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is listed with its minutes, what waits first, and nothing of what is walled off', async () => {
    await save(0, whole())
    await submit(1)
    const roundOf = async () => (await listAssignments(as('scorer'), {})).rounds.find(({ id }) => id === committee.roundId)
    expect((await roundOf())?.assignments.map(({ solution, state }) => [solution, state])).toEqual([['Veille', 'not-started'], ['Relais', 'submitted']])
    await declareConflict(as('scorer'), { applicationId: committee.applications[1]?.id ?? '', reason: 'competition' })
    expect(await roundOf()).toMatchObject({ given: 1, assignments: [{ solution: 'Relais' }] })
  })
})
