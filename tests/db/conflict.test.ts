import type { TransactionSql } from 'postgres'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { type Committee, makeCommittee } from '#tests/factories/committee.ts'
import { openApplication } from '#lib/server/application/open-application.ts'
import { listManagedCalls } from '#lib/server/call/list-managed-calls.ts'
import { declareConflict, declareConflicts } from '#lib/server/conflict/declare-conflict.ts'
import { detectConflicts, liftConflict, pinConflict } from '#lib/server/conflict/settle-conflict.ts'
import { listConflicts, showDeclaration } from '#lib/server/conflict/show-conflicts.ts'
import { openFile } from '#lib/server/file/open-file.ts'
import { listMessages } from '#lib/server/message/read-messages.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'
import { addApplications } from '#lib/server/round/choose-applications.ts'
import { listRoundApplications, listRounds, showRound } from '#lib/server/round/show-rounds.ts'
import { exportApplications } from '#lib/server/screening/export-applications.ts'
import { screenApplications } from '#lib/server/screening/screen-applications.ts'
import { showHistory } from '#lib/server/screening/show-history.ts'
import { listScorers } from '#lib/server/scorer/list-scorers.ts'

/** A link of interest takes an application away from a person, everywhere and at once; nobody takes one back, and nothing of it is erased. */
let world: World
let committee: Committee
let [judged, other] = ['', '']
type Who = 'scorer' | 'scorer-2' | 'manager' | 'manager-2' | 'rival' | 'mentor'
const as = (who: Who) => ({ personId: world.people[who].id })
const inRound = () => ({ roundId: committee.roundId })
const declare = (who: Who, applicationId = judged) => declareConflict(as(who), { applicationId, reason: 'employment' })
const pass = (who: Who, links: unknown[] = [], more: object = {}) => declareConflicts(as(who), { ...inRound(), links, noneForOthers: 'yes', ...more } as never)
const rows = (where = admin`true`) => admin<{ id: string; person: string; application: string; origin: string; reason: string; lifted: boolean }[]>`
  select id, person_id as person, application_id as application, origin, reason, lifted_at is not null as lifted from conflict where call_id = ${committee.call.id} and ${where} order by made_at, id`
const standing = async (who: Who) => (await rows(admin`person_id = ${world.people[who].id}`))[0]?.id ?? ''

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  const { people, organisations } = world
  committee = await makeCommittee(admin, {
    managerId: people.manager.id, solutions: ['Relais', 'Veille'], withFiles: true,
    seats: [{ personId: people.scorer.id, organisationId: organisations.hospital, name: 'Lecteur un' }, { personId: people['scorer-2'].id, organisationId: organisations.foundation, name: 'Lectrice deux', kind: 'foundation' }],
  })
  judged = committee.applications[0]?.id ?? ''
  other = committee.applications[1]?.id ?? ''
})

/** Runs statements as the portal's own role on behalf of somebody, as no verb would. */
async function asPortal<T>(who: Who, work: (sql: ReturnType<typeof asRole>) => Promise<T>): Promise<T> {
  const sql = asRole('portal_app')
  try {
    return await sql.begin(async (tx) => {
      await tx`select portal.begin(${world.people[who].id}::uuid)`
      return work(tx as never)
    }) as T
  } finally {
    await sql.end()
  }
}

/** Arranges what the guards would not let happen this way. */
async function unguarded(work: (sql: TransactionSql) => Promise<unknown>): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await work(sql)
  })
}

