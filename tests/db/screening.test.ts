import type { TransactionSql } from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ChosenApplication } from '#lib/domain/screening.ts'
import { printPlace } from '#lib/domain/screening-cursor.ts'
import { createTag, removeTag, renameTag } from '#lib/server/screening/change-tag.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { removeView, saveView } from '#lib/server/screening/save-view.ts'
import { pageSize, screenApplications } from '#lib/server/screening/screen-applications.ts'
import { showHistory } from '#lib/server/screening/show-history.ts'
import { tagApplications, untagApplications } from '#lib/server/screening/tag-applications.ts'
import { undoScreening } from '#lib/server/screening/undo-screening.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { asked, deposit, newCall, type TestCall } from '#tests/db/deposited.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(admin)
})
const as = (persona: 'manager' | 'manager-2' | 'rival' | 'founder' | 'admin' | 'laureate') => ({ personId: world.people[persona].id })
type Search = Record<string, string | string[]>
const screen = (call: TestCall, search: Search = {}) => screenApplications(as('manager'), { slug: call.slug, search })
const solutions = async (call: TestCall, search: Search = {}) => (await screen(call, search)).rows.map(({ solution }) => solution)
/** What stands in the table now, to choose from. */
const chosenOf = async (call: TestCall, ...names: string[]): Promise<ChosenApplication[]> =>
  (await screen(call)).rows.filter(({ solution }) => names.includes(solution)).map(({ id, mark }) => ({ id, mark }))
const judge = async (call: TestCall, names: string[], eligibility: 'pending' | 'eligible' | 'ineligible', motive?: string) =>
  judgeApplications(as('manager'), { slug: call.slug, chosen: await chosenOf(call, ...names), eligibility, ...(motive !== undefined && { motive }) })
const undo = (call: TestCall, batchId: string, persona: 'manager' | 'manager-2' = 'manager') => undoScreening(as(persona), { slug: call.slug, batchId })
const eligibilities = async (call: TestCall) => Object.fromEntries((await screen(call, { sort: 'solution' })).rows.map(({ solution, eligibility, motive }) => [solution, motive ? `${eligibility}: ${motive}` : eligibility]))

/** Something its owner does, who from now on is the founder too. */
async function asOwner(applicationId: string, work: (tx: TransactionSql, id: string) => Promise<unknown>): Promise<void> {
  await admin`insert into membership (organisation_id, person_id, role) select organisation_id, ${world.people.founder.id}, 'owner' from application where id = ${applicationId}`
  await admin.begin(async (tx) => {
    await tx`select portal.begin(${world.people.founder.id}::uuid)`
    await work(tx, applicationId)
  })
}

const changed = { code: 'conflict', reason: 'screening-changed' }
const notFound = { code: 'not-found' }

