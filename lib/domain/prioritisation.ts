/**
 * Ranking ruptures by a weighted sum of marks from 0 to 5 (ISPOR MCDA good practices; method in
 * `prioritisation-method.ts`). Score = Σ weight × mark ÷ Σ weights of marked criteria, never without its coverage;
 * under 60 % coverage a rupture is not ranked. A missing mark could be anything from 0 to 5: it widens the interval.
 */
import { type CriterionSlug, criteriaSlugs } from '#lib/domain/prioritisation-method.ts'
import { type Cell, highestMark, type Marks } from '#lib/domain/prioritisation-marks.ts'
import type { Weights } from '#lib/domain/prioritisation-weights.ts'

export const leastCoverage = 0.6
/** Each weight is taken up and down by this share (step 6 of the method). */
const weightSwing = 0.3

export type Candidate = { slug: string; marks: Marks }

export type Score = {
  /** On the marked criteria alone, 0 to 5; null when none is marked. */
  central: number | null
  /** With every missing mark at 0, and at 5. */
  low: number
  high: number
  /** Share of the weights that is marked, 0 to 1. */
  coverage: number
}

export type Ranks = { best: number; worst: number }

export type Ranking = {
  slug: string
  score: Score
  /** False under 60 % coverage: then only the interval may be shown. */
  ranked: boolean
  /** Place by the middle of the interval, under these weights; equal middles share a place. */
  place: number
  /** Places taken when only the weights change. */
  underWeights: Ranks
  /** Places that remain possible whatever the missing marks and the weights. */
  possible: Ranks
}

export type Stability = {
  /** Pairs of ruptures. */
  pairs: number
  /** Pairs whose order holds under every set of weights, missing marks taken at their middle. */
  steady: number
  /** Pairs whose order holds whatever the missing marks and the weights. */
  decided: number
}

/** Score of one row of the matrix under some weights; weights that are all zero give an empty score. */
export function score(marks: Marks, weights: Weights): Score {
  const total = sum(criteriaSlugs, (it) => weights[it])
  if (total === 0) return { central: null, low: 0, high: highestMark, coverage: 0 }
  const marked = criteriaSlugs.filter((it) => marks[it].state === 'marked')
  const weight = sum(marked, (it) => weights[it])
  return {
    central: weight === 0 ? null : sum(marked, (it) => weights[it] * bound(marks[it], 'central')) / weight,
    low: sum(criteriaSlugs, (it) => weights[it] * bound(marks[it], 'low')) / total,
    high: sum(criteriaSlugs, (it) => weights[it] * bound(marks[it], 'high')) / total,
    coverage: weight / total,
  }
}

/**
 * The sets of weights of the sensitivity analysis, none of them drawn at random: the weights as given, the 64 corners
 * of the box where each moves by ±30 %, and each criterion left out in turn. A pair whose order holds at every corner
 * holds everywhere in the box, since the difference of two weighted sums is linear in the weights.
 */
export function weightScenarios(weights: Weights): Weights[] {
  const corners = Array.from({ length: 2 ** criteriaSlugs.length }, (_, corner) =>
    withWeights((it, index) => weights[it] * (1 + ((corner >> index) & 1 ? weightSwing : -weightSwing))))
  const without = criteriaSlugs.map((left) => withWeights((it) => (it === left ? 0 : weights[it])))
  return [weights, ...corners, ...without].filter((scenario) => criteriaSlugs.some((it) => scenario[it] > 0))
}

/**
 * Ranks the candidates: by place, then in the order given. The result does not depend on that order otherwise,
 * nor on the scale of the weights. Ranks run from 1 to n.
 */
export function rank(candidates: readonly Candidate[], weights: Weights): { rows: Ranking[]; stability: Stability } {
  const scenarios = weightScenarios(weights).map((scenario) => candidates.map(({ marks }) => score(marks, scenario)))
  const always = (test: (scores: readonly Score[]) => boolean): boolean => scenarios.length > 0 && scenarios.every(test)
  const surelyAbove = (a: number, b: number): boolean => always((scores) => of(scores, a).low > of(scores, b).high + tolerance)
  const steadilyAbove = (a: number, b: number): boolean => always((scores) => middle(of(scores, a)) > middle(of(scores, b)) + tolerance)
  const all = candidates.map((_, index) => index)
  const places = scenarios.map((scores) => all.map((a) => 1 + all.filter((b) => middle(of(scores, b)) > middle(of(scores, a)) + tolerance).length))

  const rows = candidates.map((candidate, index): Ranking => {
    const own = score(candidate.marks, weights)
    const taken = places.map((scenario) => scenario[index] as number)
    return {
      slug: candidate.slug,
      score: own,
      ranked: own.coverage >= leastCoverage - tolerance,
      place: taken[0] ?? 1,
      underWeights: { best: Math.min(...taken, candidates.length), worst: Math.max(...taken, 1) },
      possible: {
        best: 1 + all.filter((other) => surelyAbove(other, index)).length,
        worst: candidates.length - all.filter((other) => surelyAbove(index, other)).length,
      },
    }
  })
  const couples = all.flatMap((a) => all.slice(a + 1).map((b) => [a, b] as const))
  const count = (above: (a: number, b: number) => boolean): number => couples.filter(([a, b]) => above(a, b) || above(b, a)).length
  return {
    rows: rows.toSorted((a, b) => a.place - b.place),
    stability: { pairs: couples.length, steady: count(steadilyAbove), decided: count(surelyAbove) },
  }
}

/** Middle of a score's interval: the place to stand when nothing is known of the missing marks. */
export function middle({ low, high }: Pick<Score, 'low' | 'high'>): number {
  return (low + high) / 2
}

/** Two scores closer than this are equal: sums of decimals differ in their last digits. */
const tolerance = 1e-9

function bound(cell: Cell, side: 'low' | 'central' | 'high'): number {
  if (cell.state === 'marked') return cell[side]
  return side === 'low' ? 0 : highestMark
}

function withWeights(weigh: (criterion: CriterionSlug, index: number) => number): Weights {
  return Object.fromEntries(criteriaSlugs.map((it, index) => [it, weigh(it, index)])) as Weights
}

function of<T>(items: readonly T[], index: number): T {
  return items[index] as T
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}
