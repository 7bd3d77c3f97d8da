import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromInput, inWords, toInput } from '#components/draft/field-value.ts'
import type { Control, FieldView } from '#components/draft/field-view.ts'
import { same } from '#lib/domain/draft-sync.ts'
import { readNumber } from '#lib/domain/written-number.ts'

const view = (control: Control, options: string[] = []): FieldView => ({
  name: 'answers.x', control, section: 'questions', label: '', help: null, isRequired: false, limit: null, options: options.map((id) => ({ id, label: `Le ${id}` })), unit: null, least: null, most: null,
})
const locales = ['fr', 'en'] as const

describe('what a control shows', () => {
  test.each([
    ['fr', '12\u202F500,5', 12_500.5], ['fr', ' 12 500 ', 12_500], ['fr', '-3,25', -3.25], ['fr', '12.5', 12.5],
    ['en', '12,500.5', 12_500.5], ['en', '12,500', 12_500], ['fr', '0', 0],
  ] as const)('in %s, "%s" is a number', (locale, typed, number) => {
    expect(readNumber(typed, locale)).toBe(number)
  })

  test.each(['beaucoup', '12 à 15', '1,2,3', '--1', '1e400', '٣'])('"%s" is none, and stays as it was typed', (typed) => {
    expect(readNumber(typed, 'fr')).toBe(typed)
  })

  test('is saved again as it was: drawing a field changes nothing in it', () => {
    const values: [Control, fc.Arbitrary<unknown>][] = [
      ['line', fc.string({ minLength: 1 }).map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, '')).filter(Boolean)],
      ['prose', fc.array(fc.constantFrom('a', 'é', '👩‍⚕️', '\n', ' ', 'שלום'), { minLength: 1 }).map((all) => all.join(''))],
      ['number', fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e6, max: 1e6 }).map((it) => it / 100))],
      ['date', fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((it) => it.toISOString().slice(0, 10))],
      ['yes-no', fc.boolean()],
      ['choices', fc.subarray(['a', 'b', 'c']).map((all) => (all.length === 0 ? null : all))],
      ['choice', fc.constantFrom('a', 'b', null)],
    ]
    for (const [control, arbitrary] of values) {
      fc.assert(fc.property(fc.oneof(arbitrary, fc.constant(null)), fc.constantFrom(...locales), (value, locale) => {
        const field = view(control, ['a', 'b', 'c'])
        expect(same(fromInput(field, toInput(field, value, locale), locale), value)).toBe(true)
      }))
    }
  })

  test('is kept as the server keeps it: pasted line ends are one sign, or a space on a line', () => {
    expect(fromInput(view('prose'), 'Un\r\ndeux\u000Btrois', 'fr')).toBe('Un\ndeux\ntrois')
    expect(fromInput(view('line'), 'Un\tdeux', 'fr')).toBe('Un deux')
    expect(fromInput(view('line'), '', 'fr')).toBeNull()
  })

  test('is told in words where two versions stand side by side', () => {
    const words = { yes: 'Oui', no: 'Non' }
    expect(inWords(view('choices', ['a', 'b']), ['a', 'b'], words, 'fr')).toBe('Le a\nLe b')
    expect(inWords({ ...view('number'), unit: 'jours' }, 1_234.5, words, 'fr')).toBe('1\u202F234,5\u00A0jours')
    expect(inWords(view('yes-no'), false, words, 'fr')).toBe('Non')
    expect(inWords(view('line'), null, words, 'fr')).toBe('')
  })
})
