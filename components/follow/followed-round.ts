import type { HeadedRound } from '#components/round/round-page.tsx'
import type { WorkState } from '#components/assignment/shown-work.ts'
import type { Abstention } from '#lib/domain/evaluation.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'

/** A round as it is followed; the shape of `assignment.board`. */
export type FollowedRound = {
  now: Date
  head: HeadedRound & { dueAt: Date | null }
  wanted: number
  applications: { id: string; number: string; solution: string | null; given: number; submitted: number; work: { id: string; personId: string; name: string | null; state: WorkState; abstention: Abstention | null; abstentionNote: string | null }[] }[]
  scorers: { personId: string; name: string; partnerKind: OrganisationKind; declaredAt: Date | null; given: number; submitted: number; started: number; remaining: number; abstained: number; late: boolean; marks: number[] | null }[]
}