/** The tables and views in which somebody still finds anything of an application. */
async function whereFound(who: Who, applicationId: string): Promise<string[]> {
  const columns = await admin<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and (c.column_name in ('application_id', 'draft_id') or (c.table_name in ('application', 'application_draft') and c.column_name = 'id'))
      and has_column_privilege('portal_app', format('%I.%I', c.table_schema, c.table_name), c.column_name, 'select') order by 1`
  expect(columns.length).toBeGreaterThan(20)
  return asPortal(who, async (sql) => {
    const found: string[] = []
    for (const { table, column } of columns) if ((await sql.unsafe(`select from ${table} where ${column} = $1 limit 1`, [applicationId])).length > 0) found.push(table)
    return found
  })
}

describe('a person with a link', () => {
  it('who manages finds nothing of the application in any table, view or answer, and counts nothing of it', async () => {
    const caller = as('manager-2')
    const answers = async () => JSON.stringify(await Promise.all([
      screenApplications(caller, { slug: committee.call.slug, search: {} }), listManagedCalls(caller, {}).then(({ calls }) => calls.find(({ slug }) => slug === committee.call.slug)), listRoundApplications(caller, inRound()),
      listRounds(caller, { slug: committee.call.slug }), showRound(caller, inRound()), listConflicts(caller, inRound()), listScorers(caller, inRound()), exportApplications(caller, { slug: committee.call.slug, search: {}, format: 'csv' }),
    ]))
    const number = committee.applications[0]?.number ?? ''
    await pinConflict(as('manager'), { ...inRound(), applicationId: judged, personId: world.people.scorer.id, reason: 'mentoring' })
    await sendMessage(as('manager'), { draftId: judged, key: crypto.randomUUID(), text: 'Un mot' })
    expect((await answers()).match(/Relais/g)?.length).toBeGreaterThan(3)
    expect(await whereFound('manager-2', judged)).toEqual(expect.arrayContaining(['application', 'round_application', 'assignment', 'conflict', 'message', 'application_file']))
    await declare('manager-2')
    const said = await answers()
    for (const text of ['Relais', number, judged]) expect(said).not.toContain(text)
    expect(await screenApplications(caller, { slug: committee.call.slug, search: {} })).toMatchObject({ counts: { eligible: 1, ineligible: 0, pending: 0 } })
    expect(await listRounds(caller, { slug: committee.call.slug })).toMatchObject({ rounds: [{ applications: 1, given: 2, toSettle: 0, short: 1 }] })
    expect(await listRounds(as('manager'), { slug: committee.call.slug })).toMatchObject({ rounds: [{ applications: 2, given: 3, short: 2 }] })
    // Their own word alone is left to them, not what others said.
    expect(await whereFound('manager-2', judged)).toEqual(['conflict'])
    expect(await asPortal('manager-2', (sql) => sql`select person_id from conflict where application_id = ${judged}`)).toEqual([{ person_id: world.people['manager-2'].id }])
    expect(await whereFound('manager-2', other)).toContain('application')
    for (const asked of [
      () => openApplication(caller, { draftId: judged }), () => listMessages(caller, { draftId: judged }), () => sendMessage(caller, { draftId: judged, key: crypto.randomUUID(), text: 'Un mot' }), () => showHistory(caller, { applicationId: judged }),
      () => openFile(caller, { fileId: committee.applications[0]?.fileId ?? '' }), () => declare('manager-2'), () => pinConflict(caller, { ...inRound(), applicationId: judged, personId: world.people['scorer-2'].id, reason: 'other', note: 'x' }),
    ]) await expect(asked()).rejects.toMatchObject({ code: 'not-found' })
    await expect(addApplications(caller, { ...inRound(), applicationIds: [judged] })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('who scores finds nothing of it from the next request on, and keeps the others', async () => {
    expect(await whereFound('scorer', judged)).toEqual(expect.arrayContaining(['assignment', 'declarable_application', 'evaluation', 'scored_application']))
    await declare('scorer')
    expect(await whereFound('scorer', judged)).toEqual(['conflict'])
    expect(await whereFound('scorer', other)).toContain('scored_application')
    expect(await showDeclaration(as('scorer'), inRound())).toMatchObject({ names: [{ id: other }], links: [{ reason: 'employment' }] })
    await expect(openFile(as('scorer'), { fileId: committee.applications[0]?.fileId ?? '' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('loses an evaluation from what counts at once, and nothing of it is erased; lifted, it counts again', async () => {
    const evaluationId = committee.assignments.find(({ applicationId, personId }) => applicationId === judged && personId === world.people.scorer.id)?.id ?? ''
    await unguarded((sql) => sql`update evaluation set submitted_at = now(), sequence = 1, version = 3 where id = ${evaluationId}`)
    const counted = () => asPortal('manager', (sql) => sql`select id from counted_evaluation where application_id = ${judged}`.then((found) => found.map(({ id }) => String(id))))
    expect(await counted()).toEqual([evaluationId])
    await declare('scorer')
    expect(await counted()).toEqual([])
    const [row] = await admin`select e.version, e.submitted_at is not null as submitted, g.withdrawn_at from evaluation e join assignment g on g.id = e.id where e.id = ${evaluationId}`
    expect(row).toEqual({ version: 3, submitted: true, withdrawn_at: null })
    await liftConflict(as('manager'), { conflictId: await standing('scorer'), motive: 'Une homonymie' })
    expect(await counted()).toEqual([evaluationId])
  })
})

describe('what was declared', () => {
  it('is not taken back by whoever declared it, by no way at all', async () => {
    await declare('scorer')
    await declare('manager-2')
    for (const who of ['scorer', 'manager-2'] as const) {
      const conflictId = await standing(who)
      await expect(liftConflict(as(who), { conflictId, motive: 'Finalement non' })).rejects.toMatchObject({ code: 'not-found' })
      await expect(asPortal(who, (sql) => sql`delete from conflict where id = ${conflictId}`)).rejects.toMatchObject({ code: '42501' })
      await expect(asPortal(who, (sql) => sql`update conflict set lifted_at = now(), lifted_by = ${world.people[who].id}, lift_motive = 'x' where id = ${conflictId} returning id`)).resolves.toHaveLength(0)
      await expect(asPortal(who, (sql) => sql`update conflict set reason = 'other' where id = ${conflictId}`)).rejects.toMatchObject({ code: '42501' })
      await pass('scorer')
      expect(await rows(admin`id = ${conflictId}`)).toMatchObject([{ lifted: false }])
    }
  })

  it('is lifted once, by another manager, with a motive, and is there to read for good', async () => {
    await declare('scorer')
    const conflictId = await standing('scorer')
    await expect(liftConflict(as('manager'), { conflictId, motive: '  ' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'motive', code: 'missing' }] })
    await liftConflict(as('manager'), { conflictId, motive: 'Une homonymie' })
    await expect(liftConflict(as('manager-2'), { conflictId, motive: 'Encore' })).rejects.toMatchObject({ code: 'not-found' })
    expect((await listConflicts(as('manager-2'), inRound())).pairs).toMatchObject([{ person: 'Lecteur un', state: 'lifted', links: [{ origin: 'declared', reason: 'employment', liftMotive: 'Une homonymie' }] }])
    expect(await whereFound('scorer', judged)).toContain('scored_application')
    await expect(admin`update conflict set lift_motive = 'Autre chose' where id = ${conflictId}`).rejects.toMatchObject({ code: '42501' })
    await declare('scorer')
    expect(await rows()).toMatchObject([{ lifted: true }, { lifted: false }])
  })
})

describe('the pass over all names', () => {
  it('declares some and none of the others, once and for all, and opens what is left', async () => {
    await unguarded((sql) => sql`update scorer set declared_at = null where round_id = ${committee.roundId}`)
    expect(await whereFound('scorer', other)).not.toContain('scored_application')
    await expect(pass('scorer', [], { noneForOthers: '' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'noneForOthers' }] })
    await expect(pass('scorer', [null, { applicationId: judged, reason: 'other', note: ' ' }])).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'links.1.note', code: 'missing' }] })
    expect(await pass('scorer', [{ applicationId: judged, reason: 'investment', note: 'Des parts' }, null])).toEqual({ declared: 1 })
    expect(await rows()).toMatchObject([{ person: world.people.scorer.id, application: judged, origin: 'declared', reason: 'investment' }])
    expect(await whereFound('scorer', other)).toContain('scored_application')
    const at = () => admin`select declared_at from scorer where round_id = ${committee.roundId} and person_id = ${world.people.scorer.id}`.then(([row]) => row?.declared_at)
    const first = await at()
    expect(first).toBeInstanceOf(Date)
    await pass('scorer')
    expect(await at()).toEqual(first)
  })

  it('takes no name twice, none that is not there, and nobody who does not score', async () => {
    const link = { applicationId: judged, reason: 'employment' }
    for (const [who, links] of [['scorer', [link, link]], ['scorer', [{ ...link, applicationId: world.application.id }]], ['mentor', []], ['manager', []], ['rival', []]] as const) await expect(pass(who, [...links])).rejects.toMatchObject({ code: 'not-found' })
    await unguarded((sql) => sql`update scorer set removed_at = now() where round_id = ${committee.roundId} and person_id = ${world.people.scorer.id}`)
    await expect(pass('scorer')).rejects.toMatchObject({ code: 'not-found' })
    await admin`update round set closed_at = now() where id = ${committee.roundId}`
    await expect(pass('scorer-2')).rejects.toMatchObject({ code: 'closed' })
    // A link found later still walls off.
    await declare('scorer-2')
    expect(await rows()).toHaveLength(1)
  })
})

describe('what the portal finds by itself', () => {
  type Found = { person: string; application: string; reason: string; origin: string }
  const found = async (): Promise<string[]> => (await rows()).map(({ person, application, reason, origin }: Found) => [person === world.people.scorer.id ? 'scorer' : 'scorer-2', application === judged ? 'judged' : 'other', reason, origin].join(' ')).sort()
  const detect = () => detectConflicts(as('manager'), inRound())
  const home = async (applicationId: string) => (await admin<{ id: string }[]>`select organisation_id as id from application where id = ${applicationId}`)[0]?.id ?? ''

  it('is nothing where there is nothing', async () => {
    expect(await detect()).toEqual({ found: 0 })
    expect(await rows()).toEqual([])
  })

  it.each<[string, (ids: { house: string; hospital: string; scorer: string }) => Promise<unknown>, string[]]>([
    ['the same organisation', async ({ scorer }) => {
      const id = crypto.randomUUID()
      await admin`update person set email = ${`lecteur@${id}.example`} where id = ${scorer}`
      await admin`insert into organisation ${admin({ id, slug: id, name: `Maison ${id}`, kind: 'hospital' })}`
      await admin`insert into membership ${admin({ organisation_id: id, person_id: scorer, role: 'member' })}`
      await unguarded((sql) => sql`update application set organisation_id = ${id} where id = ${judged}`)
    }, ['scorer judged same-organisation detected']],
    ['a seat with the applicant', async ({ house, scorer }) => {
      await admin`update person set email = ${`lecteur@${house}.example`} where id = ${scorer}`
      await admin`insert into membership ${admin({ organisation_id: house, person_id: scorer, role: 'reader' })}`
    }, ['scorer judged applicant detected']],
    ['a seat with the applicant that was left', ({ house, scorer }) => admin`insert into membership ${admin({ organisation_id: house, person_id: scorer, role: 'reader', ended_at: new Date() })}`, []],
    ['the same SIREN', ({ house, hospital }) => admin`update organisation set siren = '732829320' where id in (${house}, ${hospital})`, ['scorer judged same-siren detected']],
    ['a tie the applicant declared, by SIREN', async ({ house, hospital }) => {
      await admin`update organisation set siren = '732829320' where id = ${hospital}`
      await admin`insert into declared_tie ${admin({ organisation_id: house, kind: 'investor', other_name: 'Un autre nom', other_siren: '732829320' })}`
    }, ['scorer judged declared-tie detected']],
    ['a tie the applicant declared, by name, accents and capitals aside', async ({ house, hospital }) => {
      await admin`update organisation set name = ${`Hôpital ${hospital}`} where id = ${hospital}`
      await admin`insert into declared_tie ${admin({ organisation_id: house, kind: 'test-site', other_name: `HOPITAL ${hospital}` })}`
    }, ['scorer judged declared-tie detected']],
    ['a tie the partner declared', async ({ house, hospital }) => {
      const name = `Maison ${house}`
      await admin`update organisation set name = ${name} where id = ${house}`
      await admin`insert into declared_tie ${admin({ organisation_id: hospital, kind: 'client', other_name: name })}`
    }, ['scorer judged declared-tie detected']],
    ['a domain both answer for', ({ house, hospital }) => admin`insert into organisation_domain ${admin([{ organisation_id: house, domain: `${house}.example` }, { organisation_id: hospital, domain: `${house}.example` }])}`, ['scorer judged mail-domain detected']],
    ['the domain of a member of the applicant', async ({ house, scorer }) => {
      const domain = `${house}.example`
      const id = crypto.randomUUID()
      await admin`update person set email = ${`lecteur@${domain}`} where id = ${scorer}`
      await admin`insert into person ${admin({ id, email: `fondatrice@${domain}` })}`
      await admin`insert into membership ${admin({ organisation_id: house, person_id: id, role: 'owner' })}`
    }, ['scorer judged mail-domain detected']],
    ['a mailbox provider both use, which links nobody', async ({ house, scorer }) => {
      const id = crypto.randomUUID()
      await admin`update person set email = ${`${scorer}@gmail.com`} where id = ${scorer}`
      await admin`insert into person ${admin({ id, email: `${id}@gmail.com` })}`
      await admin`insert into membership ${admin({ organisation_id: house, person_id: id, role: 'owner' })}`
    }, []],
  ])('is %s, and nothing else', async (_what, arrange, expected) => {
    const { people, organisations } = world
    const [email] = await admin`select email from person where id = ${people.scorer.id}`
    await arrange({ house: await home(judged), hospital: organisations.hospital, scorer: people.scorer.id })
    expect(await detect()).toEqual({ found: expected.length })
    expect(await found()).toEqual(expected)
    await admin`update person set email = ${email?.email} where id = ${people.scorer.id}`
    await admin`update organisation set siren = null where id = ${organisations.hospital}`
    await admin`delete from declared_tie where organisation_id = ${organisations.hospital}`
    await admin`delete from organisation_domain where domain = ${`${await home(judged)}.example`}`
  })

  it('is kept once, is not found again once lifted, and another reason still is', async () => {
    await admin`insert into organisation_domain ${admin([{ organisation_id: await home(judged), domain: 'commun.example' }, { organisation_id: world.organisations.hospital, domain: 'commun.example' }])}`
    expect(await detect()).toEqual({ found: 1 })
    expect(await detect()).toEqual({ found: 0 })
    expect((await listConflicts(as('manager'), inRound())).pairs).toMatchObject([{ state: 'to-settle' }])
    expect(await listRounds(as('manager'), { slug: committee.call.slug })).toMatchObject({ rounds: [{ toSettle: 1 }] })
    await liftConflict(as('manager'), { conflictId: await standing('scorer'), motive: 'Le domaine d’une pépinière' })
    expect(await detect()).toEqual({ found: 0 })
    expect(await whereFound('scorer', judged)).toContain('scored_application')
    await admin`update organisation set siren = '732829320' where id in (${await home(judged)}, ${world.organisations.hospital})`
    expect(await detect()).toEqual({ found: 1 })
    expect(await rows()).toMatchObject([{ reason: 'mail-domain', lifted: true }, { reason: 'same-siren', lifted: false }])
    await admin`update organisation set siren = null where id = ${world.organisations.hospital}`
  })

  it('waits for a look where it rests on a domain, and stands once a manager confirms it', async () => {
    await admin`insert into organisation_domain ${admin([{ organisation_id: await home(judged), domain: 'partage.example' }, { organisation_id: world.organisations.hospital, domain: 'partage.example' }])}`
    await detect()
    await pinConflict(as('manager'), { ...inRound(), applicationId: judged, personId: world.people.scorer.id, reason: 'mail-domain' })
    expect((await listConflicts(as('manager'), inRound())).pairs).toMatchObject([{ state: 'standing', links: [{ origin: 'detected' }, { origin: 'pinned' }] }])
    await expect(pinConflict(as('manager'), { ...inRound(), applicationId: judged, personId: world.people.scorer.id, reason: 'mail-domain' })).rejects.toMatchObject({ code: 'conflict', reason: 'conflict_standing' })
    expect(await listRounds(as('manager'), { slug: committee.call.slug })).toMatchObject({ rounds: [{ toSettle: 0 }] })
  })
})
