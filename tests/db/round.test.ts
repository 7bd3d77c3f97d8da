import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { deposit, newCall, type TestCall } from '#tests/db/deposited.ts'
import { makeCommittee } from '#tests/factories/committee.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { listAssignments } from '#lib/server/assignment/list-assignments.ts'
import { closeRound, openDeclarations, openScoring } from '#lib/server/round/advance-round.ts'
import { addApplications, removeApplications } from '#lib/server/round/choose-applications.ts'
import { createRound, discardRound } from '#lib/server/round/create-round.ts'
import { saveRoundCriteria, saveRoundPresentation, saveRoundRules } from '#lib/server/round/save-round.ts'
import { showRound } from '#lib/server/round/show-rounds.ts'
import { addScorerByAddress, addScorers, removeScorer } from '#lib/server/scorer/add-scorer.ts'
import { listScorers } from '#lib/server/scorer/list-scorers.ts'

/** A round's rules are settled before anybody knows what they give, by managers who never overwrite each other and never score. */
let world: World
let call: TestCall
let roundId = ''
type Who = 'manager' | 'manager-2' | 'scorer' | 'scorer-2' | 'mentor'
const as = (who: Who) => ({ personId: world.people[who].id })
const manager = () => as('manager')
const words = (fr: string) => ({ fr, en: `${fr} (en)` })
const seat = (who: Who, home: 'hospital' | 'foundation' | 'operator' = 'hospital') => ({ personId: world.people[who].id, organisationId: world.organisations[home] })
const shown = () => showRound(manager(), { roundId })
const version = async () => (await shown()).head.version
const turn = async () => ({ roundId, version: await version() })
const soon = () => parisClockText(new Date(Date.now() + 9 * 86_400_000))
const presentation = { name: words('Comité'), guidance: null, applicationsPerScorer: '7', declareBy: '', dueAt: '' }
const rules: Omit<Parameters<typeof saveRoundRules>[1], 'roundId' | 'version'> = { evaluationsPerApplication: '2', quorum: '2', places: '1', applicantNames: 'shown', scorerNames: 'hidden', shownAfterOwn: 'scores', aggregate: 'median', notApplicable: 'by-criterion', tieRule: ['median'] }
const criterion = (name: string, weight: string, id: string | null = null, putTo = 'everyone') => ({ id, name: words(name), weight, anchors: [1, 2, 3, 4, 5].map((level) => words(`Niveau ${level}`)), guidance: null, mayBeNotApplicable: false, putTo })
const saveCriteria = async (criteria: unknown[]) => saveRoundCriteria(manager(), { ...(await turn()), criteria } as never)
const applicationsOf = async (id = roundId) => (await admin<{ id: string }[]>`select application_id as id from round_application where round_id = ${id} order by 1`).map((row) => row.id)
const mailsTo = (who: Who, kind: string) => admin<{ subject: string; text: string; locale: string }[]>`select subject, text, locale from mail where person_id = ${world.people[who].id} and kind = ${kind} and text like ${`%${kind === 'scoring' ? '/scoring' : roundId}%`} order by created_at`
const eligible = async (id: string) => admin.begin(async (sql) => {
  await sql`set local session_replication_role = replica`
  await sql`update application set eligibility = 'eligible' where id = ${id}`
  return id
})
const partner = (home: 'hospital' | 'foundation' | 'operator' | 'start-up', position: number) => admin`insert into call_partner ${admin({ call_id: call.id, position, organisation_id: world.organisations[home], role: admin.json({ fr: 'Partenaire' }) as never })}`

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
  await admin`insert into criterion ${admin([{ call_id: call.id, slug: 'utilite', position: 0, name: admin.json({ fr: 'Utilité' }) as never, weight: 62.5, anchors: admin.json([1, 2, 3, 4, 5].map((level) => ({ fr: `Niveau ${level}` }))) as never }, { call_id: call.id, slug: 'preuves', position: 1, name: admin.json({ fr: 'Preuves' }) as never, weight: 37.5, anchors: admin.json([1, 2, 3, 4, 5].map((level) => ({ fr: `Niveau ${level}` }))) as never }])}`
  await partner('hospital', 0)
  await partner('foundation', 1)
  roundId = (await createRound(manager(), { slug: call.slug, kind: 'committee', name: words('Comité'), from: '' })).id
})

