import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, challenges, followCall, freeze, inRank, line, newCall, paragraphs, rubric, settledBy, typedNumber, weightsAddUp } from '#lib/domain/call-settings.ts'
import type { z } from 'zod'

const faults = (schema: z.ZodType, input: unknown) => (schema.safeParse(input).error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${(issue as { params?: { code?: string } }).params?.code ?? issue.code}`)
const title = { fr: 'Une phase', en: '' }
const phase = (startsAt: string, endsAt = '') => ({ id: null, title, startsAt, endsAt, note: null })
const dates = { opensAt: '2027-03-01T09:00', closesAt: '2027-04-12T17:00', answerOn: '2027-06-01', phases: [] }

describe('the calendar of a call', () => {
  test('clocks in Paris become instants, and phases stand in the order they start', () => {
    expect(calendar.parse({ ...dates, phases: [phase('2027-05-01T09:00'), null, phase(''), phase('2027-03-01T09:00', '2027-04-12T17:00')] })).toEqual({
      opensAt: new Date('2027-03-01T08:00:00Z'), closesAt: new Date('2027-04-12T15:00:00Z'), answerOn: '2027-06-01',
      phases: [
        { id: null, title: { fr: 'Une phase' }, startsAt: new Date('2027-03-01T08:00:00Z'), endsAt: new Date('2027-04-12T15:00:00Z'), note: null },
        { id: null, title: { fr: 'Une phase' }, startsAt: new Date('2027-05-01T07:00:00Z'), endsAt: null, note: null },
        { id: null, title: { fr: 'Une phase' }, startsAt: null, endsAt: null, note: null },
      ],
    })
  })

  test.each([
    [{ closesAt: '2027-03-28T02:30' }, 'closesAt: does-not-exist'],
    [{ opensAt: '2027-10-31T02:30', closesAt: '2027-11-30T12:00', answerOn: '' }, 'opensAt: exists-twice'],
    [{ opensAt: '2027-02-30T12:00' }, 'opensAt: not-a-time'],
    [{ closesAt: '2027-03-01T09:00' }, 'closesAt: not-after-opening'],
    [{ answerOn: '2027-04-11' }, 'answerOn: answer-before-closing'],
    [{ phases: [phase('2027-05-02T09:00'), phase('2027-05-02T09:00', '2027-05-02T09:00')] }, 'phases.1.endsAt: ends-before-start'],
    [{ phases: [null, phase('', '2027-05-02T09:00')] }, 'phases.1.startsAt: missing'],
    [{ phases: [phase('2027-03-28T02:30')] }, 'phases.0.startsAt: does-not-exist'],
    [{ phases: Array.from({ length: 21 }, () => phase('')) }, 'phases: too-many-rows'],
  ])('%j is refused at its field', (wrong, fault) => {
    expect(faults(calendar, { ...dates, ...wrong })).toEqual([fault])
  })

  test('the answer may come on the day of the closing, and what is not known yet is left open', () => {
    expect(calendar.parse({ ...dates, answerOn: '2027-04-12' }).answerOn).toBe('2027-04-12')
    expect(calendar.parse({ opensAt: '', closesAt: '', answerOn: '', phases: [] })).toEqual({ opensAt: null, closesAt: null, answerOn: null, phases: [] })
  })
})

test('phases that begin or end with the call follow it, the others stay, and none is turned round', () => {
  const at = (text: string) => new Date(text)
  const before = { opensAt: at('2027-03-01T08:00:00.400Z'), closesAt: at('2027-04-12T15:00:00Z') }
  const phases = [
    { name: 'applications', startsAt: at('2027-03-01T08:00:00Z'), endsAt: at('2027-04-12T15:00:00Z') },
    { name: 'questions', startsAt: at('2027-03-08T08:00:00Z'), endsAt: at('2027-04-12T15:00:00Z') },
    { name: 'jury', startsAt: at('2027-05-01T08:00:00Z'), endsAt: null },
  ]
  const moved = (opens: string, closes: string) => followCall(phases, before, { opensAt: at(opens), closesAt: at(closes) }).map(({ startsAt, endsAt }) => [startsAt?.toISOString().slice(5, 10), endsAt?.toISOString().slice(5, 10)])
  expect(moved('2027-03-02T08:00:00Z', '2027-04-20T15:00:00Z')).toEqual([['03-02', '04-20'], ['03-08', '04-20'], ['05-01', undefined]])
  expect(moved('2027-03-02T08:00:00Z', '2027-03-07T15:00:00Z')).toEqual([['03-02', '03-07'], ['03-08', '04-12'], ['05-01', undefined]])
  expect(followCall(phases, { opensAt: null, closesAt: null }, before)).toEqual(phases)
})

describe('texts in both languages', () => {
  test('French is needed, English may wait, and limits count characters', () => {
    expect(line(5).parse({ fr: ' école ', en: ' ' })).toEqual({ fr: 'école' })
    expect(line(5).parse({ fr: '😀😀😀😀😀', en: 'five' })).toEqual({ fr: '😀😀😀😀😀', en: 'five' })
    expect(faults(line(5), { fr: ' ', en: 'longer' })).toEqual(['fr: missing', 'en: over-limit'])
    expect(faults(line(5), { fr: 'a\0b' })).toEqual(['fr: control-characters'])
    expect(paragraphs(50).parse({ fr: 'un\r\ndeux', en: '' })).toEqual({ fr: 'un\ndeux' })
    expect(paragraphs(50).parse({ fr: '', en: '' })).toBe(null)
    expect(paragraphs(50).parse(null)).toBe(null)
    expect(faults(paragraphs(50), { fr: '', en: 'only' })).toEqual(['fr: missing'])
  })
})

test('numbers as people type them', () => {
  expect(['12,5', '1 000', '1\u202F000', '', '-3', 7].map((text) => typedNumber.parse(text))).toEqual([12.5, 1000, 1000, null, -3, 7])
  expect(faults(typedNumber, 'douze')).toEqual([': number'])
  expect(faults(typedNumber, '1e9')).toEqual([': number'])
  fc.assert(fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
    expect(typedNumber.parse(new Intl.NumberFormat('fr').format(value).replace('\u2212', '-'))).toBe(value)
  }))
})

test('a call is not called "new", which is a page', () => {
  const made = { initiative: 'impact', title: { fr: 'Impact 3' }, slug: 'impact-3' }
  expect(newCall.parse(made)).toEqual(made)
  expect(faults(newCall, { ...made, slug: 'new' })).toEqual(['slug: reserved'])
  expect(faults(newCall, { ...made, slug: 'Impact 3' })).toEqual(['slug: invalid_format'])
})

test('rows left blank are left out; a fault keeps the place its row has on the screen', () => {
  const row = { id: null, title: { fr: 'Un défi' }, description: null, ruptureIds: [] }
  expect(challenges.parse({ challenges: [null, row, null] }).challenges).toEqual([row])
  expect(faults(challenges, { challenges: [null, { ...row, title: { fr: '' } }] })).toEqual(['challenges.1.title.fr: missing'])
  expect(faults(challenges, { challenges: Array.from({ length: 21 }, () => row) })).toEqual(['challenges: too-many-rows'])
})

test('a row goes where its rank says, and the others keep their order', () => {
  const order = (...ranks: (number | null)[]) => inRank(ranks.map((rank, index) => ({ rank, name: 'abcd'[index] ?? '' }))).map(({ name }) => name).join('')
  expect([order(null, null, null), order(1, 2, 3), order(1, 2, 1), order(3, 2, 3), order(1, 3, 3, 4), order(9, 2, 3)]).toEqual(['abc', 'abc', 'cab', 'bca', 'acbd', 'bca'])
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), fc.integer({ min: 1, max: 12 }), (count, from, to) => {
    const place = from % count
    const rows = Array.from({ length: count }, (_, index) => ({ name: index, rank: index === place ? to : index + 1 }))
    const after = inRank(rows).map(({ name }) => name)
    expect(after.indexOf(place)).toBe(Math.min(to, count) - 1)
    expect(after.filter((name) => name !== place)).toEqual(rows.map(({ name }) => name).filter((name) => name !== place))
  }))
})

test('what stays open has an end, and nothing left open has none', () => {
  expect(freeze.parse({ staysOpen: ['links', 'links'], staysOpenUntil: '2027-05-01T12:00' })).toEqual({ staysOpen: ['links'], staysOpenUntil: new Date('2027-05-01T10:00:00Z') })
  expect(freeze.parse({ staysOpen: [], staysOpenUntil: '2027-05-01T12:00' })).toEqual({ staysOpen: [], staysOpenUntil: null })
  expect(faults(freeze, { staysOpen: ['links'], staysOpenUntil: '' })).toEqual(['staysOpenUntil: missing'])
  expect(faults(freeze, { staysOpen: ['consent'], staysOpenUntil: '2027-05-01T12:00' })).toEqual(['staysOpen: unfit'])
})

test('a grid has weights from above 0 to 100 and five anchors', () => {
  const anchors = Array.from({ length: 5 }, () => ({ fr: 'Repère' }))
  const row = { id: null, name: { fr: 'Preuves' }, weight: '12,5', anchors, guidance: null }
  expect(rubric.parse({ criteria: [row] }).criteria).toEqual([{ ...row, weight: 12.5 }])
  expect(faults(rubric, { criteria: [{ ...row, weight: '' }] })).toEqual(['criteria.0.weight: missing'])
  expect(faults(rubric, { criteria: [{ ...row, weight: '0' }] })).toEqual(['criteria.0.weight: weight'])
  expect(faults(rubric, { criteria: [{ ...row, anchors: anchors.slice(1) }] })).toEqual(['criteria.0.anchors: too_small'])
  expect([weightsAddUp([33.3, 33.3, 33.4]), weightsAddUp([50, 49]), weightsAddUp([])]).toEqual([true, false, false])
})

describe('what may still be changed', () => {
  const its = { publishedAt: new Date('2027-01-01'), opensAt: new Date('2027-03-01T08:00:00Z'), closesAt: new Date('2027-04-12T15:00:00Z') }
  const parts = ['presentation', 'calendar', 'challenges', 'eligibility', 'freeze', 'form', 'rubric'] as const
  test.each([
    ['2027-03-01T07:59:59.999Z', [null, null, null, null, null, null, null]],
    ['2027-03-01T08:00:00.000Z', [null, null, null, 'opening', null, null, 'opening']],
    ['2027-04-12T15:00:00.999Z', [null, null, null, 'opening', null, null, 'opening']],
    ['2027-04-12T15:00:01.000Z', [null, null, 'closing', 'opening', 'closing', 'closing', 'opening']],
  ])('at %s', (now, settled) => {
    expect(parts.map((part) => settledBy(part, its, new Date(now)))).toEqual(settled)
  })

  test('everything, before it is published', () => {
    expect(parts.map((part) => settledBy(part, { ...its, publishedAt: null }, new Date('2030-01-01')))).toEqual(parts.map(() => null))
  })
})
