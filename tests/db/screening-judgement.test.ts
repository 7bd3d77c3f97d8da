import { beforeAll, describe, expect, it } from 'vitest'
import { createTag } from '#lib/server/screening/change-tag.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { showHistory } from '#lib/server/screening/show-history.ts'
import { tagApplications } from '#lib/server/screening/tag-applications.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { deposit, newCall, type TestCall } from '#tests/db/deposited.ts'
import { as, asOwner, changed, chosenOf, eligibilities, judge, notFound, screen, sitDown, undo, world } from '#tests/db/screening-desk.ts'

/** Judging applications: undone, never over another unseen, and all of it told. */
beforeAll(sitDown)

describe('a judgement', () => {
  let call: TestCall
  beforeAll(async () => {
    call = await newCall()
    for (const solution of ['Un', 'Deux', 'Trois']) await deposit(call, { solution })
  })

  it('is made on many at once, with a motive where it refuses, and undone at once', async () => {
    const [one, two] = [await judge(call, ['Un', 'Deux'], 'eligible'), await judge(call, ['Trois'], 'ineligible', ' Hors du périmètre ')]
    expect([one.count, two.count]).toEqual([2, 1])
    expect(await eligibilities(call)).toEqual({ Un: 'eligible', Deux: 'eligible', Trois: 'ineligible: Hors du périmètre' })
    expect((await screen(call)).counts).toEqual({ pending: 0, eligible: 2, ineligible: 1 })
    expect(await undo(call, one.batchId, 'manager-2')).toEqual({ batchId: one.batchId, kind: 'eligibility', eligibility: 'eligible', count: 2, undone: true })
    expect(await undo(call, two.batchId)).toEqual({ batchId: two.batchId, kind: 'eligibility', eligibility: 'ineligible', count: 1, undone: true })
    expect(await eligibilities(call)).toEqual({ Un: 'pending', Deux: 'pending', Trois: 'pending' })
  })

  it('goes back to the motive there was', async () => {
    const first = await judge(call, ['Un'], 'ineligible', 'Premier motif')
    const second = await judge(call, ['Un'], 'ineligible', 'Second motif')
    const third = await judge(call, ['Un'], 'eligible')
    await undo(call, third.batchId)
    expect((await eligibilities(call)).Un).toBe('ineligible: Second motif')
    await undo(call, second.batchId)
    expect((await eligibilities(call)).Un).toBe('ineligible: Premier motif')
    await undo(call, first.batchId)
    expect((await eligibilities(call)).Un).toBe('pending')
  })

  it('is not refused for what already is so, and leaves no deed for it', async () => {
    const { batchId } = await judge(call, ['Un'], 'eligible')
    const stale = [{ id: (await chosenOf(call, 'Un'))[0]?.id ?? '', mark: 'pending.' }]
    expect(await judgeApplications(as('manager-2'), { slug: call.slug, chosen: stale, eligibility: 'eligible' })).toMatchObject({ count: 0 })
    await undo(call, batchId)
  })

  it('never goes over another unseen: one stale mark refuses all, and nothing changes', async () => {
    const stale = await chosenOf(call, 'Un', 'Deux')
    const { batchId } = await judge(call, ['Deux'], 'ineligible', 'Un motif')
    await expect(judgeApplications(as('manager-2'), { slug: call.slug, chosen: stale, eligibility: 'eligible' })).rejects.toMatchObject({ ...changed, current: [{ number: expect.stringContaining('ESSAI'), mark: expect.stringContaining('ineligible.') }] })
    expect(await eligibilities(call)).toEqual({ Un: 'pending', Deux: 'ineligible: Un motif', Trois: 'pending' })
    await undo(call, batchId)
  })

  it('names the motive when it is missing', async () => {
    const chosen = await chosenOf(call, 'Un')
    for (const motive of [undefined, '', '  \n']) {
      await expect(judgeApplications(as('manager'), { slug: call.slug, chosen, eligibility: 'ineligible', ...(motive !== undefined && { motive }) })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'motive', code: 'missing' }] })
    }
  })

  it('needs its motive in the database too, whatever the code says', async () => {
    const id = (await chosenOf(call, 'Un'))[0]?.id ?? ''
    const app = asRole('portal_app')
    const tried = (work: (tx: typeof app) => Promise<unknown>) => app.begin(async (tx) => {
      await tx`select portal.begin(${world.people.manager.id}::uuid)`
      await work(tx as unknown as typeof app)
    })
    await expect(tried((tx) => tx`update application set eligibility = 'ineligible' where id = ${id}`)).rejects.toMatchObject({ constraint_name: 'application_motive' })
    await expect(tried((tx) => tx`insert into screening_deed (call_id, application_id, batch_id, kind, before, after) values (${call.id}, ${id}, ${id}, 'eligibility', '{}', '{"eligibility":"ineligible","motive":""}')`)).rejects.toMatchObject({ constraint_name: 'screening_deed_motive' })
    await expect(tried((tx) => tx`update application set eligibility = 'eligible', withdrawn_at = now() where id = ${id}`)).rejects.toMatchObject({ code: '42501' })
    await app.end()
  })

  it('is not undone twice, nor once something changed since, in part or whole', async () => {
    const { batchId } = await judge(call, ['Un', 'Deux'], 'eligible')
    const later = await judge(call, ['Deux'], 'ineligible', 'Vu de plus près')
    await expect(undo(call, batchId)).rejects.toMatchObject(changed)
    expect(await eligibilities(call)).toEqual({ Un: 'eligible', Deux: 'ineligible: Vu de plus près', Trois: 'pending' })
    await undo(call, later.batchId)
    await undo(call, batchId)
    await expect(undo(call, batchId)).rejects.toMatchObject(changed)
    await expect(undo(call, crypto.randomUUID())).rejects.toMatchObject(notFound)
    expect(await eligibilities(call)).toEqual({ Un: 'pending', Deux: 'pending', Trois: 'pending' })
  })

  it('falls with the deposit it judged: what is deposited anew is to be screened, and the old deed stays undone by nobody', async () => {
    const { batchId } = await judge(call, ['Trois'], 'ineligible', 'Incomplet')
    await asOwner((await chosenOf(call, 'Trois'))[0]?.id ?? '', (tx, id) => tx`update application set sequence = sequence + 1 where id = ${id}`)
    expect((await eligibilities(call)).Trois).toBe('pending')
    await expect(undo(call, batchId)).rejects.toMatchObject(changed)
  })

  it('is not undone again when what was deposited anew happens to look alike', async () => {
    await deposit(call, { solution: 'Quatre' })
    await judge(call, ['Quatre'], 'eligible')
    const back = await judge(call, ['Quatre'], 'pending')
    await undo(call, back.batchId)
    await asOwner((await chosenOf(call, 'Quatre'))[0]?.id ?? '', (tx, id) => tx`update application set sequence = sequence + 1 where id = ${id}`)
    await expect(undo(call, back.batchId)).rejects.toMatchObject(changed)
    expect((await eligibilities(call)).Quatre).toBe('pending')
  })

  it('is made by one of two managers at the same moment, and the other is told', async () => {
    const chosen = await chosenOf(call, 'Un')
    const outcomes = await Promise.allSettled([
      judgeApplications(as('manager'), { slug: call.slug, chosen, eligibility: 'eligible' }),
      judgeApplications(as('manager-2'), { slug: call.slug, chosen, eligibility: 'ineligible', motive: 'Non' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: changed })
  })

  it('is for applications of its call only, and for managers only', async () => {
    const other = await newCall()
    const foreign = await deposit(other, { solution: 'Ailleurs' })
    await expect(judgeApplications(as('manager'), { slug: call.slug, chosen: [{ id: foreign, mark: 'pending.' }], eligibility: 'eligible' })).rejects.toMatchObject(notFound)
    const chosen = await chosenOf(call, 'Un')
    for (const persona of ['rival', 'founder', 'admin'] as const) await expect(judgeApplications(as(persona), { slug: call.slug, chosen, eligibility: 'pending' })).rejects.toMatchObject(notFound)
  })
})

