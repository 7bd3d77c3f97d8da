/**
 * The method for choosing which ruptures to open first, in words and numbers: an explicit multi-criteria analysis
 * after the ISPOR good practices (Marsh et al., Value in Health, 2016). Criteria, weights and scales are our proposal.
 */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

/** In the order of the weights in an address: `w=20,15,25,15,15,10`. */
export const criteriaSlugs = ['patients', 'cost', 'severity', 'need', 'innovation', 'data'] as const
export type CriterionSlug = (typeof criteriaSlugs)[number]

/** What an empty cell means: unscored, or the mark zero. */
const missingRules = ['unscored', 'zero'] as const

export const prioritisationMethod = z.object({
  isProposal: z.boolean(),
  basis: localized,
  basisSourceId: sourceId,
  method: localized,
  steps: z.array(z.object({ order: z.int().positive(), text: localized })),
  stepsSourceId: sourceId,
  stepsNote: localized,
  criteria: z.array(
    z.object({
      slug: z.enum(criteriaSlugs),
      name: localized,
      weight: z.number().nonnegative(),
      scale: localized,
      data: localized,
      missingRule: z.enum(missingRules),
      isProposal: z.boolean(),
    }),
  ),
  aggregation: localized,
  weightsNote: localized,
  uncertainty: localized,
  readiness: localized,
  hasNote: localized,
  sourceIds: z.array(sourceId),
  illustration: z.object({
    isProposal: z.boolean(),
    caution: localized,
    rows: z.array(z.object({ rupture: slug, value: z.number(), unit: localized, mark: z.int(), sourceId })),
  }),
})
export type PrioritisationMethod = z.infer<typeof prioritisationMethod>
