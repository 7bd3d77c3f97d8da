import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeQuestion, questionId, questions } from '#tests/factories/question.ts'
import { type Answer, answerFault, type Answers, audiences, draftAnswer, isFor, questionFaults, questionList } from '#lib/domain/question.ts'
import { shownQuestions } from '#lib/domain/shown-question.ts'

const [a, b, c] = [questionId(0), questionId(1), questionId(2)]
const yesNo = makeQuestion({ id: a, kind: 'yes-no' })
const choice = makeQuestion({ id: b, kind: 'choice', options: [{ id: 'one', label: { fr: 'Un' } }, { id: 'two', label: { fr: 'Deux' } }] })

describe('a list of questions', () => {
  test('made by the factory is fit', () => {
    fc.assert(fc.property(questions, (list) => {
      expect(questionFaults(list)).toEqual([])
      expect(questionList.safeParse(list).success).toBe(true)
    }))
  })

  test('may only look back: conditions name an earlier question and an answer it can have', () => {
    const on = (questionIdOf: string, is: string) => makeQuestion({ id: c, shownIf: { questionId: questionIdOf, is } })
    expect(questionFaults([yesNo, choice, on(a, 'yes')])).toEqual([])
    expect(questionFaults([on(a, 'yes'), yesNo])).toEqual([{ id: c, code: 'condition-later' }])
    expect(questionFaults([yesNo, on(a, 'one')])).toEqual([{ id: c, code: 'condition-unknown' }])
    expect(questionFaults([choice, on(b, 'three')])).toEqual([{ id: c, code: 'condition-unknown' }])
    expect(questionFaults([makeQuestion({ id: c, kind: 'choice' })])).toEqual([{ id: c, code: 'options-missing' }])
    expect(questionFaults([makeQuestion({ id: c, kind: 'number', least: 5, most: 4 })])).toEqual([{ id: c, code: 'range' }])
  })
})

describe('what is shown', () => {
  test('follows the answers, through chains of conditions', () => {
    const second = makeQuestion({ id: b, kind: 'yes-no', shownIf: { questionId: a, is: 'yes' } })
    const third = makeQuestion({ id: c, shownIf: { questionId: b, is: 'no' } })
    const shown = (answers: Answers) => shownQuestions([yesNo, second, third], answers).map(({ id }) => id)
    expect(shown({})).toEqual([a])
    expect(shown({ [a]: true, [b]: false })).toEqual([a, b, c])
    // The middle one is hidden again: what hung from it goes with it, though its answer is kept.
    expect(shown({ [a]: false, [b]: false })).toEqual([a])
  })

  test('is in the list’s order, and never more than the list', () => {
    fc.assert(fc.property(questions, fc.dictionary(fc.nat(7).map(questionId), fc.oneof(fc.boolean(), fc.constantFrom('one', 'two'))), (list, answers) => {
      const shown = shownQuestions(list, answers as Answers)
      expect(list.filter((each) => shown.includes(each))).toEqual(shown)
      expect(list.filter(({ shownIf }) => shownIf === null).every((each) => shown.includes(each))).toBe(true)
    }))
  })
})

describe('an answer', () => {
  const cases: [string, Parameters<typeof makeQuestion>[0], Answer, string | null][] = [
    ['a short text at its limit', { id: a, limit: 3 }, 'abc', null],
    ['a short text over it', { id: a, limit: 3 }, 'abcd', 'over-limit'],
    ['a long text of two words out of two', { id: a, kind: 'long-text', limit: 2 }, 'un deux', null],
    ['a long text of three', { id: a, kind: 'long-text', limit: 2 }, 'un deux trois', 'over-limit'],
    ['a number on its bound', { id: a, kind: 'number', least: 0, most: 10 }, 10, null],
    ['a number beyond', { id: a, kind: 'number', least: 0, most: 10 }, 10.01, 'out-of-range'],
    ['an https link', { id: a, kind: 'link' }, 'https://exemple.fr/video', null],
    ['a link with a password', { id: a, kind: 'link' }, 'https://moi:secret@exemple.fr', 'link'],
    ['a link that is none', { id: a, kind: 'link' }, 'javascript:alert(1)', 'link'],
    ['a required text of blanks', { id: a, required: true }, '  ', 'missing'],
    ['no to a required yes or no', { id: a, kind: 'yes-no', required: true }, false, null],
    ['an empty choice that may be', { id: a, kind: 'choices', options: choice.options }, [], null],
    ['a date of no calendar', { id: a, kind: 'date' }, '2026-02-30', 'unfit'],
    ['a text where a number is asked', { id: a, kind: 'number' }, 'dix', 'unfit'],
  ]
  test.each(cases)('%s', (_what, asked, given, fault) => {
    expect(answerFault(makeQuestion(asked), given)).toBe(fault)
  })

  test('of a file is the files', () => {
    const asked = makeQuestion({ id: a, kind: 'file', required: true })
    expect([answerFault(asked, null, 0), answerFault(asked, null, 1)]).toEqual(['missing', null])
  })

  test('that a draft keeps is never lost for being long or out of range', () => {
    expect(draftAnswer(makeQuestion({ id: a, limit: 3 })).parse('bien trop long')).toBe('bien trop long')
    expect(draftAnswer(makeQuestion({ id: a, kind: 'number', most: 1 })).parse(7)).toBe(7)
    expect(draftAnswer(choice).safeParse('three').success).toBe(false)
  })
})

test('managers read what is for anybody, the public only what is for all', () => {
  expect(audiences.map((reader) => audiences.filter((audience) => isFor(audience, reader)))).toEqual([
    ['public'], ['public', 'scorers'], ['public', 'scorers', 'jury'], ['public', 'scorers', 'jury', 'managers'],
  ])
})
