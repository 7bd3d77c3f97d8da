/** The weights of the prioritisation, as the method proposes them and as a visitor moves them in the address. */
import { type CriterionSlug, criteriaSlugs } from '#lib/domain/prioritisation-method.ts'
import { type SearchParams, valuesOf } from '#lib/domain/search-params.ts'

/** One weight per criterion; they add up to 100. */
export type Weights = Readonly<Record<CriterionSlug, number>>

/** Our proposal, to be set by a committee: EVIDEM's published example differs. */
export const proposedWeights: Weights = { patients: 20, cost: 15, severity: 25, need: 15, innovation: 15, data: 10 }

const weightProblems = ['wrong-count', 'not-a-number', 'out-of-range', 'all-zero'] as const
export type WeightProblem = (typeof weightProblems)[number]

/** `moved` is false for the proposed weights, `problem` says why others were set aside. */
export type ParsedWeights = { weights: Weights; moved: boolean; problem: WeightProblem | null }

/**
 * Reads `w=20,15,25,15,15,10`, or six fields named `w` in the same order, as a form without script sends them.
 * Any scale is accepted and brought to a sum of 100. Never throws: what is not understood leaves the proposal.
 */
export function parseWeights(params: SearchParams): ParsedWeights {
  const given = Object.hasOwn(params, 'w') ? params.w : undefined
  const texts = (given === undefined || typeof given === 'string' ? valuesOf(params, 'w') : given).slice(0, 20).flatMap((text) => text.slice(0, 200).split(','))
  if (texts.length === 0) return { weights: proposedWeights, moved: false, problem: null }
  const numbers = texts.map((text) => (/^\s*\d{1,6}(\.\d{1,6})?\s*$/.test(text) ? Number(text) : Number.NaN))
  const problem = problemOf(numbers)
  if (problem !== null) return { weights: proposedWeights, moved: false, problem }
  const weights = normalised(numbers)
  return { weights, moved: criteriaSlugs.some((it) => Math.abs(weights[it] - proposedWeights[it]) > 1e-6), problem: null }
}

/** The value of `w` for some weights, with at most one decimal: "20,15,25,15,15,10". */
export function weightsQuery(weights: Weights): string {
  return criteriaSlugs.map((it) => String(Math.round(weights[it] * 10) / 10)).join(',')
}

function problemOf(numbers: readonly number[]): WeightProblem | null {
  if (numbers.length !== criteriaSlugs.length) return 'wrong-count'
  if (numbers.some(Number.isNaN)) return 'not-a-number'
  if (numbers.some((number) => number > 100)) return 'out-of-range'
  return numbers.every((number) => number === 0) ? 'all-zero' : null
}

function normalised(numbers: readonly number[]): Weights {
  const total = numbers.reduce((sum, number) => sum + number, 0)
  return Object.fromEntries(criteriaSlugs.map((it, index) => [it, ((numbers[index] as number) / total) * 100])) as Weights
}
