/**
 * The referential: what all partners share about pathways, gathered from public sources on one day.
 * `referentialDocuments` names the documents kept whole and their shapes; nouns with tables have their own files.
 */
import { z } from 'zod'
import { rubric } from '#lib/domain/criterion.ts'
import { evidenceGrades } from '#lib/domain/estimate.ts'
import { localized } from '#lib/domain/localized.ts'
import { prioritisationMethod } from '#lib/domain/prioritisation-method.ts'
import { programmeTemplate } from '#lib/domain/programme.ts'
import { rule } from '#lib/domain/rule.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

/** A figure about the field as a whole, never about one rupture. */
const contextFigure = z.object({
  slug,
  name: localized,
  value: z.number().nullable(),
  unit: localized,
  year: z.int(),
  place: localized,
  sourceId,
  note: localized.nullable(),
})
export type ContextFigure = z.infer<typeof contextFigure>

const context = z.object({
  gatheredOn: z.iso.date(),
  caveat: localized,
  confidenceScale: z.record(z.enum(evidenceGrades), localized),
  figures: z.array(contextFigure),
  readiness: z.array(contextFigure),
})
export type Context = z.infer<typeof context>

export const referentialDocuments = {
  rules: z.array(rule),
  prioritisation: prioritisationMethod,
  'programme-template': programmeTemplate,
  rubric,
  context,
  'not-found': z.array(localized),
} as const
export type ReferentialDocument = keyof typeof referentialDocuments
