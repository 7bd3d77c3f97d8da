import { beforeAll, describe, expect, it } from 'vitest'
import { printPlace } from '#lib/domain/screening-cursor.ts'
import { removeView, saveView } from '#lib/server/screening/save-view.ts'
import { pageSize, screenApplications } from '#lib/server/screening/screen-applications.ts'
import { admin } from '#tests/db/database.ts'
import { asked, deposit, newCall, type TestCall } from '#tests/db/deposited.ts'
import { as, asOwner, notFound, screen, type Search, sitDown, solutions } from '#tests/db/screening-desk.ts'

/** The table of a call’s applications: what is in it, in which order, page by page, and views of it kept. */
beforeAll(sitDown)

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
