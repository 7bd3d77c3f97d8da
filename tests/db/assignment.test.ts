import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveAssignment, reassign, withdrawAssignment } from '#lib/server/assignment/give-assignment.ts'
import { showBoard } from '#lib/server/assignment/show-board.ts'
import { applyProposal, proposeAssignments } from '#lib/server/assignment/propose-assignments.ts'
import { showAssignments } from '#lib/server/assignment/show-assignments.ts'
import type { Caller } from '#lib/server/opening.ts'
import { remindScorers } from '#lib/server/scorer/remind-scorers.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

/** Who scores what, given and taken back by hand, and how it is followed. */
describe('assignments', () => {
  let world: World
  let manager: Caller
  const board = () => showBoard(manager, { roundId: world.round.id })
  const statesIn = ({ applications }: Awaited<ReturnType<typeof board>>) => applications.flatMap(({ work }) => work.map(({ state }) => state)).sort()
  const person = (persona: 'scorer' | 'scorer-2' | 'conflicted') => world.people[persona].id
  const give = (roundId: string, personId: string) => giveAssignment(manager, { roundId, applicationId: world.round.applicationId, personId })

  beforeAll(async () => {
    world = await makeWorld(admin)
    manager = { personId: world.people.manager.id }
  })
  afterAll(() => removeWorld(admin, world))

  it('never go to somebody with a link, a stranger, or twice', async () => {
    await expect(give(world.round.id, person('conflicted'))).rejects.toMatchObject({ code: 'conflict', reason: 'assignment_conflicted' })
    await expect(give(world.round.id, world.people.mentor.id)).rejects.toMatchObject({ code: 'conflict', reason: 'assignment_of_another_round_conflicted' })
    await expect(give(world.round.id, person('scorer'))).rejects.toMatchObject({ code: 'conflict', reason: 'assignment_once' })
    await expect(give(world.rounds.preparing.id, person('scorer-2'))).rejects.toMatchObject({ code: 'closed' })
  })

  it('show how far each is, never what is written', async () => {
    const shown = await board()
    expect(shown.applications).toMatchObject([{ given: 2, submitted: 1 }])
    expect(statesIn(shown)).toEqual(['started', 'submitted'])
    const rows = new Map(shown.scorers.map((each) => [each.personId, each]))
    expect(rows.get(person('scorer'))).toMatchObject({ given: 1, submitted: 0, started: 1, remaining: 1, late: false, marks: null })
    expect(rows.get(person('scorer-2'))).toMatchObject({ given: 1, submitted: 1, remaining: 0, marks: [0, 0, 0, 0, 1] })
    expect(JSON.stringify(shown)).not.toMatch(/comment/)
  })

  it('are late once the due date has passed, for those who have something left', async () => {
    await admin`update round set due_at = now() - interval '1 minute' where id = ${world.round.id}`
    const late = (await board()).scorers.filter((each) => each.late).map(({ personId }) => personId)
    expect(late).toEqual([person('scorer')])
  })

  it('are reminded of by a mail that lists what is left of one’s own, by number alone', async () => {
    expect(await remindScorers(manager, { roundId: world.round.id, personIds: [person('scorer'), person('scorer-2')] })).toEqual({ told: 1 })
    const mails = await admin<{ personId: string; text: string }[]>`select person_id as "personId", text from mail where kind = 'scorerReminder' and person_id = any (${[person('scorer'), person('scorer-2')]})`
    expect(mails.map(({ personId }) => personId)).toEqual([person('scorer')])
    const [{ number }] = await admin<[{ number: string }]>`select number from application where id = ${world.round.applicationId}`
    expect(mails[0]?.text).toContain(`${number}\n`)
    expect(mails[0]?.text).toContain(`/scoring/evaluations/${world.round.startedId}`)
    expect(mails[0]?.text).not.toContain('canary')
    await expect(remindScorers(manager, { roundId: world.round.id, personIds: [person('scorer-2')] })).rejects.toMatchObject({ code: 'conflict', reason: 'nobody-to-remind' })
  })

  it('stop counting at once when a link is found, and the work stays', async () => {
    const link = { call_id: world.round.call.id, application_id: world.round.applicationId, person_id: person('scorer-2'), origin: 'pinned', reason: 'other' }
    const [{ id }] = await admin<[{ id: string }]>`insert into conflict ${admin(link)} returning id`
    expect((await board()).applications).toMatchObject([{ given: 1, submitted: 0 }])
    expect(statesIn(await board())).toEqual(['conflicted', 'started'])
    expect(await admin`select from evaluation where id = ${world.round.submittedId} and submitted_at is not null`).toHaveLength(1)
    await admin`delete from conflict where id = ${id}`
  })

  it('are not taken back once submitted; others are, and go to somebody else in one deed', async () => {
    await expect(withdrawAssignment(manager, { assignmentId: world.round.submittedId })).rejects.toMatchObject({ code: 'closed', reason: 'assignment_submitted_closed' })
    await expect(reassign(manager, { assignmentId: world.round.startedId, personId: person('conflicted') })).rejects.toMatchObject({ code: 'conflict', reason: 'assignment_conflicted' })
    expect((await board()).applications).toMatchObject([{ given: 2 }])
    const seat = { round_id: world.round.id, person_id: world.rounds.partner.id, organisation_id: world.organisations.foundation, partner_kind: 'foundation', name: 'x', email: 'x', cap: 5 }
    await admin`insert into scorer ${admin(seat)}`
    await reassign(manager, { assignmentId: world.round.startedId, personId: world.rounds.partner.id })
    expect((await board()).applications).toMatchObject([{ given: 2 }])
    expect(statesIn(await board())).toEqual(['given', 'submitted'])
    expect(await admin`select from evaluation where person_id = ${world.rounds.partner.id} and version = 0 and scores = '{}'`).toHaveLength(1)
  })

  describe('proposed by the solver', () => {
    const roundId = () => world.rounds.declaring.id
    const state = () => showAssignments(manager, { roundId: roundId() })

    it('are read before they are given, and given as they were read', async () => {
      const { id, result } = await proposeAssignments(manager, { roundId: roundId(), seed: 3 })
      expect(result).toMatchObject({ status: 'optimal', pairs: [{ applicationId: world.round.applicationId }] })
      expect((await state()).applications).toMatchObject([{ work: [] }])
      expect((await state()).proposals).toMatchObject([{ id, stands: true, gives: 1, takes: 0, appliedAt: null }])
      expect(await applyProposal(manager, { proposalId: id })).toMatchObject({ given: 1 })
      expect((await state()).applications).toMatchObject([{ work: [{ state: 'given', origin: 'solved' }] }])
      await expect(applyProposal(manager, { proposalId: id })).rejects.toMatchObject({ code: 'conflict', reason: 'applied' })
    })

    it('are not applied once what they rest on has changed', async () => {
      const { id } = await proposeAssignments(manager, { roundId: roundId() })
      const link = { call_id: world.round.call.id, application_id: world.round.applicationId, person_id: person('scorer'), origin: 'pinned', reason: 'other' }
      await admin`insert into conflict ${admin(link)}`
      expect((await state()).proposals[0]).toMatchObject({ id, stands: false })
      await expect(applyProposal(manager, { proposalId: id })).rejects.toMatchObject({ code: 'conflict', reason: 'assignments-changed' })
    })

    it('go round a link, keep what was given by hand, and do not give again what was taken back', async () => {
      const { id, result } = await proposeAssignments(manager, { roundId: roundId() })
      expect(result).toMatchObject({ status: 'optimal', pairs: [{ scorerId: person('scorer-2') }] })
      await applyProposal(manager, { proposalId: id }).catch(() => {})
      const work = (await state()).applications[0]?.work.find(({ personId }) => personId === person('scorer-2'))
      await withdrawAssignment(manager, { assignmentId: work?.id ?? '' })
      const again = await proposeAssignments(manager, { roundId: roundId() })
      expect(again.result).toMatchObject({ status: 'infeasible', missing: 1 })
      await give(roundId(), person('scorer-2'))
      expect((await proposeAssignments(manager, { roundId: roundId() })).result).toMatchObject({ status: 'optimal', pairs: [{ scorerId: person('scorer-2'), kept: true }] })
    })

    it('say why there is none, and what would help', async () => {
      await admin.begin(async (sql) => {
        await sql`select set_config('portal.actor', ${world.people.manager.id}, true)`
        await sql`update scorer set cap = 0 where round_id = ${roundId()}`
        await sql`update assignment set withdrawn_at = now(), withdrawn_by = ${world.people.manager.id} where round_id = ${roundId()} and withdrawn_at is null`
      })
      const { id, result } = await proposeAssignments(manager, { roundId: roundId() })
      expect(result).toMatchObject({ status: 'infeasible', missing: 1, applications: [{ id: world.round.applicationId, missing: 1 }] })
      await expect(applyProposal(manager, { proposalId: id })).rejects.toMatchObject({ code: 'conflict', reason: 'infeasible' })
    })
  })
})
