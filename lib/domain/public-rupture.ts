/** What anyone may read of a rupture: its current version, every figure of it, and who is held to mend it. */
import { z } from 'zod'
import { estimate } from '#lib/domain/estimate.ts'
import { localized } from '#lib/domain/localized.ts'
import { ruptureContent } from '#lib/domain/rupture.ts'
import { slug } from '#lib/domain/slug.ts'

export const publicEstimate = estimate
  .extend({
    /** False when the figure was looked for and not found: then low, central and high are null. */
    quantified: z.boolean(),
  })
  .meta({ id: 'Estimate' })
export type PublicEstimate = z.infer<typeof publicEstimate>

export const publicRupture = ruptureContent
  .extend({
    version: z.int().positive(),
    contentHash: z.string(),
    publishedAt: z.iso.datetime(),
    /** True when somebody counted the people (or visits) concerned. */
    quantified: z.boolean(),
    /** True when that count is of people in France in a year, so that it may be compared with another. */
    comparable: z.boolean(),
    estimates: z.array(publicEstimate),
  })
export type PublicRupture = z.infer<typeof publicRupture>

export const publicRuptureDetail = publicRupture
  .extend({
    versions: z.array(z.object({ version: z.int(), publishedAt: z.iso.datetime(), contentHash: z.string(), changeNote: localized.nullable() })),
    laureates: z.array(z.object({ slug, name: z.string(), call: slug, isProposal: z.boolean() })),
  })
export type PublicRuptureDetail = z.infer<typeof publicRuptureDetail>
