import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeClaim, wholeContent } from '#tests/factories/draft.ts'
import { makeQuestion, questionId, questions } from '#tests/factories/question.ts'
import { coreFields, limits, optionalFields, readersOf, sectionOf, sections } from '#lib/domain/application.ts'
import { editableFields, gapsOf, isOpen, mayChangeFields, patchSchema, progressOf, type Window } from '#lib/domain/draft.ts'
import { answerName } from '#lib/domain/field-name.ts'

const own = makeQuestion({ id: questionId(1), kind: 'long-text', required: true, limit: 2 })
const gaps = (changes: Record<string, unknown>, list = [own], files = {}) => gapsOf({ ...wholeContent, [answerName(own.id)]: 'un deux', ...changes }, list, files).map(({ field, code }) => `${field} ${code}`)

describe('what is missing', () => {
  test('is nothing where everything is there', () => {
    expect(gaps({})).toEqual([])
  })

  test.each([
    [{ pitch: ' ' }, ['pitch missing']],
    [{ pitch: 'x'.repeat(limits.pitch + 1) }, ['pitch over-limit']],
    [{ consent: false }, ['consent missing']],
    [{ primaryClaim: null }, ['primaryClaim missing']],
    [{ primaryClaim: { ...wholeClaim, target: null } }, ['primaryClaim.target missing']],
    [{ secondClaim: { mechanism: '' } }, []],
    [{ secondClaim: { ...wholeClaim, mechanism: '' } }, ['secondClaim.mechanism missing']],
    [{ [answerName(own.id)]: 'un deux trois' }, [`${answerName(own.id)} over-limit`]],
    [{ [answerName(own.id)]: null }, [`${answerName(own.id)} missing`]],
  ])('is named by field: %j', (changes, expected) => {
    expect(gaps(changes)).toEqual(expected)
  })

  test('comes in the order of the form', () => {
    expect(gaps({ consent: null, team: null, pitch: null }).map((gap) => gap.split(' ')[0])).toEqual(['pitch', 'team', 'consent'])
  })

  test('does not ask what is not shown', () => {
    const hidden = makeQuestion({ id: questionId(2), required: true, shownIf: { questionId: questionId(1), is: 'yes' } })
    expect(gaps({}, [{ ...own, kind: 'yes-no' }, hidden]).filter((gap) => gap.includes(hidden.id))).toEqual([])
  })

  test('agrees with progress: all is done exactly when nothing required is missing', () => {
    const content = fc.record(Object.fromEntries(coreFields.map((field) => [field, fc.constantFrom(wholeContent[field], null)])))
    fc.assert(fc.property(content, questions, (drawn, list) => {
      const progress = Object.values(progressOf(drawn, list, {}))
      const missing = gapsOf(drawn, list, {})
      expect(progress.every(({ done, of }) => done === of)).toBe(missing.length === 0)
      expect(progress.every(({ done, of }) => done >= 0 && done <= of)).toBe(true)
    }))
  })
})

describe('a save', () => {
  test('carries fields of the form and no other key', () => {
    const schema = patchSchema([own])
    expect(schema.safeParse({ pitch: 'Une phrase', [answerName(own.id)]: null }).success).toBe(true)
    expect(schema.safeParse({ pitch: 'Une phrase', number: 'A-1' }).error?.issues[0]?.code).toBe('unrecognized_keys')
    expect(schema.safeParse({ [answerName(questionId(9))]: 'x' }).success).toBe(false)
    expect(schema.safeParse({}).success).toBe(false)
  })

  test('with a key of every object’s own is refused like any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) expect(patchSchema([]).safeParse(JSON.parse(`{"pitch":"a","${key}":1}`)).success).toBe(false)
  })
})

const at = (seconds: number) => new Date(Date.UTC(2027, 0, 1) + seconds * 1_000)
const window: Window = { opensAt: at(0), closesAt: at(100), permitUntil: null, isSubmitted: false, staysOpen: [], staysOpenUntil: null, corrections: [] }

describe('the window', () => {
  test.each([[-1, false], [0, true], [100, true], [100.999, true], [101, false]])('of a call that runs from 0 to 100 s is open at %d s: %s', (second, open) => {
    expect(isOpen(window, at(second))).toBe(open)
  })

  test('is longer with a permit, to its own last second', () => {
    const late = { ...window, permitUntil: at(200) }
    expect([isOpen(late, at(200.9)), isOpen(late, at(201))]).toEqual([true, false])
  })

  test('leaves some fields open after the deadline, to those who submitted', () => {
    const left: Window = { ...window, isSubmitted: true, staysOpen: ['team'], staysOpenUntil: at(300), corrections: [{ fields: ['pitch', 'team'], until: at(400) }, { fields: ['summary'], until: at(150) }] }
    expect(editableFields(left, at(50))).toBe('all')
    expect(editableFields(left, at(140))).toEqual(['team', 'pitch', 'summary'])
    expect(editableFields(left, at(250))).toEqual(['team', 'pitch'])
    expect(editableFields(left, at(350))).toEqual(['pitch', 'team'])
    expect(editableFields(left, at(500))).toEqual([])
    expect(editableFields({ ...left, isSubmitted: false }, at(140))).toEqual([])
    expect([mayChangeFields(['team'], left, at(250)), mayChangeFields(['team', 'summary'], left, at(250))]).toEqual([true, false])
  })

  test('never opens by itself: what is shut now is shut later, unless a permit or a correction says otherwise', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (first, later) => {
      const [from, to] = [Math.min(first, later), Math.max(first, later)]
      expect(isOpen(window, at(to)) && !isOpen(window, at(from))).toBe(false)
    }))
  })
})

test('every field has a section and readers, and every section a field or the questions', () => {
  expect(Object.keys(sectionOf).sort()).toEqual([...coreFields].sort())
  expect(Object.keys(readersOf).sort()).toEqual([...coreFields].sort())
  expect([...new Set([...Object.values(sectionOf), 'questions'])].sort()).toEqual([...sections].sort())
  expect([...optionalFields].every((field) => coreFields.includes(field))).toBe(true)
})
