import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import type { AssignmentWeights } from '#lib/domain/assignment.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import type { HeadedRound } from '#components/round/round-page.tsx'

export type WorkState = 'given' | 'started' | 'submitted' | 'abstained' | 'conflicted'

/** What was given in a round; the shape of `assignment.show`. */
export type ShownWork = {
  now: Date
  head: HeadedRound
  wanted: number
  applications: { id: string; number: string; solution: string | null; organisation: string; work: { id: string; personId: string; state: WorkState; origin: 'solved' | 'hand' }[] }[]
  scorers: { personId: string; name: string; partnerKind: OrganisationKind; clinical: boolean; livedExperience: boolean; cap: number; load: number }[]
  conflicts: { applicationId: string; scorerId: string }[]
  proposals: { id: string; report: AssignmentResult; wishes: Record<string, unknown>; madeAt: Date; appliedAt: Date | null; stands: boolean; gives: number; takes: number }[]
}

export type Wishes = { weights: AssignmentWeights; seed: number }
