/** A metric is what a laureate measures: unit, direction and method. Sources are those of the published instruments. */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const metricDirections = ['higher-is-better', 'lower-is-better', 'neutral'] as const
export type MetricDirection = (typeof metricDirections)[number]

export const metricFamilies = [
  'clinical', 'access', 'continuity', 'usage', 'economics', 'deployment', 'equity', 'evidence', 'regulatory',
] as const
export type MetricFamily = (typeof metricFamilies)[number]

export const metric = z.object({
  slug,
  family: z.enum(metricFamilies),
  name: localized,
  unit: localized,
  direction: z.enum(metricDirections),
  method: localized,
  sourceId: sourceId.nullable(),
  isProposal: z.boolean(),
  note: localized.nullable(),
})
export type Metric = z.infer<typeof metric>
