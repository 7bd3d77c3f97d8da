/**
 * A claim is one guided sentence: on rupture R (in the version its author read), by mechanism M, for sub-population P,
 * indicator I moves from B to T by month 9, with evidence of level E. One is primary, at most two are secondary.
 */
import { claimLimits, evidenceLevels } from '#lib/domain/claim-parts.ts'
import { draftLine, required } from '#lib/domain/form-text.ts'
import { slug } from '#lib/domain/slug.ts'
import { z } from 'zod'

const figure = z.number().min(-1e12).max(1e12)

export const claim = z.object({
  ruptureVersionId: z.uuid(),
  mechanism: required(claimLimits.mechanism),
  population: required(claimLimits.population),
  indicator: required(claimLimits.indicator),
  /** The catalogue's metric when the indicator was chosen from it. */
  metric: slug.nullable(),
  unit: required(claimLimits.unit),
  baseline: figure,
  target: figure,
  evidenceLevel: z.enum(evidenceLevels),
})
export type Claim = z.infer<typeof claim>

/** A claim being written: any part may be missing; what is there has its type. */
export const draftClaim = z
  .strictObject({
    ruptureVersionId: z.uuid().nullable(),
    mechanism: draftLine,
    population: draftLine,
    indicator: draftLine,
    metric: slug.nullable(),
    unit: draftLine,
    baseline: figure.nullable(),
    target: figure.nullable(),
    evidenceLevel: z.enum(evidenceLevels).nullable(),
  })
  .partial()
export type DraftClaim = z.infer<typeof draftClaim>
