/**
 * What every applicant is told of how their file was judged: a profile per criterion against the distribution of all
 * files, and the scorers' words for them. Never fewer than `leastScorers` scorers behind a figure.
 */
export type CriterionProfile = {
  criterionId: string
  /** The mean mark, to a tenth; null when too few scored it. */
  mean: number | null
  scorers: number
  /** Of the means of all applications of the round, the file's own included: how many lie in each fifth of 1 to 5. */
  distribution: readonly number[] | null
}

export type Feedback = { roundId: string; criteria: CriterionProfile[]; comments: string[] }
