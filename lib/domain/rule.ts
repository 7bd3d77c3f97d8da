/** A rule is a fact of law or practice with its sources, and what the portal does about it (our choice, so marked). */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const rule = z.object({
  slug,
  title: localized,
  fact: localized,
  productRule: localized,
  productRuleIsProposal: z.boolean(),
  limit: localized.nullable(),
  sourceIds: z.array(sourceId).min(1),
})
export type Rule = z.infer<typeof rule>