describe('a round', () => {
  it('starts from the call’s grid in whole points, and the next from the one before', async () => {
    expect((await shown()).criteria).toMatchObject([{ slug: 'utilite', weight: 63, putTo: 'everyone', mayBeNotApplicable: false }, { slug: 'preuves', weight: 37 }])
    await saveRoundRules(manager(), { ...(await turn()), ...rules })
    const next = await createRound(manager(), { slug: call.slug, kind: 'jury', name: words('Jury'), from: roundId })
    const copy = await showRound(manager(), { roundId: next.id })
    expect(copy).toMatchObject({ head: { kind: 'jury', phase: 'preparing', version: 0 }, settings: { position: 2, quorum: 2, aggregate: 'median', tieRule: ['median'], scorerNames: 'hidden' }, criteria: [{ slug: 'utilite', weight: 63 }, { slug: 'preuves', weight: 37 }], takesAll: false })
    await expect(createRound(manager(), { slug: call.slug, kind: 'jury', name: words('Jury'), from: world.round.id })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'from' }] })
  })

  it('is never saved over what a manager has not seen', async () => {
    await saveRoundPresentation(as('manager-2'), { ...(await turn()), ...presentation, name: words('Nom de l’un') })
    for (const late of [
      () => saveRoundPresentation(manager(), { roundId, version: 0, ...presentation, name: words('Nom de l’autre') }), () => saveRoundRules(manager(), { roundId, version: 0, ...rules }),
      () => saveRoundCriteria(manager(), { roundId, version: 0, criteria: [] } as never), () => openDeclarations(manager(), { roundId, version: 0 }), () => discardRound(manager(), { roundId, version: 0, confirmed: 'yes' }),
    ]) await expect(late()).rejects.toMatchObject({ code: 'conflict', reason: 'round-changed', current: { version: 1 } })
    expect(await shown()).toMatchObject({ head: { name: words('Nom de l’un'), version: 1, phase: 'preparing' }, criteria: [{}, {}] })
  })

  it('keeps a criterion its tie rule relies on, and takes no tie rule on one it has not', async () => {
    await saveRoundRules(manager(), { ...(await turn()), ...rules, tieRule: ['criterion:preuves', 'lowest'] })
    const [useful, proof] = (await shown()).criteria
    await expect(saveCriteria([criterion('Utilité', '100', useful?.id)])).rejects.toMatchObject({ code: 'conflict', reason: 'criterion-in-tie-rule' })
    await saveCriteria([criterion('Des preuves', '60', proof?.id), criterion('Vécu', '40', null, 'lived-experience')])
    expect((await shown()).criteria).toMatchObject([{ slug: 'preuves', id: proof?.id, weight: 60 }, { slug: 'vecu', putTo: 'lived-experience' }])
    await expect(saveRoundRules(manager(), { ...(await turn()), ...rules, tieRule: ['criterion:utilite'] })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'tieRule', code: 'invalid_value' }] })
    await expect(saveCriteria([criterion('D’ailleurs', '100', world.round.criterionId)])).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('asking for links', () => {
  it('takes all that is eligible and nothing else, also what the manager who asks is walled off from', async () => {
    const [one, two] = [await eligible(await deposit(call, { solution: 'Relais' })), await eligible(await deposit(call, { solution: 'Veille' }))]
    await deposit(call, { solution: 'En attente' })
    await eligible(await deposit(call, { solution: 'Retirée', withdrawn: true }))
    await addScorers(manager(), { roundId, members: [seat('scorer'), seat('scorer-2', 'foundation')] })
    await declareConflict(manager(), { applicationId: two, reason: 'employment' })
    expect(await openDeclarations(manager(), await turn())).toEqual({ found: 0, told: 2 })
    expect(await applicationsOf()).toEqual([one, two].sort())
    expect((await shown()).counts).toMatchObject({ applications: 1, scorers: 2, declared: 0 })
    expect((await showRound(as('manager-2'), { roundId })).counts).toMatchObject({ applications: 2 })
  })

  it('writes to each scorer in their language, and names no application', async () => {
    await eligible(await deposit(call, { solution: 'Relais de nuit' }))
    await admin`update person set locale = 'en' where id = ${world.people['scorer-2'].id}`
    await saveRoundPresentation(manager(), { ...(await turn()), ...presentation, declareBy: '2040-03-02T17:00' })
    await addScorers(manager(), { roundId, members: [seat('scorer'), seat('scorer-2', 'foundation')] })
    await openDeclarations(manager(), await turn())
    const [french] = await mailsTo('scorer', 'declaration')
    const [english] = await mailsTo('scorer-2', 'declaration')
    expect([french?.locale, english?.locale]).toEqual(['fr', 'en'])
    expect(french?.subject).toBe('Vos liens d’intérêt, avant d’évaluer\u00A0: Comité')
    expect(french?.text).toContain(`/fr/scoring/rounds/${roundId}/conflicts`)
    expect(french?.text).toContain('2 mars 2040')
    expect(english?.text).toContain(`/en/scoring/rounds/${roundId}/conflicts`)
    expect(french?.text).not.toContain('Relais')
    await admin`update person set locale = 'fr' where id = ${world.people['scorer-2'].id}`
    // Somebody who comes later is asked at once, and nobody else again.
    await addScorerByAddress(manager(), { roundId, email: world.people.mentor.email })
    expect([(await mailsTo('mentor', 'declaration')).length, (await mailsTo('scorer', 'declaration')).length]).toEqual([1, 1])
  })

  it('waits for scorers and applications, and nothing is half done', async () => {
    await expect(openDeclarations(manager(), await turn())).rejects.toMatchObject({ code: 'invalid', reason: 'round-not-ready', faults: [{ code: 'no-scorers' }, { code: 'no-applications' }] })
    await eligible(await deposit(call, { solution: 'Relais' }))
    await expect(openDeclarations(manager(), await turn())).rejects.toMatchObject({ code: 'invalid', faults: [{ code: 'no-scorers' }] })
    expect(await shown()).toMatchObject({ head: { phase: 'preparing', version: 0 } })
    expect(await applicationsOf()).toEqual([])
  })

  it('before a jury takes the shortlist alone', async () => {
    const [one] = [await eligible(await deposit(call, { solution: 'Relais' })), await eligible(await deposit(call, { solution: 'Veille' }))]
    const pending = await deposit(call, { solution: 'En attente' })
    const { id } = await createRound(manager(), { slug: call.slug, kind: 'jury', name: words('Jury'), from: roundId })
    await addScorers(manager(), { roundId: id, members: [seat('scorer')] })
    await expect(openDeclarations(manager(), { roundId: id, version: 0 })).rejects.toMatchObject({ faults: [{ code: 'no-applications' }] })
    await expect(addApplications(manager(), { roundId: id, applicationIds: [one, pending] })).rejects.toMatchObject({ code: 'conflict', reason: 'round_application_eligible_conflicted' })
    expect(await addApplications(manager(), { roundId: id, applicationIds: [one, one] })).toEqual({ added: 1 })
    await openDeclarations(manager(), { roundId: id, version: 0 })
    expect(await applicationsOf(id)).toEqual([one])
    await removeApplications(manager(), { roundId: id, applicationIds: [one] })
    expect(await applicationsOf(id)).toEqual([])
  })

  it('is asked again for a name that comes later, before anything is shown', async () => {
    await eligible(await deposit(call, { solution: 'Relais' }))
    await addScorers(manager(), { roundId, members: [seat('scorer')] })
    await openDeclarations(manager(), await turn())
    await admin.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${world.people.scorer.id}, true)`
      await sql`update scorer set declared_at = now() where round_id = ${roundId}`
    })
    const late = await eligible(await deposit(call, { solution: 'Tardive' }))
    await addApplications(manager(), { roundId, applicationIds: [late] })
    expect((await listScorers(manager(), { roundId })).scorers).toMatchObject([{ declaredAt: null }])
    expect(await mailsTo('scorer', 'declaration')).toHaveLength(2)
  })
})

describe('opening scoring', () => {
  const prepared = async () => {
    await eligible(await deposit(call, { solution: 'Relais' }))
    await addScorers(manager(), { roundId, members: [seat('scorer')], profile: { livedExperience: false } })
    await openDeclarations(manager(), await turn())
  }
  const open = async () => openScoring(manager(), { ...(await turn()), confirmed: 'yes' })

  it('waits for a hundred points, a question for everybody and a day to come', async () => {
    await prepared()
    await saveCriteria([criterion('Vécu', '60', null, 'lived-experience')])
    await expect(open()).rejects.toMatchObject({ code: 'invalid', reason: 'round-not-ready', faults: [{ code: 'weights' }, { code: 'no-criterion-for' }, { code: 'no-due-date' }] })
    await saveCriteria([])
    await expect(open()).rejects.toMatchObject({ faults: [{ code: 'no-criteria' }, { code: 'no-due-date' }] })
    await expect(openScoring(manager(), { ...(await turn()), confirmed: '' } as never)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed' }] })
    expect(await shown()).toMatchObject({ head: { phase: 'declaring' } })
  })

  it('locks the rules and the grid for good, whichever way they are written; names and dates stay open', async () => {
    await prepared()
    await saveRoundPresentation(manager(), { ...(await turn()), ...presentation, dueAt: soon() })
    expect(await open()).toEqual({ found: 0, told: 1 })
    expect(await mailsTo('scorer', 'scoring')).toHaveLength(1)
    await expect(saveRoundRules(manager(), { ...(await turn()), ...rules })).rejects.toMatchObject({ code: 'closed' })
    await expect(saveCriteria([criterion('Autre', '100')])).rejects.toMatchObject({ code: 'closed' })
    await expect(removeApplications(manager(), { roundId, applicationIds: await applicationsOf() })).rejects.toMatchObject({ code: 'closed' })
    await expect(discardRound(manager(), { ...(await turn()), confirmed: 'yes' })).rejects.toMatchObject({ code: 'closed' })
    const sql = asRole('portal_app')
    const written = (statement: string) => sql.begin(async (tx) => {
      await tx`select portal.begin(${world.people.manager.id}::uuid)`
      await tx.unsafe(statement, [roundId])
    })
    for (const change of ['aggregate = \'median\'', 'not_applicable = \'by-criterion\'', 'tie_rule = \'{lowest}\'', 'quorum = 9', 'places = 9', 'evaluations_per_application = 9', 'applicant_names = \'hidden\'', 'scorer_names = \'hidden\'', 'shown_after_own = \'nothing\'', 'opened_at = null', 'kind = \'jury\'']) {
      await expect(written(`update round set ${change} where id = $1`)).rejects.toMatchObject({ constraint_name: 'round_rules_closed' })
    }
    for (const change of ['update round_criterion set weight = 1 where round_id = $1', 'delete from round_criterion where round_id = $1', `insert into round_criterion (round_id, slug, position, name, weight, anchors) values ($1, 'x', 9, '{}', 1, '[]')`]) {
      await expect(written(change)).rejects.toMatchObject({ constraint_name: 'round_rules_closed' })
    }
    await sql.end()
    await saveRoundPresentation(manager(), { ...(await turn()), ...presentation, dueAt: soon(), name: words('Autre nom') })
    expect((await shown()).head).toMatchObject({ phase: 'scoring', name: words('Autre nom') })
    await closeRound(manager(), { ...(await turn()), confirmed: 'yes' })
    await expect(saveRoundPresentation(manager(), { ...(await turn()), ...presentation })).rejects.toMatchObject({ code: 'closed' })
    await expect(closeRound(manager(), { ...(await turn()), confirmed: 'yes' })).rejects.toMatchObject({ code: 'closed' })
  })
})

describe('scorers', () => {
  it('come from partners, with what their organisation suggests, once each', async () => {
    await partner('start-up', 2)
    await partner('operator', 3)
    const { candidates, silent } = await listScorers(manager(), { roundId })
    expect(candidates.map(({ personId }) => personId).sort()).toEqual([world.people.scorer.id, world.people.mentor.id, world.people['scorer-2'].id, world.rounds.partner.id].sort())
    expect(silent).toEqual([])
    expect(await addScorers(manager(), { roundId, members: [seat('scorer'), seat('scorer-2', 'foundation')] })).toMatchObject({ added: 2 })
    expect(await addScorers(manager(), { roundId, members: [seat('scorer')], profile: { clinical: false } })).toMatchObject({ added: 0 })
    expect((await listScorers(manager(), { roundId })).scorers.map(({ clinical, livedExperience, cap }) => ({ clinical, livedExperience, cap })).sort((a, b) => Number(b.clinical) - Number(a.clinical))).toEqual([
      { clinical: true, livedExperience: false, cap: 15 }, { clinical: false, livedExperience: false, cap: 15 },
    ])
    for (const stranger of [seat('manager', 'operator'), { ...seat('scorer'), organisationId: world.organisations.foundation }, { personId: world.people.founder.id, organisationId: world.organisations['start-up'] }]) {
      await expect(addScorers(manager(), { roundId, members: [stranger] })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(addScorerByAddress(manager(), { roundId, email: world.people.founder.email })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'email', code: 'no-seat' }] })
  })

  it('are named where a partner has nobody', async () => {
    const id = crypto.randomUUID()
    await admin`insert into organisation ${admin({ id, slug: id, name: 'Association Sans Compte', kind: 'patient-association' })}`
    await admin`insert into call_partner ${admin({ call_id: call.id, position: 9, organisation_id: id, role: admin.json({ fr: 'Partenaire' }) as never })}`
    expect((await listScorers(manager(), { roundId })).silent).toMatchObject([{ id, name: 'Association Sans Compte' }])
  })

  it('never run the call: who sees all scores gives none', async () => {
    const seatId = crypto.randomUUID()
    await admin`insert into membership ${admin({ id: seatId, organisation_id: world.organisations.hospital, person_id: world.people['manager-2'].id, role: 'member' })}`
    await expect(addScorers(manager(), { roundId, members: [seat('manager-2')] })).rejects.toMatchObject({ code: 'conflict', reason: 'scorer_manages_conflicted' })
    await expect(addScorerByAddress(manager(), { roundId, email: world.people['manager-2'].email })).rejects.toMatchObject({ code: 'conflict', reason: 'scorer_manages_conflicted' })
    expect((await listScorers(manager(), { roundId })).scorers).toEqual([])
    await admin`delete from membership where id = ${seatId}`
  })

  it('who leave leave what they have not submitted to others, also where the manager is walled off; back, they declare again', async () => {
    const { roundId: at, applications, assignments } = await makeCommittee(admin, { managerId: world.people.manager.id, solutions: ['Relais', 'Veille', 'Écho'], seats: [seat('scorer')] })
    const [first, second] = applications.map(({ id }) => id)
    await admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update evaluation set submitted_at = now(), sequence = 1 where application_id = ${first ?? ''} and round_id = ${at}`
    })
    await declareConflict(as('manager-2'), { applicationId: second ?? '', reason: 'family-or-friend' })
    const [row] = await admin<{ id: string }[]>`select id from scorer where round_id = ${at}`
    await removeScorer(as('manager-2'), { scorerId: row?.id ?? '' })
    expect((await admin`select id from assignment where round_id = ${at} and withdrawn_at is null`).map(({ id }) => id)).toEqual([assignments[0]?.id])
    expect((await listAssignments(as('scorer'), {})).rounds.some(({ id }) => id === at)).toBe(false)
    await expect(removeScorer(manager(), { scorerId: row?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' })
    await addScorerByAddress(manager(), { roundId: at, email: world.people.scorer.email })
    expect(await admin`select id, declared_at, removed_at from scorer where round_id = ${at}`).toMatchObject([{ id: row?.id, declared_at: null, removed_at: null }])
  })
})
