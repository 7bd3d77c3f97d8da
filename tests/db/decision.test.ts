import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#lib/server/opening.ts'
import { decide, refuseIneligible, undecide } from '#lib/server/decision/decide.ts'
import { listDecisions } from '#lib/server/decision/list-decisions.ts'
import { openDecision } from '#lib/server/decision/open-decision.ts'
import { cancelRelease, proposeRelease, releaseDecisions } from '#lib/server/decision/release-decisions.ts'
import { showSelection } from '#lib/server/decision/show-selection.ts'
import { visitor } from '#lib/server/opening.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { makeWorld, removeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'

/** The decisions of the judged call, from pending to released; each step goes on from the one before. */
describe('decisions', () => {
  let world: World
  let manager: Caller
  let second: Caller
  const slug = () => world.round.call.slug
  const list = (caller = manager) => listDecisions(caller, { slug: slug() })
  const refuse = (id: string, version: number | '' = '') => ({ slug: slug(), chosen: [{ id, version }], outcome: 'not-selected' as const, motive: 'Trop tôt' })

  beforeAll(async () => {
    world = await makeWorld(admin)
    manager = { personId: world.people.manager.id }
    second = { personId: world.people['manager-2'].id }
    await cancelRelease(manager, { slug: slug(), releaseId: world.round.releaseId })
  })
  afterAll(() => removeWorld(admin, world))

  it('a refusal says why; a rank is for reserves alone', async () => {
    const { applicationId } = world.round
    await expect(decide(manager, { ...refuse(applicationId), motive: '  ' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'motive', code: 'missing' }] })
    await decide(manager, { slug: slug(), chosen: [{ id: applicationId, version: '' }], outcome: 'laureate', reserveRank: '3' })
    expect((await list()).rows.find(({ id }) => id === applicationId)).toMatchObject({ outcome: 'laureate', reserveRank: null, version: 0 })
  })

  it('two managers never decide over each other', async () => {
    await expect(decide(second, refuse(world.round.applicationId))).rejects.toMatchObject({ code: 'conflict', reason: 'decision-changed' })
    await expect(decide(second, refuse(world.round.applicationId, 4))).rejects.toMatchObject({ code: 'conflict', reason: 'decision-changed' })
    expect((await list()).rows.find(({ id }) => id === world.round.applicationId)).toMatchObject({ outcome: 'laureate' })
  })

  it('nothing goes out while a file is undecided or a round under way', async () => {
    await undecide(manager, { applicationId: world.round.decidedId, version: 0 })
    expect(await list()).toMatchObject({ obstacle: 'undecided', readiness: { files: 2, undecided: 1, openRounds: 1, walledOff: 0 } })
    await expect(proposeRelease(manager, { slug: slug(), sha256: (await list()).sha256 })).rejects.toMatchObject({ code: 'conflict', reason: 'undecided' })
    expect(await refuseIneligible(manager, { slug: slug() })).toEqual({ count: 0 })
    await decide(manager, refuse(world.round.decidedId))
    await expect(proposeRelease(manager, { slug: slug(), sha256: (await list()).sha256 })).rejects.toMatchObject({ code: 'conflict', reason: 'round-open' })
    await admin`update round set closed_at = now() where id = ${world.round.id}`
    expect(await list()).toMatchObject({ obstacle: null })
  })

  it('whoever has a link to one of the files neither sees its decision nor releases any', async () => {
    const link = { call_id: world.round.call.id, application_id: world.round.applicationId, person_id: world.people['manager-2'].id, origin: 'pinned', reason: 'other' }
    const [{ id }] = await admin<[{ id: string }]>`insert into conflict ${admin(link)} returning id`
    const seen = await list(second)
    expect(seen.rows.map((row) => row.id)).toEqual([world.round.decidedId])
    expect(seen.obstacle).toBe('walled-off')
    await expect(proposeRelease(second, { slug: slug(), sha256: seen.sha256 })).rejects.toMatchObject({ code: 'conflict', reason: 'walled-off' })
    await expect(decide(second, refuse(world.round.applicationId, 0))).rejects.toMatchObject({ code: 'not-found' })
    await admin`delete from conflict where id = ${id}`
  })

  it('is released by another manager than the one who proposed, exactly as proposed', async () => {
    const read = await list()
    await expect(proposeRelease(manager, { slug: slug(), sha256: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'conflict', reason: 'decision-changed' })
    await proposeRelease(manager, { slug: slug(), sha256: read.sha256 })
    await expect(proposeRelease(second, { slug: slug(), sha256: read.sha256 })).rejects.toMatchObject({ code: 'conflict', reason: 'decision_release_pending' })
    const releaseId = (await list()).pending?.id as string
    await expect(releaseDecisions(manager, { slug: slug(), releaseId, confirmed: 2 })).rejects.toMatchObject({ code: 'conflict', reason: 'own-proposal' })
    await expect(releaseDecisions(second, { slug: slug(), releaseId, confirmed: 1 })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed', code: 'count' }] })
    // A word changed after the proposal: what was read is not what would go out.
    await decide(second, { ...refuse(world.round.decidedId, 0), motive: 'Trop tard' })
    expect((await list(second)).pending).toMatchObject({ isOwn: false, stands: false })
    await expect(releaseDecisions(second, { slug: slug(), releaseId, confirmed: 2 })).rejects.toMatchObject({ code: 'conflict', reason: 'decision-changed' })
    await cancelRelease(second, { slug: slug(), releaseId })
  })

  it('tells nobody, and shows nothing, before the release', async () => {
    for (const persona of ['founder', 'rival'] as const) {
      for (const applicationId of [world.round.applicationId, world.round.decidedId]) await expect(openDecision({ personId: world.people[persona].id }, { applicationId })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(showSelection(visitor, { slug: slug() })).rejects.toMatchObject({ code: 'not-found' })
    expect(await admin`select from mail where kind = 'decision' and person_id = ${world.people.rival.id}`).toHaveLength(0)
  })

  it('goes out once, to everybody, when two release at the same moment', async () => {
    await proposeRelease(manager, { slug: slug(), sha256: (await list()).sha256 })
    const releaseId = (await list()).pending?.id as string
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => releaseDecisions(second, { slug: slug(), releaseId, confirmed: 2 })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const persona of ['founder', 'rival'] as const) {
      const mails = await admin<{ text: string; subject: string }[]>`select subject, text from mail where kind = 'decision' and person_id = ${world.people[persona].id}`
      expect(mails).toHaveLength(1)
      expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/retenu|lauréat|réserve|Trop/i)
    }
  })

  it('is read by those it is about alone, with the time of the first reading', async () => {
    const rival = { personId: world.people.rival.id }
    expect(await openDecision(rival, { applicationId: world.round.applicationId })).toMatchObject({ outcome: 'laureate', feedback: { comments: [expect.stringContaining('canary')] } })
    await expect(openDecision(rival, { applicationId: world.round.decidedId })).rejects.toMatchObject({ code: 'not-found' })
    await openDecision(rival, { applicationId: world.round.applicationId })
    const readAt = (id: string) => list().then(({ rows }) => rows.find((row) => row.id === id)?.readAt)
    expect(await readAt(world.round.applicationId)).toBeInstanceOf(Date)
    expect(await readAt(world.round.decidedId)).toBeNull()
  })

  it('shows no mean that one or two scorers gave', async () => {
    const { feedback } = await openDecision({ personId: world.people.rival.id }, { applicationId: world.round.applicationId })
    expect(feedback?.rounds).toEqual([{ name: { fr: 'Comité', en: 'Comité' }, criteria: [{ name: { fr: 'Utilité', en: 'Utilité' }, mean: null, distribution: null }] }])
  })

  it('never changes after the release, by any path', async () => {
    await expect(decide(manager, refuse(world.round.applicationId, 0))).rejects.toMatchObject({ code: 'closed' })
    await expect(undecide(manager, { applicationId: world.round.applicationId, version: 0 })).rejects.toMatchObject({ code: 'closed' })
    await expect(proposeRelease(manager, { slug: slug(), sha256: (await list()).sha256 })).rejects.toMatchObject({ code: 'closed' })
    await expect(judgeApplications(manager, { slug: slug(), chosen: [{ id: world.round.applicationId, mark: 'eligible.' }], eligibility: 'pending' })).rejects.toMatchObject({ code: 'closed', reason: 'decisions-released' })
    await expect(admin`update decision set motive = 'x' where application_id = ${world.round.applicationId}`).rejects.toMatchObject({ constraint_name: 'decision_closed' })
  })

  it('makes laureates public with the numbers of the choice, and nobody else', async () => {
    const shown = await showSelection(visitor, { slug: slug() })
    expect(shown).toMatchObject({ files: 2, ineligible: 0, outcomes: { laureate: 1, reserve: 0, 'not-selected': 1 }, recusals: [{ reason: 'investment', count: 1 }], rounds: [{ files: 1, scorers: 3, organisations: 3, evaluations: 1 }] })
    expect(shown.laureates.map(({ solution }) => solution.fr)).toEqual([expect.stringContaining('canary-judged-solution')])
    expect(JSON.stringify(shown)).not.toMatch(/canary-(?:waiting|pending|link|scorer)/)
  })
})
