import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftLine, draftProse, optional, required } from '#lib/domain/form-text.ts'
import { countWords, keepParagraphs, lengthOf } from '#lib/domain/plain-text.ts'

const codeOf = (result: { error?: { issues: readonly object[] } | undefined }) => (result.error?.issues[0] as { params?: { code?: string } } | undefined)?.params?.code

describe('a text as typed or pasted', () => {
  test.each([
    ['of Windows', 'un\r\ndeux', 'un\ndeux'],
    ['of old Macs', 'un\rdeux', 'un\ndeux'],
    ['of a word processor', 'un\u000Bdeux\u2028trois\u2029quatre', 'un\ndeux\ntrois\nquatre'],
  ])('keeps the paragraphs %s', (_from, pasted, kept) => {
    expect(draftProse.parse(pasted)).toBe(kept)
  })

  test.each(['👩🏽‍⚕️ équipe', 'مرحبا بكم', 'e\u0301cole', '\u202Aà gauche\u202C', 'a\tb'])('keeps %j as it is', (text) => {
    expect(draftProse.parse(text)).toBe(text)
  })

  test.each([['a\0b', 'control-characters'], ['a\u0007b', 'control-characters'], ['a\uD800b', 'malformed-text'], ['x'.repeat(20_001), 'too-long']])('refuses what cannot be kept, and says why', (text, code) => {
    expect(codeOf(draftProse.safeParse(text))).toBe(code)
  })

  test('is one line where one is asked for', () => {
    expect(draftLine.parse('un\r\ndeux\ttrois')).toBe('un deux trois')
  })

  test('is counted as people see it', () => {
    expect([lengthOf('é'), lengthOf('😀'), lengthOf('')]).toEqual([1, 1, 0])
    expect([countWords(' un  deux\ntrois-quatre '), countWords(''), countWords(' \n')]).toEqual([3, 0, 0])
  })

  test('whatever it is, is kept with nothing lost but line ends, or refused', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const result = draftProse.safeParse(text)
      expect([keepParagraphs(text), 'control-characters', 'malformed-text']).toContain(result.success ? result.data : codeOf(result))
    }))
  })

  test('keeping twice is keeping once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(keepParagraphs(keepParagraphs(text))).toBe(keepParagraphs(text))
    }))
  })
})

describe('a text to submit', () => {
  test('is fit up to its limit, to the character', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 60 }), (limit, length) => {
      expect(codeOf(required(limit).safeParse('😀'.repeat(length)))).toBe(length > limit ? 'over-limit' : undefined)
      expect(codeOf(optional(limit).safeParse('😀'.repeat(length)))).toBe(length > limit ? 'over-limit' : undefined)
    }))
  })

  test('of blanks alone is missing, or nothing where nothing is needed', () => {
    expect(codeOf(required(10).safeParse(' \n '))).toBe('missing')
    expect(optional(10).parse(' \n ')).toBeNull()
  })
})
