import * as fc from 'fast-check'
import type { RankingInput } from '#lib/domain/ranking.ts'
import { aggregates, notApplicableRules } from '#lib/domain/round.ts'
import { type TieKey, tieKeys } from '#lib/domain/tie-rule.ts'
import { plainRules } from '#tests/factories/ranking.ts'

const criteria = ['a', 'b', 'c'].map((id) => ({ id }))
const tieKey: fc.Arbitrary<TieKey> = fc.oneof(
  fc.constantFrom(...tieKeys),
  fc.constantFrom(...criteria).map(({ id }) => `criterion:${id}` as const),
)

/** A small ranking with gaps everywhere: abstentions, lines left out, weights of all sizes, any rules. */
export const anyRanking: fc.Arbitrary<RankingInput> = fc
  .record({
    cells: fc.array(fc.array(fc.option(fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }), { minLength: 3, maxLength: 3 }), { freq: 4 }), { minLength: 4, maxLength: 4 }), { maxLength: 7 }),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }),
    aggregate: fc.constantFrom(...aggregates),
    notApplicable: fc.constantFrom(...notApplicableRules),
    tieRule: fc.array(tieKey, { maxLength: 3 }),
    places: fc.integer({ min: 0, max: 5 }),
    seed: fc.nat(),
  })
  .map(({ cells, weights, ...rules }) => ({
    applications: cells.map((_, index) => ({ id: `application-${index}`, ruptures: [], stages: [], challenge: null, region: null })),
    criteria: criteria.map(({ id }, index) => ({ id, weight: weights[index] as number })),
    scorers: ['w', 'x', 'y', 'z'].map((id, index) => ({ id, organisationId: `organisation-${index % 3}`, partnerKind: index % 2 ? 'hospital' : 'association' })),
    evaluations: cells.flatMap((row, application) => row.flatMap((marks, scorer) => marks === null ? [] : [{
      applicationId: `application-${application}`,
      scorerId: ['w', 'x', 'y', 'z'][scorer] as string,
      scores: Object.fromEntries(criteria.map(({ id }, index) => [id, marks[index] ?? null])),
    }])),
    rules: { ...plainRules, ...rules },
  }))

/** The same ranking with every list in another order. */
export function reordered(input: RankingInput, seed: number): RankingInput {
  const turned = <T>(list: readonly T[]) => { const at = list.length === 0 ? 0 : seed % list.length; return [...list.slice(at), ...list.slice(0, at)].reverse() }
  return {
    applications: turned(input.applications),
    criteria: turned(input.criteria),
    scorers: turned(input.scorers),
    evaluations: turned(input.evaluations).map(({ applicationId, scorerId, scores }) => ({ scorerId, scores: Object.fromEntries(turned(Object.entries(scores))), applicationId })),
    rules: input.rules,
  }
}

/** A ranking written as a table: per application, per scorer "w".."z", the marks on criteria "a", "b", "c"; null for a line left out. */
export function written(marks: Record<string, (readonly (number | null)[] | null)[]>, weights: readonly number[], rules: Partial<RankingInput['rules']> = {}): RankingInput {
  return {
    applications: Object.keys(marks).map((id) => ({ id, ruptures: [], stages: [], challenge: null, region: null })),
    criteria: weights.map((weight, index) => ({ id: criteria[index]?.id as string, weight })),
    scorers: ['w', 'x', 'y', 'z'].map((id, index) => ({ id, organisationId: `of-${id}`, partnerKind: index < 2 ? 'hospital' : 'association' })),
    evaluations: Object.entries(marks).flatMap(([applicationId, rows]) => rows.flatMap((row, scorer) => row === null ? [] : [{
      applicationId,
      scorerId: ['w', 'x', 'y', 'z'][scorer] as string,
      scores: Object.fromEntries(row.map((mark, index) => [criteria[index]?.id as string, mark])),
    }])),
    rules: { ...plainRules, ...rules },
  }
}