describe('the table', () => {
  let call: TestCall
  beforeAll(async () => {
    call = await newCall()
    await deposit(call, { solution: 'Aube', organisation: 'Œuvre de l’Été', pitch: 'Rappeler sous 48 h', budget: 50_000, maturity: 'idea', challenge: 0, rupture: 'delai-premier-rendez-vous-cmp', answers: { [asked.public]: 'jeunes', [asked.patients]: 12, [asked.trial]: true, [asked.sites]: ['ville', 'hopital'] } })
    await deposit(call, { solution: 'Brise', budget: 8_000, maturity: 'deployed', regulatoryState: 'class-2a', challenge: 1, answers: { [asked.public]: 'adultes', [asked.patients]: 7.5, [asked.trial]: false, [asked.sites]: ['ville'] } })
    await deposit(call, { solution: 'écho', budget: null, maturity: 'pilot', challenge: 2, answers: { [asked.public]: 'jeunes', [asked.sites]: [] } })
    await deposit(call, { solution: 'Cime 100%_', budget: null, maturity: 'pilot', challenge: 0 })
    await deposit(call, { solution: 'Retirée', withdrawn: true })
    await deposit(await newCall(), { solution: 'Ailleurs' })
  })

  it('holds every application of the call that stands, newest first, and nothing else', async () => {
    const { rows, total, counts, next, previous, ignored } = await screen(call)
    expect(rows.map(({ solution }) => solution)).toEqual(['Cime 100%_', 'écho', 'Brise', 'Aube'])
    expect({ total, counts, next, previous, ignored }).toEqual({ total: 4, counts: { pending: 4, eligible: 0, ineligible: 0 }, next: null, previous: null, ignored: [] })
  })

  it('shows of each what its columns say', async () => {
    const columns = `number,${Object.values(asked).slice(0, 4).map((id) => `answers.${id}`).join(',')}`
    const row = (await screen(call, { q: 'aube', columns })).rows[0]
    expect(row).toMatchObject({
      number: expect.stringMatching(/^ESSAI-.*-\d{4}$/), solution: 'Aube', organisation: 'Œuvre de l’Été', challenge: 'acces', rupture: { slug: 'delai-premier-rendez-vous-cmp', title: { fr: expect.any(String) } }, maturity: 'idea', regulatoryState: 'not-a-device', budget: 50_000,
      submittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), eligibility: 'pending', motive: null, tags: [], corrections: 0, messages: 0, files: 0, mark: 'pending.',
      answers: { [asked.public]: 'jeunes', [asked.patients]: 12, [asked.trial]: true, [asked.sites]: ['ville', 'hopital'] },
    })
  })

  it.each<[string, Search, string[]]>([
    ['every word, in any of the texts, without accents or case', { q: 'OEUVRE ete 48' }, ['Aube']],
    ['a number', { q: '-0003' }, ['écho']],
    ['signs that mean something in patterns as themselves', { q: '100%_' }, ['Cime 100%_']],
    ['nothing where one word is missing', { q: 'aube absente' }, []],
    ['a challenge', { challenge: 'acces' }, ['Cime 100%_', 'Aube']],
    ['challenges', { challenge: ['continuite', 'donnees'] }, ['écho', 'Brise']],
    ['maturity and challenge', { challenge: 'acces', maturity: 'pilot' }, ['Cime 100%_']],
    ['regulatory state', { regulatoryState: 'class-2a' }, ['Brise']],
    ['a choice', { [`answers.${asked.public}`]: 'jeunes' }, ['écho', 'Aube']],
    ['one of several choices', { [`answers.${asked.sites}`]: 'hopital' }, ['Aube']],
    ['any of two options', { [`answers.${asked.sites}`]: ['hopital', 'ville'] }, ['Brise', 'Aube']],
    ['yes', { [`answers.${asked.trial}`]: 'yes' }, ['Aube']],
    ['no, which is not the same as unsaid', { [`answers.${asked.trial}`]: 'no' }, ['Brise']],
    ['eligibility', { eligibility: ['eligible', 'ineligible'] }, []],
  ])('finds %s', async (_what, search, expected) => {
    const { rows, total } = await screen(call, search)
    expect([rows.map(({ solution }) => solution), total]).toEqual([expected, expected.length])
  })

  // Rows of equal value stand in the order of their identifiers, which is chance: they are written as one text.
  it.each<[string, string[]]>([
    ['solution', ['Aube', 'Brise', 'Cime 100%_', 'écho']],
    ['-solution', ['écho', 'Cime 100%_', 'Brise', 'Aube']],
    ['number', ['Aube', 'Brise', 'écho', 'Cime 100%_']],
    ['submittedAt', ['Aube', 'Brise', 'écho', 'Cime 100%_']],
    ['organisation', ['Brise', 'Cime 100%_', 'écho', 'Aube']],
    ['maturity', ['Aube', 'Cime 100%_|écho', 'Brise']],
    ['-regulatoryState', ['Brise', 'Aube|Cime 100%_|écho']],
    ['challenge', ['Aube|Cime 100%_', 'Brise', 'écho']],
  ])('is put in order by %s', async (sort, expected) => {
    const found = await solutions(call, { sort })
    const groups = expected.map((group) => found.splice(0, group.split('|').length).toSorted().join('|'))
    expect([groups, found]).toEqual([expected, []])
  })

  it('puts what has no value last, whichever way it is turned', async () => {
    expect((await solutions(call, { sort: 'budget' })).slice(0, 2)).toEqual(['Brise', 'Aube'])
    expect((await solutions(call, { sort: '-budget' })).slice(0, 2)).toEqual(['Aube', 'Brise'])
  })

  it('says what of an address it did not understand', async () => {
    expect((await screen(call, { maturity: 'young', columns: 'price', [`answers.${asked.story}`]: 'x' })).ignored.map(({ key }) => key)).toEqual(['maturity', 'columns'])
  })

  it('does not exist for anybody but managers', async () => {
    for (const persona of ['rival', 'founder', 'laureate', 'admin'] as const) await expect(screenApplications(as(persona), { slug: call.slug, search: {} })).rejects.toMatchObject(notFound)
    await expect(screenApplications({ personId: null }, { slug: call.slug, search: {} })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(screenApplications(as('manager'), { slug: 'nowhere', search: {} })).rejects.toMatchObject(notFound)
    await expect(screenApplications(as('manager'), { slug: 'impact-1', search: {} })).rejects.toMatchObject(notFound)
  })
})

