/**
 * The four stages of a care pathway, in order (Fiorini, Kervestin, Lasserre, Annales des Mines, August 2022):
 * "parcours de santé" rather than "de soins", because prevention belongs to it.
 */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { sourceId } from '#lib/domain/source.ts'

export const stageSlugs = ['prevention', 'diagnostic', 'traitement', 'suivi'] as const
export type StageSlug = (typeof stageSlugs)[number]

export const stage = z.object({
  slug: z.enum(stageSlugs),
  order: z.int().min(1).max(stageSlugs.length),
  title: localized,
  definition: localized,
  definitionIsProposal: z.boolean(),
  sourceId,
})
export type Stage = z.infer<typeof stage>
