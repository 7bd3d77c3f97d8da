import { describe, expect, test } from 'vitest'
import { publishingAdvice, publishingNeeds, type Publishable } from '#lib/domain/publishing.ts'
import { managedState } from '#lib/domain/managed-call.ts'

const now = new Date('2027-01-01T00:00:00Z')
const both = { fr: 'Mots', en: 'Words' }
const whole: Publishable = {
  call: { title: both, target: null, opensAt: new Date('2027-03-01T08:00:00Z'), closesAt: new Date('2027-04-12T15:00:00Z'), answerOn: '2027-06-01', whoMayApply: both, staysOpen: [], staysOpenUntil: null },
  phases: [{ title: both, note: null, startsAt: now }],
  challenges: [{ title: both, description: null, ruptures: ['one'] }],
  partners: [],
  eligibility: [{ statement: both, reason: both }],
  criteria: [{ name: both, weight: 60, anchors: [both], guidance: null }, { name: both, weight: 40, anchors: [both], guidance: null }],
  questions: [],
}
const needs = (change: Partial<Publishable['call']>, parts: Partial<Publishable> = {}) => publishingNeeds({ ...whole, ...parts, call: { ...whole.call, ...change } }, now)

describe('what a call needs to be published', () => {
  test('nothing more, when it is whole', () => {
    expect(publishingNeeds(whole, now)).toEqual([])
    expect(publishingAdvice(whole)).toEqual([])
  })

  test.each([
    [{ opensAt: null }, {}, [['calendar', 'no-opening']]],
    [{ closesAt: null }, {}, [['calendar', 'no-closing']]],
    [{ closesAt: new Date('2027-03-01T08:00:00Z') }, {}, [['calendar', 'closes-before-opening']]],
    [{ opensAt: new Date('2026-01-01'), closesAt: new Date('2026-12-31') }, {}, [['calendar', 'closing-past']]],
    [{ answerOn: null }, {}, [['calendar', 'no-answer-day']]],
    [{ answerOn: '2027-04-11' }, {}, [['calendar', 'answer-before-closing']]],
    [{ whoMayApply: null }, {}, [['eligibility', 'no-applicants']]],
    [{ staysOpen: ['links'] }, {}, [['freeze', 'open-until-closing']]],
    [{ staysOpen: ['links'], staysOpenUntil: new Date('2027-04-12T15:00:00Z') }, {}, [['freeze', 'open-until-closing']]],
    [{ staysOpen: ['links'], staysOpenUntil: new Date('2027-04-12T15:00:01Z') }, {}, []],
    [{}, { phases: [{ title: both, note: null, startsAt: null }] }, [['calendar', 'undated-phases', 1]]],
    [{}, { challenges: [] }, [['challenges', 'no-challenge']]],
    [{}, { challenges: [{ title: both, description: null, ruptures: [] }] }, [['challenges', 'no-rupture', 1]]],
    [{}, { criteria: [] }, [['rubric', 'no-criteria']]],
    [{}, { criteria: whole.criteria.slice(1) }, [['rubric', 'weights', 40]]],
    [{}, { questions: [{ id: '00000000-0000-4000-8000-000000000001', kind: 'choice', label: both, help: null, required: true, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: null }] }, [['form', 'question-faults', 1]]],
  ] as const)('%j %j', (change, parts, expected) => {
    expect(needs(change, parts as Partial<Publishable>).map(({ part, code, count }) => (count === undefined ? [part, code] : [part, code, count]))).toEqual(expected)
  })

  test('English that is missing is said, and keeps nobody', () => {
    const french = { fr: 'Mots' }
    expect(publishingAdvice({ ...whole, eligibility: [], challenges: [{ title: french, description: french, ruptures: ['one'] }], call: { ...whole.call, title: french } })).toEqual([
      { part: 'presentation', code: 'no-english', count: 1 }, { part: 'challenges', code: 'no-english', count: 2 }, { part: 'eligibility', code: 'no-rules' },
    ])
  })
})

test.each([
  [null, '2027-03-02', 'preparing'],
  ['2027-01-01', '2027-03-01T07:59:59Z', 'announced'],
  ['2027-01-01', '2027-04-12T15:00:00.999Z', 'open'],
  ['2027-01-01', '2027-04-12T15:00:01Z', 'selection'],
  ['2027-01-01', '2027-06-01T21:59:59Z', 'selection'],
  ['2027-01-01', '2027-06-01T22:00:00Z', 'over'],
])('published %s, at %s a call is %s to its managers', (published, at, state) => {
  expect(managedState({ ...whole.call, publishedAt: published === null ? null : new Date(published) }, new Date(at))).toBe(state)
})