describe('pages', () => {
  const sorts = ['number', '-number', 'solution', '-solution', 'organisation', 'submittedAt', '-submittedAt', 'challenge', '-challenge', 'rupture', 'maturity', '-maturity', 'regulatoryState', 'eligibility', 'budget', '-budget']
  let call: TestCall
  const many = 2 * pageSize + 7
  beforeAll(async () => {
    call = await newCall()
    for (let index = 0; index < many; index += 1) {
      await deposit(call, { solution: `Solution ${index % 9}`, budget: index % 4 === 0 ? null : index % 5, maturity: ['idea', 'pilot', 'deployed'][index % 3] ?? '', challenge: index % 3, submittedAt: `2026-01-0${1 + (index % 3)}T10:00:00.00000${index % 2}Z` })
    }
  })

  it.each(sorts)('in order of %s hold every row once, forwards and back', async (sort) => {
    const forwards: string[] = []
    const back: string[] = []
    let page = await screen(call, { sort })
    forwards.push(...page.rows.map(({ id }) => id))
    expect(page.previous).toBeNull()
    while (page.next) {
      page = await screen(call, { sort, after: printPlace(page.next) })
      forwards.push(...page.rows.map(({ id }) => id))
    }
    back.unshift(...page.rows.map(({ id }) => id))
    while (page.previous) {
      page = await screen(call, { sort, before: printPlace(page.previous) })
      back.unshift(...page.rows.map(({ id }) => id))
      expect(page.next).not.toBeNull()
    }
    expect(new Set(forwards).size).toBe(many)
    expect(forwards.length).toBe(many)
    expect(back).toEqual(forwards)
  })

  it('shift nothing while rows arrive and leave', async () => {
    const first = await screen(call, { sort: '-submittedAt' })
    const expected = (await screen(call, { sort: '-submittedAt', after: printPlace(first.next as NonNullable<typeof first.next>) })).rows.map(({ id }) => id)
    const late = await deposit(call, { solution: 'Arrivée entre-temps' })
    await asOwner(first.rows.at(-1)?.id ?? '', (tx, id) => tx`update application set withdrawn_at = now() where id = ${id}`)
    const second = await screen(call, { sort: '-submittedAt', after: printPlace(first.next as NonNullable<typeof first.next>) })
    expect(second.rows.map(({ id }) => id)).toEqual(expected)
    expect((await screen(call)).rows[0]?.id).toBe(late)
    expect((await screen(call)).total).toBe(many)
  })
})

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

