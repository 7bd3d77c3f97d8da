import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrive, leave, scoreInJury } from '#lib/server/deliberation/attend-deliberation.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { endDeliberation, moveDeliberation, noteDeliberation, startDeliberation, stepDeliberation } from '#lib/server/deliberation/lead-deliberation.ts'
import { minutesDocument } from '#lib/server/deliberation/minutes-document.ts'
import { planDeliberation } from '#lib/server/deliberation/plan-deliberation.ts'
import { readMinutes } from '#lib/server/deliberation/read-minutes.ts'
import { showDeliberation } from '#lib/server/deliberation/show-deliberation.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import type { Caller } from '#lib/server/opening.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { readPdf } from '#tests/server/read-pdf.ts'

/** A jury's meeting from its plan to its end; each step goes on from the one before. */
describe('a jury’s meeting', () => {
  let world: World
  let [manager, chair, juror, linked]: Caller[] = []
  let [deliberationId, first, second] = ['', '', '']
  const show = (caller = manager) => showDeliberation(caller as Caller, { deliberationId })
  const turn = async () => ({ deliberationId, version: (await show()).version })
  const score = (caller: Caller | undefined, applicationId: string, given: number) => scoreInJury(caller as Caller, { deliberationId, applicationId, score: given })

  beforeAll(async () => {
    world = await makeWorld(admin)
    const caller = (persona: 'manager' | 'scorer' | 'scorer-2' | 'conflicted') => ({ personId: world.people[persona].id })
    ;[manager, chair, juror, linked] = [caller('manager'), caller('scorer'), caller('scorer-2'), caller('conflicted')]
    // A jury of three over the two applications of the judged call, one of which the third has declared a link to.
    const roundId = crypto.randomUUID()
    const past = new Date(Date.now() - 1_000)
    await admin.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${world.people.manager.id}, true)`
      await sql`update application set eligibility = 'eligible' where id = ${world.round.decidedId}`
      await sql`insert into round ${sql({ id: roundId, call_id: world.round.call.id, position: 9, kind: 'jury', name: sql.json({ fr: 'Jury' }) as never, evaluations_per_application: 1, applications_per_scorer: 9, quorum: 2, places: 1, declaring_at: past })}`
      await sql`insert into round_application ${sql([{ round_id: roundId, application_id: world.round.applicationId }, { round_id: roundId, application_id: world.round.decidedId }])}`
      const seat = (persona: 'scorer' | 'scorer-2' | 'conflicted', home: 'hospital' | 'foundation' | 'laboratory') => ({ round_id: roundId, person_id: world.people[persona].id, organisation_id: world.organisations[home], partner_kind: home, name: persona, email: persona, cap: 9, declared_at: past, chair: persona === 'scorer' })
      await sql`insert into scorer ${sql([seat('scorer', 'hospital'), seat('scorer-2', 'foundation'), seat('conflicted', 'laboratory')])}`
      await sql`update round set opened_at = ${past} where id = ${roundId}`
    })
    deliberationId = (await planDeliberation(manager, { roundId })).deliberationId
    ;[first = '', second = ''] = (await show()).agenda.map(({ applicationId }) => applicationId)
  })
  afterAll(() => removeWorld(admin, world))

  it('takes those nobody leaves for together, and hides a point from whoever must leave for it', async () => {
    expect((await show()).agenda).toHaveLength(2)
    expect((await show(linked)).agenda.map(({ applicationId }) => applicationId)).toEqual([world.round.decidedId])
    await expect(score(chair, first, 3)).rejects.toMatchObject({ code: 'closed' })
  })

  it('is led by the chair or a manager, one move at a time', async () => {
    await expect(startDeliberation(juror as Caller, await turn())).rejects.toMatchObject({ code: 'not-found' })
    await startDeliberation(chair as Caller, await turn())
    await expect(startDeliberation(chair as Caller, await turn())).rejects.toMatchObject({ code: 'closed' })
    const stale = { ...(await turn()), applicationId: second }
    await moveDeliberation(manager as Caller, { ...(await turn()), applicationId: world.round.applicationId })
    await expect(moveDeliberation(chair as Caller, stale)).rejects.toMatchObject({ code: 'conflict', reason: 'deliberation-moved' })
  })

  it('tells who must leave, and tells them nothing more', async () => {
    const seen = await show(juror)
    expect(seen.jurors.filter(({ mustLeave }) => mustLeave).map(({ name }) => name)).toEqual(['conflicted'])
    expect(await show(linked)).toMatchObject({ mustLeave: true, isDiscussing: true, current: null, given: { private: 0, final: 0 } })
    expect(JSON.stringify(await show(linked))).not.toContain(world.round.applicationId)
  })

  it('keeps private scores to oneself until they are revealed, from those who lead too', async () => {
    await stepDeliberation(chair as Caller, { ...(await turn()), step: 'private' })
    await score(chair, world.round.applicationId, 2)
    await expect(score(linked, world.round.applicationId, 5)).rejects.toMatchObject({ code: 'not-found' })
    await expect(score(juror, world.round.applicationId, 3.3)).rejects.toMatchObject({ code: 'invalid' })
    await expect(stepDeliberation(chair as Caller, { ...(await turn()), step: 'revealed' })).rejects.toMatchObject({ code: 'conflict', reason: 'no-quorum', current: { private: 1, quorum: 2 } })
    await score(juror, world.round.applicationId, 4.5)
    await score(juror, world.round.applicationId, 5)
    for (const caller of [manager, chair]) expect((await show(caller)).agenda.find(({ applicationId }) => applicationId === world.round.applicationId)?.scores.filter(({ score: given }) => given === 5)).toEqual([])
    expect(await show(juror)).toMatchObject({ own: 5, kind: 'private', given: { private: 2, final: 0 } })
  })

  it('shows them all at once, and takes no other after', async () => {
    await expect(stepDeliberation(chair as Caller, { ...(await turn()), step: 'final' })).rejects.toMatchObject({ code: 'conflict', reason: 'deliberation-moved' })
    await stepDeliberation(chair as Caller, { ...(await turn()), step: 'revealed' })
    const shown = (await show(juror)).agenda.find(({ applicationId }) => applicationId === world.round.applicationId)
    expect(shown?.scores.map(({ kind, score: given }) => [kind, given]).sort()).toEqual([['private', 2], ['private', 5]])
    await expect(score(juror, world.round.applicationId, 1)).rejects.toMatchObject({ code: 'closed' })
  })

  it('keeps both scores, and the mean of the final ones once settled', async () => {
    await stepDeliberation(manager as Caller, { ...(await turn()), step: 'final' })
    await score(chair, world.round.applicationId, 4)
    await score(juror, world.round.applicationId, 4.5)
    expect((await show(manager)).agenda.flatMap(({ scores }) => scores).filter(({ kind }) => kind === 'final')).toEqual([])
    await stepDeliberation(chair as Caller, { ...(await turn()), step: 'settled' })
    const settled = (await show()).agenda.find(({ applicationId }) => applicationId === world.round.applicationId)
    expect(settled).toMatchObject({ step: 'settled', result: 4.25 })
    expect(settled?.scores).toHaveLength(4)
    expect((await show()).places).toEqual([{ id: world.round.applicationId, rank: 1, exAequo: false, mean: 4.25, low: 4, high: 4.5 }])
    expect((await show(linked)).places).toEqual([])
  })

  it('keeps what was said on the version its writer saw', async () => {
    const note = (notesVersion: number, notes: string) => noteDeliberation(chair as Caller, { deliberationId, applicationId: world.round.applicationId, notesVersion, notes })
    expect(await note(0, 'Convaincant')).toEqual({ notesVersion: 1 })
    await expect(note(0, 'Autre chose')).rejects.toMatchObject({ code: 'conflict', reason: 'notes-changed', current: { notes: 'Convaincant' } })
  })

  it('knows who is in the room', async () => {
    await arrive(juror as Caller, { deliberationId })
    await arrive(juror as Caller, { deliberationId })
    await expect(arrive(juror as Caller, { deliberationId, personId: world.people.scorer.id })).rejects.toMatchObject({ code: 'not-found' })
    await arrive(chair as Caller, { deliberationId, personId: world.people.conflicted.id })
    expect((await show()).jurors.filter(({ isPresent }) => isPresent).map(({ name }) => name)).toEqual(['conflicted', 'scorer-2'])
    await leave(juror as Caller, { deliberationId })
    expect((await show()).jurors.filter(({ isPresent }) => isPresent).map(({ name }) => name)).toEqual(['conflicted'])
  })

  it('tells every screen that it moved, by the meeting alone', async () => {
    const heard: string[] = []
    let hear: () => void = () => {}
    const said = new Promise<void>((resolve) => (hear = resolve))
    const listening = await admin.listen('portal_deliberation', (payload) => {
      if (payload !== deliberationId) return
      heard.push(payload)
      hear()
    })
    await arrive(juror as Caller, { deliberationId })
    await said
    await listening.unlisten()
    expect(new Set(heard)).toEqual(new Set([deliberationId]))
  })

  it('ends for good', async () => {
    await endDeliberation(manager as Caller, { ...(await turn()), confirmed: 'yes' })
    expect(await show()).toMatchObject({ state: 'ended', current: null })
    expect((await show()).jurors.some(({ isPresent }) => isPresent)).toBe(false)
    await expect(moveDeliberation(manager as Caller, await turn())).rejects.toMatchObject({ code: 'closed' })
    await expect(arrive(juror as Caller, { deliberationId })).rejects.toMatchObject({ code: 'closed' })
  })

  const minutes = async (locale: 'fr' | 'en') => (await readPdf(await renderPdf(minutesDocument(await readMinutes(manager as Caller, { deliberationId }), locale)))).text.replace(/\s+/g, ' ')

  it('leaves minutes that say who was there, who stood aside, both scores of each, and what was said', async () => {
    const text = await minutes('fr')
    const point = text.slice(text.indexOf('Candidature par candidature'))
    for (const said of ['2 notes par candidature, pour 3 membres', 'La moyenne des notes finales', 'scorer (préside)', 'Sortis de la salle conflicted', 'Moyenne finale 4,25', 'scorer 2 4 +2', 'scorer-2 5 4,5 −0,5', 'Convaincant', 'Non arrêtée']) expect(text).toContain(said)
    expect(point.indexOf('Convaincant')).toBeGreaterThan(-1)
    expect(text).toMatch(/scorer-2 .*de \d+ h( \d\d)? à \d+ h( \d\d)? ; puis de/)
    expect(text).not.toContain('provisoire')
    const english = await minutes('en')
    for (const said of ['2 scores per application, of 3 jurors', 'scorer (chair)', 'Left the room conflicted', 'Final mean 4.25', 'scorer-2 5 4.5 −0.5']) expect(english).toContain(said)
  })

  it('keeps minutes from whoever a link keeps from one of its files, jurors and the chair', async () => {
    for (const caller of [chair, juror, linked]) await expect(readMinutes(caller as Caller, { deliberationId })).rejects.toMatchObject({ code: 'not-found' })
    const other = { personId: world.people['manager-2'].id }
    // A link to a file of the call that this meeting never spoke of keeps nothing from them.
    const [callId, elsewhere] = [world.round.call.id, world.application.id]
    const move = (to: string) => admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update application set call_id = ${to} where id = ${elsewhere}`
    })
    await move(callId)
    await admin`insert into conflict ${admin({ call_id: callId, application_id: elsewhere, person_id: other.personId, origin: 'pinned', reason: 'other' })}`
    expect(await readMinutes(other, { deliberationId })).toMatchObject({ round: { quorum: 2 } })
    await move(world.openCall.id)
    await declareConflict(other, { applicationId: first, reason: 'employment' })
    await expect(readMinutes(other, { deliberationId })).rejects.toMatchObject({ code: 'conflict', reason: 'walled-off' })
  })

  it('counts no score of a juror who tells of a link afterwards, and says so', async () => {
    await declareConflict(juror as Caller, { applicationId: world.round.applicationId, reason: 'employment' })
    const text = await minutes('en')
    expect(text).toContain('Link declared after the vote, score not counted scorer-2')
    expect(text).not.toContain('scorer-2 5 4.5')
    expect((await readMinutes(manager as Caller, { deliberationId })).places).toMatchObject([{ mean: 4 }])
    expect((await show()).places).toMatchObject([{ mean: 4, low: 4, high: 4 }])
  })
})
