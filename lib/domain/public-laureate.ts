/** What anyone may read of a laureate. Nothing is said of results until some are published. */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const mendedRupture = z
  .object({
    slug,
    title: localized,
    stage: z.enum(stageSlugs),
    /** True when the link is our reading of the solution, not the laureate's own claim. */
    isProposal: z.boolean(),
    note: localized.nullable(),
  })
  .meta({ id: 'MendedRupture' })

export const publicLaureate = z
  .object({
    slug,
    name: z.string(),
    call: z.object({ slug, title: localized, edition: z.int().nullable(), /** True when it was chosen on this portal, which then says how. */ runHere: z.boolean() }),
    /** True when no source says which edition it won. */
    callIsInferred: z.boolean(),
    solution: localized,
    solutionSourceId: sourceId.nullable(),
    sourceId: sourceId.nullable(),
    ruptures: z.array(mendedRupture),
    /** Why these ruptures, or why none. */
    rupturesNote: localized.nullable(),
    laterFacts: z.array(z.object({ fact: localized, sourceId: sourceId.nullable() })),
    note: localized.nullable(),
    demonstration: z.boolean(),
  })
export type PublicLaureate = z.infer<typeof publicLaureate>
