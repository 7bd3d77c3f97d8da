/**
 * What a laureate's metric means, as it comes from the screen: shaped until laureate and managers agree to it, then changed
 * by amendments only. A metric without all of it can be kept, but not agreed to.
 */
import { typedNumber } from '#lib/domain/call-settings.ts'
import { day } from '#lib/domain/day.ts'
import { draftLine, draftProse, optional, required } from '#lib/domain/form-text.ts'
import { metricDirections } from '#lib/domain/metric.ts'
import { comparators, metricMeasures } from '#lib/domain/programme-metric.ts'
import { z } from 'zod'

/** Characters allowed, said in advance; months after the start; metrics of one programme. */
export const definitionLimits = { name: 200, unit: 60, ucum: 20, count: 400, population: 600, method: 2_000, reason: 1_000, lastMonth: 60, measures: 24, metrics: 20 } as const

const dayOrNone = z.union([z.literal('').transform(() => null), day]).nullish().transform((date) => date ?? null)
const words = (limit: number) => draftProse.nullish().pipe(optional(limit))

/** How many people or events: a whole number from 1, or none. Code: `out-of-bounds`. */
const people = typedNumber.refine((value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 1e9), { params: { code: 'out-of-bounds' } })

/** Months after the start, as "3, 6, 9" or a list: each once, in order. Code: `months`. */
const months = z.union([z.string(), z.array(z.number())]).transform((given, context): number[] => {
  const typed = typeof given === 'string' ? given.split(/[\s,;]+/).filter((part) => part !== '').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN)) : given
  const sorted = [...new Set(typed)].sort((a, b) => a - b)
  if (sorted.length <= definitionLimits.measures && sorted.every((month) => Number.isInteger(month) && month >= 0 && month <= definitionLimits.lastMonth)) return sorted
  context.issues.push({ code: 'custom', input: given, params: { code: 'months' } })
  return z.NEVER
})

/**
 * The form once. Unified Code for Units of Measure (UCUM) codes are printable ASCII without spaces; whether one exists is
 * for people to say. Codes beside those of texts and numbers: `ucum`, `range`, `outside-range`, `percent`, `against-direction`, `ends-before-start`.
 */
const fields = z.object({
  name: draftLine.pipe(required(definitionLimits.name)),
  measure: z.enum(metricMeasures),
  unit: draftLine.pipe(required(definitionLimits.unit)),
  ucum: draftLine.nullish().pipe(optional(definitionLimits.ucum)).refine((code) => code === null || /^[!-~]+$/.test(code), { params: { code: 'ucum' } }),
  direction: z.enum(metricDirections),
  numerator: words(definitionLimits.count),
  denominator: words(definitionLimits.count),
  population: draftProse.pipe(required(definitionLimits.population)),
  period: words(definitionLimits.count),
  method: words(definitionLimits.method),
  dataSource: words(definitionLimits.population),
  comparator: z.enum(comparators),
  comparatorNote: words(definitionLimits.population),
  nationalEstimateId: z.union([z.literal('').transform(() => null), z.uuid()]).nullish().transform((id) => id ?? null),
  baseline: typedNumber,
  baselineN: people,
  baselineOn: dayOrNone,
  target: typedNumber,
  targetOn: dayOrNone,
  schedule: months,
  lowest: typedNumber,
  highest: typedNumber,
})
export type MetricDefinition = z.output<typeof fields>
export type DefinitionField = keyof MetricDefinition
export const definitionFields = Object.keys(fields.shape) as DefinitionField[]

export const metricDefinition = fields.check(({ value, issues }) => {
  for (const { field, code } of definitionFaults(value)) issues.push({ code: 'custom', path: [field], input: null, params: { code } })
})

/** What contradicts itself in a definition, each with its field. */
function definitionFaults({ measure, unit, direction, baseline, baselineOn, target, targetOn, lowest, highest }: MetricDefinition): { field: DefinitionField; code: string }[] {
  const outside = (value: number | null) => value !== null && ((lowest !== null && value < lowest) || (highest !== null && value > highest) || (measure === 'proportion' && (value < 0 || value > 100)) || (measure !== 'mean' && value < 0))
  const better = direction === 'neutral' ? 0 : direction === 'higher-is-better' ? 1 : -1
  return [
    ...(measure === 'proportion' && !unit.startsWith('%') ? [{ field: 'unit' as const, code: 'percent' }] : []),
    ...(lowest !== null && highest !== null && lowest >= highest ? [{ field: 'highest' as const, code: 'range' }] : []),
    ...(outside(baseline) ? [{ field: 'baseline' as const, code: 'outside-range' }] : []),
    ...(outside(target) ? [{ field: 'target' as const, code: 'outside-range' }] : []),
    ...(baseline !== null && target !== null && (target - baseline) * better < 0 ? [{ field: 'target' as const, code: 'against-direction' }] : []),
    ...(baselineOn !== null && targetOn !== null && targetOn <= baselineOn ? [{ field: 'targetOn' as const, code: 'ends-before-start' }] : []),
  ]
}

/** What is still missing before it can be agreed to, in the order of the form: a value then means the same to everybody. */
export function definitionGaps(its: MetricDefinition): DefinitionField[] {
  const counted = its.measure === 'proportion' || its.measure === 'rate'
  const asked: DefinitionField[] = [
    ...(counted ? ['numerator' as const, 'denominator' as const] : []), 'method', 'dataSource', ...(its.comparator === 'controlled' ? ['comparatorNote' as const] : []),
    'baseline', ...(its.measure === 'count' ? [] : ['baselineN' as const]), 'baselineOn', 'target', 'targetOn',
  ]
  return [...asked.filter((field) => its[field] === null), ...(its.schedule.length === 0 ? ['schedule' as const] : [])]
}

/** What an amendment changes: each field from what to what, in the order of the form; empty when nothing does. */
export function definitionChanges(before: MetricDefinition, after: MetricDefinition): Partial<Record<DefinitionField, { from: unknown; to: unknown }>> {
  const differs = (field: DefinitionField) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  return Object.fromEntries(definitionFields.filter(differs).map((field) => [field, { from: before[field], to: after[field] }]))
}

/** The definition alone, of a row that holds more. */
export function definitionOf(row: MetricDefinition): MetricDefinition {
  return Object.fromEntries(definitionFields.map((field) => [field, row[field]])) as MetricDefinition
}
