/**
 * What every applicant is told of how their file was judged: in each round, a profile per criterion against the means of
 * all files, and the scorers' words for them. No figure stands on fewer than `leastScorers` scorers, and no distribution
 * on fewer than `leastFiles` files.
 */
import { leastScorers } from '#lib/domain/decision.ts'
import type { Scores } from '#lib/domain/evaluation.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { scale } from '#lib/domain/round.ts'

/** Fewer files than this, and a distribution would tell how one of them did. */
export const leastFiles = 5
/** Half points from 1 to 5; the last holds 5 itself. */
export const bins = (scale.high - scale.low) * 2

export type CriterionProfile = {
  name: Localized
  /** The mean mark, to a tenth; null when too few gave one. */
  mean: number | null
  /** Of the means of all files: how many lie in each half point from 1 to 5. Null when there are too few. */
  distribution: readonly number[] | null
}
export type Feedback = { rounds: { name: Localized; criteria: CriterionProfile[] }[]; comments: string[] }

export type JudgedRound = {
  name: Localized
  criteria: readonly { id: string; name: Localized }[]
  evaluations: readonly { applicationId: string; scores: Scores; commentToApplicant: string | null }[]
}

/** The mean of a file's marks on a criterion, to a tenth; null below `leastScorers` marks. */
function meanOf(marks: readonly number[]): number | null {
  if (marks.length < leastScorers) return null
  return Math.round((10 * marks.reduce((sum, each) => sum + each, 0)) / marks.length) / 10
}

/** How many of the means lie in each half point; null below `leastFiles` means. */
function distributionOf(means: readonly number[]): number[] | null {
  if (means.length < leastFiles) return null
  const counts = Array.from({ length: bins }, () => 0)
  for (const mean of means) counts[Math.min(bins - 1, Math.floor((mean - scale.low) * 2))]! += 1
  return counts
}

/** Means of every file by criterion, once for all of them. */
type Means = Map<string, Map<string, number | null>>

function meansOf({ criteria, evaluations }: JudgedRound): Means {
  const marks = new Map(criteria.map(({ id }) => [id, new Map<string, number[]>()]))
  for (const { applicationId, scores } of evaluations) {
    for (const [id, mark] of Object.entries(scores)) {
      const ofCriterion = marks.get(id)
      if (ofCriterion === undefined || mark === null) continue
      ofCriterion.set(applicationId, [...(ofCriterion.get(applicationId) ?? []), mark])
    }
  }
  return new Map([...marks].map(([id, files]) => [id, new Map([...files].map(([file, given]) => [file, meanOf(given)]))]))
}

/** The feedback of each application, by its identifier. Comments come in alphabetical order, which says nothing of who wrote them. */
export function feedbackOf(applicationIds: readonly string[], rounds: readonly JudgedRound[]): Map<string, Feedback> {
  const judged = rounds.map((round) => ({ round, means: meansOf(round) }))
  const spread = judged.map(({ means }) => new Map([...means].map(([id, files]) => [id, distributionOf([...files.values()].filter((mean) => mean !== null))])))
  return new Map(applicationIds.map((applicationId) => [applicationId, {
    rounds: judged.flatMap(({ round, means }, index) => {
      if (!round.evaluations.some((each) => each.applicationId === applicationId)) return []
      return [{ name: round.name, criteria: round.criteria.map(({ id, name }) => ({ name, mean: means.get(id)?.get(applicationId) ?? null, distribution: spread[index]?.get(id) ?? null })) }]
    }),
    comments: rounds.flatMap(({ evaluations }) => evaluations.flatMap((each) => (each.applicationId === applicationId && each.commentToApplicant?.trim() ? [each.commentToApplicant] : []))).sort(),
  }]))
}
