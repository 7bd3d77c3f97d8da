import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eligibilities, maturities, regulatoryStates } from '#lib/domain/application.ts'
import { chosenValue, columnsOf, defaultColumns, judgement, markOf, motiveLimit, readChosen, tabledQuestions, tagName } from '#lib/domain/screening.ts'
import { type Place, printPlace, readPlace, type SortKey, sortKeys, sortKinds } from '#lib/domain/screening-cursor.ts'
import { answerOptions, correctionStates, everyApplication, filterCount, type Known, messageStates, parseScreeningView, screeningQuery, type ScreeningView } from '#lib/domain/screening-view.ts'

const [first, second] = ['5f0c2a1e-0000-4000-8000-000000000001', '5f0c2a1e-0000-4000-8000-000000000002']
const option = (id: string) => ({ id, label: { fr: id, en: id } })
const known: Known = {
  challenges: ['acces', 'continuite', 'donnees'],
  ruptures: ['delai-cmp', 'sortie-hospitalisation'],
  tags: ['01a20c2f-d12c-7d3f-90dd-1ed88244be23', '01a20c2f-d12c-7d3f-90dd-1ed88244be24'],
  questions: [{ id: first, kind: 'choice', options: [option('jeunes'), option('adultes')] }, { id: second, kind: 'yes-no', options: [] }],
}

/** The query string as a page receives it. */
function paramsOf(query: string): Record<string, string | string[]> {
  const search = new URLSearchParams(query)
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key).length > 1 ? search.getAll(key) : (search.get(key) ?? '')]))
}

const some = <V>(options: readonly V[]) => fc.subarray([...options])
const valueOf: Record<(typeof sortKinds)[SortKey], fc.Arbitrary<string>> = {
  text: fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !text.includes('\0')),
  instant: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().replace('Z', '417Z')),
  rank: fc.integer().map(String),
}
const placeFor = (key: SortKey): fc.Arbitrary<Place> => fc.record({ value: fc.option(valueOf[sortKinds[key]]), id: fc.uuid() })
const view: fc.Arbitrary<ScreeningView> = fc.constantFrom(...sortKeys).chain((key) =>
  fc.record({
    q: fc.string({ maxLength: 100 }).map((text) => text.trim()).filter((text) => !/^[\s'’-]*$/.test(text)).map((text) => text.slice(0, 100).trim()),
    eligibility: some(eligibilities), challenge: some(known.challenges), rupture: some(known.ruptures), maturity: some(maturities), regulatoryState: some(regulatoryStates), tag: some(known.tags),
    correction: fc.option(fc.constantFrom(...correctionStates)), message: fc.option(fc.constantFrom(...messageStates)),
    answers: fc.tuple(fc.subarray(['jeunes', 'adultes']), fc.subarray(['yes', 'no'])).map(([chosen, said]) => Object.fromEntries([[first, chosen] as const, [second, said] as const].filter(([, options]) => options.length > 0))),
    sort: fc.record({ key: fc.constant(key), descending: fc.boolean() }),
    columns: fc.subarray(columnsOf(known.questions), { minLength: 1 }),
    from: fc.option(fc.record({ side: fc.constantFrom('after' as const, 'before' as const), place: placeFor(key) })),
  }),
)

describe('the address of a view', () => {
  it('is read as it was written, and nothing is set aside', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parseScreeningView(paramsOf(screeningQuery(given)), known)).toEqual({ view: given, ignored: [] })
      }),
    )
  })

  it('is the same for the same view, whatever address it was read from', () => {
    const keys = ['q', 'eligibility', 'tag', 'challenge', 'rupture', 'maturity', 'regulatoryState', 'correction', 'message', `answers.${first}`, 'sort', 'columns', 'after', 'before', 'constructor', '__proto__']
    const values = [...eligibilities, ...maturities, ...known.challenges, ...known.tags, ...sortKeys, '-budget', 'open', 'jeunes', 'number,solution', 'number,nothing', '', '\uD800', 'x'.repeat(101)]
    const value = fc.oneof(fc.constantFrom(...values), fc.string())
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.oneof(value, fc.array(value))), (params) => {
        const read = parseScreeningView(params, known)
        const again = parseScreeningView(paramsOf(screeningQuery(read.view)), known)
        expect(read.ignored.length).toBeLessThanOrEqual(10)
        expect(again.ignored).toEqual([])
        expect(screeningQuery(again.view)).toBe(screeningQuery(read.view))
      }),
    )
  })

  it('is empty for everything, as it is first shown', () => {
    expect(screeningQuery(everyApplication)).toBe('')
    expect(parseScreeningView({}, known)).toEqual({ view: everyApplication, ignored: [] })
    expect(filterCount(everyApplication)).toBe(0)
  })

  it('reads what a form sends: empty fields, boxes one by one, columns together or apart', () => {
    const { view: read, ignored } = parseScreeningView({ q: ' sommeil ', eligibility: ['', 'pending'], correction: '', columns: ['solution', 'number,tags', `answers.${second}`], sort: '-budget' }, known)
    expect(ignored).toEqual([])
    expect(read).toEqual({ ...everyApplication, q: 'sommeil', eligibility: ['pending'], columns: ['number', 'solution', 'tags', `answers.${second}`], sort: { key: 'budget', descending: true } })
    expect(screeningQuery(read)).toBe(`?q=sommeil&eligibility=pending&sort=-budget&columns=number,solution,tags,answers.${second}`)
    expect(filterCount(read)).toBe(2)
  })

  it('says what it does not understand, and reads the rest', () => {
    const { view: read, ignored } = parseScreeningView(
      { eligibility: ['eligible', 'perhaps'], tag: 'gone', [`answers.${first}`]: 'seniors', sort: 'colour', columns: 'solution,price', after: 'nowhere', correction: ['open', 'done'] },
      known,
    )
    expect(read).toEqual({ ...everyApplication, eligibility: ['eligible'], correction: 'open', columns: ['solution'] })
    expect(ignored.map(({ key, value, reason }) => `${key}=${value} ${reason}`).sort()).toEqual([
      'after=nowhere unknown-value', `answers.${first}=seniors unknown-value`, 'columns=price unknown-value', 'correction=done repeated', 'eligibility=perhaps unknown-value', 'sort=colour unknown-value', 'tag=gone unknown-value',
    ])
  })

  it('keeps a page of one order out of another', () => {
    const after = printPlace({ value: 'Une solution', id: known.tags[0] as string })
    expect(parseScreeningView({ sort: 'solution', after }, known).view.from).toEqual({ side: 'after', place: { value: 'Une solution', id: known.tags[0] } })
    expect(parseScreeningView({ sort: 'budget', after }, known)).toMatchObject({ view: { from: null }, ignored: [{ key: 'after', reason: 'unknown-value' }] })
  })
})

