/** The parts of a claim, without the schemas that judge it: light enough for the editor's first load. */
import type { DraftClaim } from '#lib/domain/claim.ts'

/** From nothing to a randomised trial; the order is that of growing strength. */
export const evidenceLevels = ['none', 'expert-opinion', 'observational', 'before-after', 'controlled', 'randomised'] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]

/** Characters allowed in each part of the sentence, said in advance. */
export const claimLimits = { mechanism: 300, population: 200, indicator: 200, unit: 60 } as const

/** True when nothing of the sentence has been written. */
export function isEmptyClaim(written: DraftClaim | null | undefined): boolean {
  return written == null || Object.values(written).every((part) => part === null || part === undefined || part === '')
}
