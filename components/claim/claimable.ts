import type { EvidenceLevel } from '#lib/domain/claim-parts.ts'
import type { EvidenceGrade } from '#lib/domain/estimate.ts'
import type { StageSlug } from '#lib/domain/stage.ts'
import type { Messages } from '#lib/i18n/messages.ts'

export type ClaimName = 'primaryClaim' | 'secondClaim' | 'thirdClaim'

/** An indicator a rupture or the catalogue proposes; `figure` is its value in words. */
export type Proposal = { indicator: string; unit: string; baseline: number | null; figure: string | null; metric: string | null }

/** A rupture in the version a claim pins, with what its card says in the reader's language; null where nothing was found. */
export type ClaimableRupture = {
  versionId: string
  slug: string
  version: number
  isCurrent: boolean
  stage: StageSlug
  title: string
  summary: string
  population: string
  people: string | null
  cost: string | null
  source: string | null
  evidence: EvidenceGrade
  proposals: readonly Proposal[]
}

/** A metric of the catalogue, whose name and unit an indicator can take. */
export type ClaimableMetric = { slug: string; name: string; unit: string }

export type ClaimWords = {
  claim: Messages['claim']
  levels: Record<EvidenceLevel, string>
  grades: Record<EvidenceGrade, string>
  stages: Record<StageSlug, string>
}
