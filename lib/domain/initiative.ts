/** An initiative is a series of calls, such as Impact: one field of health, its partners, its editions. */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { ruptureFields } from '#lib/domain/rupture.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const initiative = z.object({
  slug,
  title: localized,
  summary: localized,
  field: z.enum(ruptureFields),
  /** True for a public call of the same field that is not run here, kept as a reference. */
  external: z.boolean(),
  sourceIds: z.array(sourceId).min(1),
})
export type Initiative = z.infer<typeof initiative>