describe('tags', () => {
  let call: TestCall
  let tagId: string
  beforeAll(async () => {
    call = await newCall()
    for (const solution of ['Un', 'Deux', 'Trois']) await deposit(call, { solution })
    tagId = (await createTag(as('manager'), { slug: call.slug, name: ' à  revoir ' })).id
  })
  const put = async (...names: string[]) => tagApplications(as('manager'), { slug: call.slug, tagId, chosen: await chosenOf(call, ...names) })
  const take = async (...names: string[]) => untagApplications(as('manager'), { slug: call.slug, tagId, chosen: await chosenOf(call, ...names) })
  const tagged = () => solutions(call, { tag: tagId, sort: 'solution' })

  it('are put on, found, taken off and put back', async () => {
    await put('Un')
    const both = await put('Un', 'Deux')
    expect([both.count, await tagged()]).toEqual([1, ['Deux', 'Un']])
    expect((await screen(call, { q: 'deux' })).rows[0]?.tags).toEqual([{ id: tagId, name: 'à revoir' }])
    const off = await take('Un', 'Deux', 'Trois')
    expect([off.count, await tagged()]).toEqual([2, []])
    await undo(call, off.batchId)
    expect(await tagged()).toEqual(['Deux', 'Un'])
    await undo(call, both.batchId)
    expect(await tagged()).toEqual(['Un'])
  })

  it('are not undone once something about them changed since', async () => {
    const on = await put('Trois')
    await take('Trois')
    await put('Trois')
    await expect(undo(call, on.batchId)).rejects.toMatchObject(changed)
    expect(await tagged()).toEqual(['Trois', 'Un'])
  })

  it('do not stand in the way of undoing a judgement', async () => {
    const judged = await judge(call, ['Deux'], 'eligible')
    await put('Deux')
    await undo(call, judged.batchId)
    expect((await eligibilities(call)).Deux).toBe('pending')
  })

  it('have one name each in a call, and can be renamed and removed', async () => {
    await expect(createTag(as('manager-2'), { slug: call.slug, name: 'à revoir' })).rejects.toMatchObject({ code: 'conflict', reason: 'tag_name' })
    await renameTag(as('manager-2'), { tagId, name: 'vu' })
    const { rows, vocabulary } = await screen(call, { q: 'trois' })
    expect([rows[0]?.tags, vocabulary.tags]).toEqual([[{ id: tagId, name: 'vu' }], [{ id: tagId, name: 'vu' }]])
    const off = await take('Trois')
    await expect(removeTag(as('manager'), { tagId, confirmed: '' as 'yes' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed' }] })
    await removeTag(as('manager'), { tagId, confirmed: 'yes' })
    expect((await screen(call)).vocabulary.tags).toEqual([])
    await expect(undo(call, off.batchId)).rejects.toMatchObject(changed)
  })

  it('do not exist for applicants, rivals and administrators', async () => {
    const app = asRole('portal_app')
    const hidden = await createTag(as('manager'), { slug: call.slug, name: 'secret' })
    const chosen = await chosenOf(call, 'Un')
    await tagApplications(as('manager'), { slug: call.slug, tagId: hidden.id, chosen })
    await asOwner(chosen[0]?.id ?? '', (tx, id) => tx`update application set pitch = 'Autre' where id = ${id}`)
    for (const persona of ['founder', 'rival', 'admin'] as const) {
      const seen = await app.begin(async (tx) => {
        await tx`select portal.begin(${world.people[persona].id}::uuid)`
        return [await tx`select 1 from tag`, await tx`select 1 from application_tag`, await tx`select 1 from screening_deed`, await tx`select 1 from saved_view`].map(({ length }) => length)
      })
      expect(seen).toEqual([0, 0, 0, 0])
    }
    await app.end()
  })
})

describe('what is open with an application', () => {
  it('is counted, and found', async () => {
    const call = await newCall()
    const [one, two] = [await deposit(call, { solution: 'Un' }), await deposit(call, { solution: 'Deux' })]
    await admin`insert into correction (application_id, fields, request, until) values (${one}, '{pitch}', 'x', now()), (${one}, '{team}', 'x', now())`
    await admin`insert into correction (application_id, fields, request, until, done_at) values (${two}, '{pitch}', 'x', now(), now())`
    await admin`insert into correction (application_id, fields, request, until, cancelled_at) values (${two}, '{team}', 'x', now(), now())`
    await admin`insert into message (draft_id, side, sender_name, text, seen_at) values (${one}, 'applicant', 'x', 'x', now()), (${two}, 'manager', 'x', 'x', null), (${two}, 'applicant', 'x', 'x', null)`
    expect((await screen(call, { sort: 'solution' })).rows.map(({ corrections, messages }) => [corrections, messages])).toEqual([[0, 1], [2, 0]])
    expect([await solutions(call, { correction: 'open' }), await solutions(call, { correction: 'done' }), await solutions(call, { message: 'unread' })]).toEqual([['Un'], ['Deux'], ['Deux']])
  })
})

describe('a saved view', () => {
  it('keeps what is meant, under one name, for oneself or for all', async () => {
    const call = await newCall()
    const views = async (persona: 'manager' | 'manager-2') => (await screenApplications(as(persona), { slug: call.slug, search: {} })).savedViews.map(({ name, search, shared, isOwn }) => [name, search, shared, isOwn])
    const { id } = await saveView(as('manager'), { slug: call.slug, name: 'Les miennes', search: { maturity: ['pilot', 'nothing'], after: 'x', q: '' }, shared: false })
    await saveView(as('manager'), { slug: call.slug, name: 'Communes', search: { sort: 'budget' }, shared: true })
    expect(await views('manager')).toEqual([['Communes', '?sort=budget', true, true], ['Les miennes', '?maturity=pilot', false, true]])
    expect(await views('manager-2')).toEqual([['Communes', '?sort=budget', true, false]])
    await saveView(as('manager'), { slug: call.slug, name: 'Les miennes', search: { challenge: 'donnees' }, shared: true })
    expect(await views('manager-2')).toEqual([['Communes', '?sort=budget', true, false], ['Les miennes', '?challenge=donnees', true, false]])
    await expect(removeView(as('manager-2'), { viewId: id })).rejects.toMatchObject(notFound)
    await removeView(as('manager'), { viewId: id })
    expect(await views('manager')).toEqual([['Communes', '?sort=budget', true, true]])
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
