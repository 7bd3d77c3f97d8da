/**
 * A criterion is one line of the scoring grid: a weight and an anchor for each mark from 1 to 5.
 * No published grid of Impact was found; the one we ship is a proposal to be validated by the partners.
 */
import { z } from 'zod'
import { type Localized, localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const criterionScale = { low: 1, high: 5 } as const

const criterion = z.object({
  slug,
  name: localized,
  weight: z.number().positive().max(100),
  anchors: z.array(localized).length(criterionScale.high - criterionScale.low + 1),
  isProposal: z.boolean(),
  inspiredBySourceId: sourceId.nullable(),
  note: localized.nullable(),
})
export type Criterion = z.infer<typeof criterion>

export const rubric = z.object({
  scale: z.object({ low: z.literal(criterionScale.low), high: z.literal(criterionScale.high) }),
  isProposal: z.boolean(),
  aggregation: localized,
  note: localized,
  criteria: z.array(criterion).min(1),
})
export type Rubric = z.infer<typeof rubric>

/** True when a criterion of a call says, word for word in French, what the proposed grid says: name and anchors. */
export function isProposed({ name, anchors }: { name: Localized; anchors: readonly Localized[] }, { criteria }: Pick<Rubric, 'criteria'>): boolean {
  const said = (texts: readonly Localized[]) => texts.map(({ fr }) => fr).join('\n')
  return criteria.some((proposed) => proposed.name.fr === name.fr && said(proposed.anchors) === said(anchors))
}
