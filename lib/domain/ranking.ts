/**
 * What a ranking is made from: everything, and nothing else. It is this that is frozen with a decision, as canonical
 * JSON. A score of null is a criterion that does not apply (or is not for that scorer); somebody who abstained or did not
 * submit has no evaluation; whoever is in conflict over an application never has one here.
 */
import { z } from 'zod'
import { criterionScale } from '#lib/domain/criterion.ts'
import { aggregates, notApplicableRules } from '#lib/domain/round.ts'
import { criterionOfTie, tieKey } from '#lib/domain/tie-rule.ts'

const id = z.string().min(1).max(100)

const rankingRules = z.object({
  aggregate: z.enum(aggregates),
  notApplicable: z.enum(notApplicableRules),
  tieRule: z.array(tieKey).max(10),
  /** Places on the shortlist: the cut lies under this rank. */
  places: z.int().nonnegative(),
  /** Probability that an interval is to hold, as 0.9. */
  intervalLevel: z.number().min(0.5).max(0.99),
  seed: z.int().nonnegative(),
})
export type RankingRules = z.infer<typeof rankingRules>

const rankedApplication = z.object({
  id,
  /** Primary claim first. */
  ruptures: z.array(id),
  stages: z.array(id),
  challenge: id.nullable(),
  region: id.nullable(),
})
export type RankedApplication = z.infer<typeof rankedApplication>

/** Issues carry one of these as their message. */
export const rankingProblems = ['duplicate', 'unknown'] as const

/** Weights are points, whole numbers; 20 and 80 mean what 1 and 4 mean. */
export const rankingInput = z
  .object({
    applications: z.array(rankedApplication).max(100_000),
    criteria: z.array(z.object({ id, weight: z.int().positive().max(10_000) })).min(1).max(50),
    scorers: z.array(z.object({ id, organisationId: id, partnerKind: id })).max(2_000),
    evaluations: z.array(
      z.object({ applicationId: id, scorerId: id, scores: z.record(id, z.int().min(criterionScale.low).max(criterionScale.high).nullable()) }),
    ),
    rules: rankingRules,
  })
  .check(({ value, issues }) => {
    const say = (message: (typeof rankingProblems)[number], ...path: (string | number)[]) => issues.push({ code: 'custom', message, path, input: value })
    const known = { applications: new Set<string>(), criteria: new Set<string>(), scorers: new Set<string>() }
    for (const list of ['applications', 'criteria', 'scorers'] as const) {
      value[list].forEach(({ id }, index) => known[list].has(id) ? say('duplicate', list, index, 'id') : known[list].add(id))
    }
    const pairs = new Set<string>()
    value.evaluations.forEach(({ applicationId, scorerId, scores }, index) => {
      const pair = JSON.stringify([applicationId, scorerId])
      if (pairs.has(pair)) say('duplicate', 'evaluations', index)
      pairs.add(pair)
      if (!known.applications.has(applicationId)) say('unknown', 'evaluations', index, 'applicationId')
      if (!known.scorers.has(scorerId)) say('unknown', 'evaluations', index, 'scorerId')
      for (const criterion of Object.keys(scores)) if (!known.criteria.has(criterion)) say('unknown', 'evaluations', index, 'scores', criterion)
    })
    value.rules.tieRule.forEach((key, index) => {
      const criterion = criterionOfTie(key)
      if (criterion !== null && !known.criteria.has(criterion)) say('unknown', 'rules', 'tieRule', index)
    })
  })
export type RankingInput = z.infer<typeof rankingInput>

/** The same input in its one order: lists by identifier, a null for each criterion left out. Order of arrival says nothing. */
export function inOrder({ applications, criteria, scorers, evaluations, rules }: RankingInput): RankingInput {
  const lines = criteria.toSorted(byId)
  return {
    applications: applications.toSorted(byId),
    criteria: lines,
    scorers: scorers.toSorted(byId),
    evaluations: evaluations
      .map(({ scores, ...evaluation }) => ({ ...evaluation, scores: Object.fromEntries(lines.map(({ id }) => [id, scores[id] ?? null])) }))
      .sort((a, b) => byText(a.applicationId, b.applicationId) || byText(a.scorerId, b.scorerId)),
    rules,
  }
}

function byId(a: { id: string }, b: { id: string }): number {
  return byText(a.id, b.id)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
