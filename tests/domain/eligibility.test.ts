import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerKey, type EligibilityAnswer, eligibilityResult, parseAnswers } from '#lib/domain/eligibility.ts'

const yesLets = { yesIsEligible: true }
const noLets = { yesIsEligible: false }
const answer = fc.constantFrom<EligibilityAnswer | null>('yes', 'no', null)
const lines = fc.array(fc.record({ yesIsEligible: fc.boolean(), given: answer }), { maxLength: 30 })

describe('whether one may apply', () => {
  test('a yes needs every answer, a no needs one', () => {
    const rules = [yesLets, noLets, yesLets]
    expect(eligibilityResult(rules, ['yes', 'no', 'yes'])).toEqual({ state: 'eligible', failed: [], left: [] })
    expect(eligibilityResult(rules, ['yes', 'no', null])).toEqual({ state: 'incomplete', failed: [], left: [2] })
    expect(eligibilityResult(rules, ['yes', 'yes', null])).toEqual({ state: 'not-eligible', failed: [1], left: [2] })
    expect(eligibilityResult(rules, ['no', 'yes', 'no'])).toEqual({ state: 'not-eligible', failed: [0, 1, 2], left: [] })
    expect(eligibilityResult(rules, [null, null, null])).toEqual({ state: 'unanswered', failed: [], left: [0, 1, 2] })
    expect(eligibilityResult(rules, [])).toEqual({ state: 'unanswered', failed: [], left: [0, 1, 2] })
  })

  test('a call without statements says nothing of anybody', () => {
    expect(eligibilityResult([], [])).toEqual({ state: 'unanswered', failed: [], left: [] })
  })

  test('each statement is fit, failed or left, and the state follows', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { state, failed, left } = eligibilityResult(all, all.map(({ given }) => given))
        const fit = all.flatMap(({ yesIsEligible, given }, index) => (given !== null && (given === 'yes') === yesIsEligible ? [index] : []))
        expect([...fit, ...failed, ...left].sort((a, b) => a - b)).toEqual(all.map((_, index) => index))
        expect(state === 'eligible').toBe(all.length > 0 && fit.length === all.length)
        expect(state === 'not-eligible').toBe(failed.length > 0)
      }),
    )
  })

  test('one more answer never turns a no into a yes', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), answer, answer, (all, yesIsEligible, unfit, more) => {
        const failing = { yesIsEligible, given: yesIsEligible ? ('no' as const) : ('yes' as const) }
        const rules = [...all, failing, { yesIsEligible: true }]
        const said = [...all.map(({ given }) => given ?? unfit), failing.given]
        expect([null, more].map((last) => eligibilityResult(rules, [...said, last]).state)).toEqual(['not-eligible', 'not-eligible'])
      }),
    )
  })
})

describe('answers in an address', () => {
  test('come back as they were sent', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        const params = Object.fromEntries(answers.flatMap((given, index) => (given === null ? [] : [[answerKey(index), given]])))
        expect(parseAnswers(params, answers.length)).toEqual(answers)
      }),
    )
  })

  test('thirty of them leave a page short enough to be kept', () => {
    const query = new URLSearchParams(Array.from({ length: 30 }, (_, index) => [answerKey(index), 'yes'])).toString()
    expect(query.length).toBeLessThanOrEqual(600 - '/fr/calls//eligibility?'.length - 40)
  })

  test('that nobody can have sent are no answers', () => {
    expect(parseAnswers({ q1: 'YES', q2: ['yes', 'no'], q3: '', q4: 'yes', q5: 'yes' }, 4)).toEqual([null, null, null, 'yes'])
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), fc.nat({ max: 30 }), (params, count) => {
        const answers = parseAnswers(params, count)
        expect(answers).toHaveLength(count)
        expect(answers.every((given) => given === null || given === 'yes' || given === 'no')).toBe(true)
      }),
    )
  })
})
