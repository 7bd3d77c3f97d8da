/** A laureate is an application that won. Historical ones are shown only as sourced; which rupture each mends is our reading. */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const laureate = z.object({
  slug,
  name: z.string().min(1),
  solution: localized,
  solutionSourceId: sourceId,
  sourceId,
  ruptures: z.array(slug),
  ruptureMappingIsProposal: z.boolean(),
  ruptureMappingNote: localized,
  /** True when no source says which edition it won. */
  callIsInferred: z.boolean(),
  caution: localized.nullable(),
  laterFacts: z.array(z.object({ fact: localized, sourceId })),
})
export type Laureate = z.infer<typeof laureate>
