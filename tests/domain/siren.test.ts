import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siren, siret } from '#lib/domain/siren-input.ts'
import { digitsOf, formatSiren, isSiren, isSiret, sirenFault } from '#lib/domain/siren.ts'

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

describe('SIREN', () => {
  test.each(['732829320', '356000000', '552100554', '130025265'])('%s is one', (number) => {
    expect(isSiren(number)).toBe(true)
  })

  test.each(['732829321', '73282932', '7328293200', '000000000', '73282932O', '', '٧٣٢٨٢٩٣٢٠'])('%s is not', (number) => {
    expect(isSiren(number)).toBe(false)
  })

  test('is stored as digits however it was typed', () => {
    expect(siren.parse('732 829 320')).toBe('732829320')
    expect(siren.parse('\u00A0732\u202F829.320 ')).toBe('732829320')
    expect(siren.parse('732-829-320')).toBe('732829320')
    expect(formatSiren('732829320')).toBe('732\u202F829\u202F320')
  })

  test('refuses with a code', () => {
    const issue = siren.safeParse('732 829 321').error?.issues[0]
    expect(issue).toMatchObject({ code: 'custom', params: { code: 'siren' } })
  })

  test('exactly one check digit fits eight digits, and one wrong digit is always caught', () => {
    fc.assert(fc.property(digits(8), (eight) => {
      const fitting = Array.from({ length: 10 }, (_, digit) => `${eight}${digit}`).filter((it) => isSiren(it))
      expect(fitting).toHaveLength(eight === '00000000' ? 0 : 1)
    }))
    fc.assert(fc.property(digits(9).filter(isSiren), fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
      const wrong = (Number(number[at]) + shift) % 10
      expect(isSiren(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false)
    }), { numRuns: 50 })
  })
})

describe('a SIREN being typed', () => {
  test.each([
    ['', null], [' ', null], ['732 829 320', null], ['732 829 321', 'check-digit'], ['000 000 000', 'check-digit'], ['732 82', 'incomplete'],
    ['73282932000074', 'too-long'], ['FR 732 829 320', 'characters'], ['٧٣٢٨٢٩٣٢٠', 'characters'],
  ])('%j: %s', (typed, fault) => {
    expect(sirenFault(typed)).toBe(fault)
  })

  test('has no fault exactly when it can be stored', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), digits(9), digits(9).map(formatSiren), digits(8)), (typed) => {
      fc.pre(digitsOf(typed) !== '' && typed.length <= 32)
      expect(sirenFault(typed) === null).toBe(siren.safeParse(typed).success)
    }))
  })
})

describe('SIRET', () => {
  test('passes Luhn on fourteen digits', () => {
    expect(isSiret('73282932000074')).toBe(true)
    expect(isSiret('73282932000075')).toBe(false)
    expect(siret.parse('732 829 320 00074')).toBe('73282932000074')
    expect(formatSiren('73282932000074')).toBe('732\u202F829\u202F320\u202F00074')
    expect(siret.safeParse('732 829 320').error?.issues[0]).toMatchObject({ params: { code: 'siret' } })
  })

  test('follows La Poste’s own rule for La Poste only', () => {
    expect(isSiret('35600000000048')).toBe(true)
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
    expect(isSiret('73282932000011')).toBe(false)
  })
})

test('digitsOf drops only spaces, dots and hyphens', () => {
  expect(digitsOf('FR 73')).toBe('FR73')
  fc.assert(fc.property(digits(9), (number) => { expect(digitsOf(formatSiren(number))).toBe(number) }))
})
