import { criterionScale } from '#lib/domain/criterion.ts'
import type { RankingInput, RankingRules } from '#lib/domain/ranking.ts'
import { seeded } from '#lib/domain/random.ts'

export const plainRules: RankingRules = { aggregate: 'mean', notApplicable: 'spread-weights', tieRule: [], places: 5, intervalLevel: 0.9, seed: 1 }

export type Simulated = {
  applications: number
  scorers: number
  /** Evaluations per application. */
  each: number
  /** Standard deviations, in points of the scale, before marks are rounded and cut off at 1 and 5. */
  quality: number
  severity: number
  /** Of one scorer's view of one application as a whole. */
  view: number
  /** Of one mark around that view. */
  mark: number
  seed: number
}

/**
 * A round whose truth is known: each application has a quality, each scorer a severity, and marks are whole numbers from
 * 1 to 5 around them. `truth[i]` is the rank of application i by quality, which is its rank by the score that all
 * possible scorers together would give it: cutting off and rounding keep that order.
 */
export function simulatedRound(of: Simulated, rules: Partial<RankingRules> = {}): { input: RankingInput; truth: number[]; leniency: number[] } {
  const random = seeded(of.seed, 9)
  const normals = (many: number, deviation: number) => Array.from({ length: many }, () => random.normal() * deviation)
  const [quality, leniency] = [normals(of.applications, of.quality), normals(of.scorers, of.severity)]
  const criteria = [30, 25, 20, 15, 10].map((weight, index) => ({ id: `criterion-${index}`, weight }))
  const name = (noun: string, index: number) => `${noun}-${String(index).padStart(5, '0')}`
  const deck: number[] = []
  const evaluations = quality.flatMap((level, application) => {
    const chosen = new Set<number>()
    while (chosen.size < of.each) {
      if (deck.length === 0) deck.push(...shuffled(of.scorers, random.uniform))
      chosen.add(deck.pop() as number)
    }
    return [...chosen].map((scorer) => {
      const view = 3.2 + level + (leniency[scorer] as number) + random.normal() * of.view
      const marks = criteria.map(({ id }) => [id, Math.max(criterionScale.low, Math.min(criterionScale.high, Math.round(view + random.normal() * of.mark)))])
      return { applicationId: name('application', application), scorerId: name('scorer', scorer), scores: Object.fromEntries(marks) as Record<string, number> }
    })
  })
  const order = quality.map((_, index) => index).sort((a, b) => (quality[b] as number) - (quality[a] as number))
  const truth: number[] = []
  order.forEach((index, position) => { truth[index] = position + 1 })
  return {
    truth,
    leniency,
    input: {
      applications: quality.map((_, index) => ({ id: name('application', index), ruptures: [`rupture-${index % 7}`], stages: [`stage-${index % 4}`], challenge: `challenge-${index % 3}`, region: null })),
      criteria,
      scorers: leniency.map((_, index) => ({ id: name('scorer', index), organisationId: name('organisation', index % Math.min(30, Math.max(3, Math.floor(of.scorers / 3)))), partnerKind: ['hospital', 'association', 'insurer'][index % 3] as string })),
      evaluations,
      rules: { ...plainRules, ...rules },
    },
  }
}

function shuffled(many: number, uniform: () => number): number[] {
  const all = Array.from({ length: many }, (_, index) => index)
  for (let index = many - 1; index > 0; index -= 1) {
    const other = Math.floor(uniform() * (index + 1))
    ;[all[index], all[other]] = [all[other] as number, all[index] as number]
  }
  return all
}
