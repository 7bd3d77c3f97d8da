/**
 * Whether one may apply, checked in a minute without an account: a yes or a no to each statement of the call. The answers
 * stand in the address as q1=yes&q2=no, by the place of the statement; they are kept nowhere else.
 */
import type { Localized } from '#lib/domain/localized.ts'
import { type SearchParams, valuesOf } from '#lib/domain/search-params.ts'

/** `yesIsEligible` says which of the two answers lets one apply. */
export type EligibilityRule = { id: string; statement: Localized; reason: Localized; yesIsEligible: boolean }

const eligibilityAnswers = ['yes', 'no'] as const
export type EligibilityAnswer = (typeof eligibilityAnswers)[number]

/** The field of the statement at `index`, from 0: "q1". */
export function answerKey(index: number): string {
  return `q${index + 1}`
}

/** The answer to each of `count` statements; null where there is none, or none that can be understood. */
export function parseAnswers(params: SearchParams, count: number): (EligibilityAnswer | null)[] {
  return Array.from({ length: count }, (_, index) => {
    const [given, ...others] = valuesOf(params, answerKey(index))
    return others.length === 0 ? (eligibilityAnswers.find((answer) => answer === given) ?? null) : null
  })
}

/** `failed` and `left` hold places of statements, from 0: those that keep one from applying, and those not yet answered. */
export type EligibilityResult = { state: 'unanswered' | 'incomplete' | 'eligible' | 'not-eligible'; failed: number[]; left: number[] }

/** One unfit answer is enough to say no; a yes needs every answer. A call without statements stays `unanswered`. */
export function eligibilityResult(rules: readonly Pick<EligibilityRule, 'yesIsEligible'>[], answers: readonly (EligibilityAnswer | null)[]): EligibilityResult {
  const places = rules.map((_, index) => index)
  const left = places.filter((index) => (answers[index] ?? null) === null)
  const failed = places.filter((index) => !left.includes(index) && (answers[index] === 'yes') !== rules[index]?.yesIsEligible)
  const state = left.length === rules.length ? 'unanswered' : failed.length > 0 ? 'not-eligible' : left.length > 0 ? 'incomplete' : 'eligible'
  return { state, failed, left }
}
