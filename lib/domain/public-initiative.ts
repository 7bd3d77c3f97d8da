/** What anyone may read of an initiative, and which calls it ran. */
import { z } from 'zod'
import { callStates, day } from '#lib/domain/call.ts'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const publicInitiative = z
  .object({
    slug,
    title: localized,
    summary: localized,
    field: z.string(),
    external: z.boolean(),
    demonstration: z.boolean(),
    sourceIds: z.array(sourceId),
    calls: z.array(
      z.object({ slug, title: localized, edition: z.int().nullable(), state: z.enum(callStates), opensOn: day.nullable(), closesOn: day.nullable(), laureates: z.int() }),
    ),
  })
export type PublicInitiative = z.infer<typeof publicInitiative>
