/**
 * A round of judging: a preselection committee first, then the grand jury. It has its own scorers, criteria and rules;
 * the rules lock when scoring opens, so that nobody chooses them knowing what they give.
 */

/** A committee scores apart from one another; a jury also meets. */
export const roundKinds = ['committee', 'jury'] as const
export type RoundKind = (typeof roundKinds)[number]

/** In order: being prepared, links of interest being declared, scores being given, closed. */
const roundPhases = ['preparing', 'declaring', 'scoring', 'closed'] as const
export type RoundPhase = (typeof roundPhases)[number]

/** How the scores of several scorers become one. */
export const aggregates = ['mean', 'median'] as const
export type Aggregate = (typeof aggregates)[number]

/**
 * What becomes of a criterion that does not apply; it never counts as a mark. `spread-weights`: within an evaluation, the
 * weights of the lines left out go to the others in proportion. `by-criterion`: each criterion is first averaged over those
 * who marked it, then weighed, so that a line reserved for some scorers (lived experience) keeps its full weight.
 */
export const notApplicableRules = ['spread-weights', 'by-criterion'] as const
export type NotApplicableRule = (typeof notApplicableRules)[number]

/** What a frozen ranking served. */
export const rankingUses = ['shortlist', 'jury', 'decision'] as const
export type RankingUse = (typeof rankingUses)[number]

/** What scorers see of their colleagues' evaluations of an application once their own is submitted. */
export const shownAfterOwn = ['nothing', 'scores', 'everything'] as const
export type ShownAfterOwn = (typeof shownAfterOwn)[number]

/** Whether a name is shown: of applicants to scorers, of scorers to their colleagues. */
export const nameRules = ['shown', 'hidden'] as const
export type NameRule = (typeof nameRules)[number]

/** Which scorers a criterion is put to. */
export const criterionAudiences = ['everyone', 'lived-experience', 'clinical'] as const
export type CriterionAudience = (typeof criterionAudiences)[number]

export { scale } from '#lib/domain/mark-scale.ts'

/** What a round asks of its size, with what is proposed. */
export const roundLimits = {
  evaluationsPerApplication: { least: 1, most: 10, usual: 3 },
  applicationsPerScorer: { least: 1, most: 500, usual: 15 },
  quorum: { least: 1, most: 50, usual: 3 },
  places: { least: 1, most: 500, usual: 5 },
} as const

type Dated = { declaringAt: Date | null; openedAt: Date | null; closedAt: Date | null }

/** Where a round stands, from the deeds that moved it on. */
export function phaseOf({ declaringAt, openedAt, closedAt }: Dated): RoundPhase {
  if (closedAt !== null) return 'closed'
  if (openedAt !== null) return 'scoring'
  return declaringAt === null ? 'preparing' : 'declaring'
}

/** Rules may be changed until scoring opens. */
export function rulesMayChange(round: Dated): boolean {
  return round.openedAt === null && round.closedAt === null
}

type Voice = { livedExperience: boolean; clinical: boolean }

/** True when a criterion is put to a scorer. */
export function isPutTo(audience: CriterionAudience, { livedExperience, clinical }: Voice): boolean {
  return audience === 'everyone' || (audience === 'lived-experience' ? livedExperience : clinical)
}
