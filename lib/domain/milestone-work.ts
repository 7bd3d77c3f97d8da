/** What is said of a milestone: what shows that it is done, why it is sent back or moved. Characters. */
import { draftProse, required } from '#lib/domain/form-text.ts'

export const milestoneLimits = { evidence: 4_000, reason: 1_000 } as const

export const milestoneEvidence = draftProse.pipe(required(milestoneLimits.evidence))
export const milestoneReason = draftProse.pipe(required(milestoneLimits.reason))
