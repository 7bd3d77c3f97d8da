/**
 * The programme is the laureate's nine months. Length, mentoring, coaching, connections and four modules of
 * edition 2 are sourced; the calendar and its milestones are our proposal.
 */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const programmeTemplate = z.object({
  months: z.int().positive(),
  monthsSourceId: sourceId,
  note: localized,
  modules: z.array(
    z.object({ slug, title: localized, sourceId: sourceId.nullable(), isProposal: z.boolean(), note: localized.nullable() }),
  ),
  milestones: z.array(z.object({ month: z.int().nonnegative(), title: localized, isProposal: z.boolean() })),
})
export type ProgrammeTemplate = z.infer<typeof programmeTemplate>