describe('a place', () => {
  it('is read as it was written, in its own order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sortKeys).chain((key) => fc.tuple(fc.constant(key), placeFor(key))), ([key, place]) => {
        expect(readPlace(printPlace(place), key)).toEqual(place)
      }),
    )
  })

  it('is nowhere when the text names none', () => {
    const id = known.tags[0] as string
    const texts = ['', '!', 'e30', printPlace({ value: '1', id: 'x' }), printPlace({ value: '2026-02-30T00:00:00.000000', id }), printPlace({ value: '1e9', id }), `${printPlace({ value: '1', id })}=`]
    expect(texts.map((text) => readPlace(text, 'budget'))).toEqual(texts.map(() => null))
    expect(readPlace(printPlace({ value: '2026-13-01T00:00:00.000000Z', id }), 'submittedAt')).toBeNull()
    expect(readPlace(printPlace({ value: 'a\0', id }), 'solution')).toBeNull()
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...sortKeys), (text, key) => void readPlace(text, key)))
  })
})

describe('columns', () => {
  it('are those every call has, then answers short enough to be tabled', () => {
    const questions = (['short-text', 'choice', 'long-text', 'number', 'file', 'yes-no', 'choices', 'date', 'link'] as const).map((kind) => ({ kind, id: kind }))
    expect(columnsOf(tabledQuestions(questions)).slice(-5)).toEqual(['files', 'answers.choice', 'answers.number', 'answers.yes-no', 'answers.choices'])
    expect(columnsOf([])).toEqual(expect.arrayContaining([...defaultColumns]))
  })

  it('offer the options of a choice, and yes and no', () => {
    expect(known.questions.map(answerOptions)).toEqual([['jeunes', 'adultes'], ['yes', 'no']])
    expect(answerOptions({ id: first, kind: 'number', options: [] })).toEqual([])
  })
})

describe('a judgement', () => {
  const faults = (given: unknown) => judgement.safeParse(given).error?.issues.map((issue) => [issue.path.join('.'), 'params' in issue ? issue.params?.code : issue.code])

  it('needs a motive to refuse, and keeps none otherwise', () => {
    expect(judgement.parse({ eligibility: 'eligible', motive: 'Rien' })).toEqual({ eligibility: 'eligible', motive: null })
    expect(judgement.parse({ eligibility: 'ineligible', motive: ' Hors périmètre ' })).toEqual({ eligibility: 'ineligible', motive: 'Hors périmètre' })
    expect([faults({ eligibility: 'ineligible' }), faults({ eligibility: 'ineligible', motive: ' \n' }), faults({ eligibility: 'ineligible', motive: 'x'.repeat(motiveLimit + 1) })]).toEqual([
      [['motive', 'missing']], [['motive', 'missing']], [['motive', 'over-limit']],
    ])
  })
})

describe('a chosen row', () => {
  it('is read from its box as it was written', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...eligibilities), fc.option(fc.uuid()), (id, eligibility, deed) => {
        const chosen = { id, mark: markOf(eligibility, deed) }
        expect(readChosen(chosenValue(chosen))).toEqual(chosen)
      }),
    )
    expect(['', 'x', `${first}:perhaps.`, first].map(readChosen)).toEqual([null, null, null, null])
  })
})

describe('the name of a tag', () => {
  it('is one line of text', () => {
    expect(tagName.parse('  à  revoir ')).toBe('à revoir')
    for (const name of ['', '   ', 'a\nb', '<b>', 'x'.repeat(41), 'a\u200Bb']) expect(tagName.safeParse(name).success).toBe(false)
  })
})