describe('the history of an application', () => {
  it('tells who did what, and what was undone, the newest first', async () => {
    const call = await newCall()
    const id = await deposit(call, { solution: 'Un' })
    const { batchId } = await judge(call, ['Un'], 'ineligible', 'Un motif')
    await undo(call, batchId)
    const tag = await createTag(as('manager'), { slug: call.slug, name: 'vu' })
    await tagApplications(as('manager-2'), { slug: call.slug, tagId: tag.id, chosen: await chosenOf(call, 'Un') })
    const history = await showHistory(as('manager'), { applicationId: id })
    expect(history.map(({ kind, before, after, doneBy, undoneAt }) => [kind, before, after, doneBy?.replace(/-[0-9a-f]{10}$/, ''), undoneAt !== null])).toEqual([
      ['tag', { tagId: tag.id, name: 'vu', tagged: false }, { tagId: tag.id, name: 'vu', tagged: true }, 'canary-manager-2-name', false],
      ['eligibility', { eligibility: 'pending', motive: null }, { eligibility: 'ineligible', motive: 'Un motif' }, 'canary-manager-name', true],
    ])
    for (const persona of ['founder', 'rival', 'admin'] as const) await expect(showHistory(as(persona), { applicationId: id })).rejects.toMatchObject(notFound)
  })
})

describe('the journal', () => {
  it('holds every deed with identifiers, never with a motive or a name', async () => {
    const call = await newCall()
    const id = await deposit(call, { solution: 'Un' })
    const { batchId } = await judge(call, ['Un'], 'ineligible', 'Un motif très reconnaissable')
    await undo(call, batchId)
    const entries = await admin<{ deed: string; detail: object; actor_id: string }[]>`select deed, detail, actor_id from audit_entry where subject = ${call.id} order by id`
    expect(entries.map(({ deed, detail, actor_id: actor }) => [deed, detail, actor])).toEqual([
      ['screening.judge', { batch: batchId, eligibility: 'ineligible', applications: [id] }, world.people.manager.id],
      ['screening.undo', { batch: batchId, applications: [id] }, world.people.manager.id],
    ])
  })
})
