/** What a release changes against the one before: results new, gone or different, each with the names of its fields that differ. */
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { PublishedResult } from '#lib/domain/result.ts'

export type ResultChange = { kind: 'added' | 'removed' | 'changed'; result: PublishedResult; before: PublishedResult | null; fields: (keyof PublishedResult)[] }

/** In the order of the new release, those that are gone last; nothing for what is the same. */
export function resultChanges(before: readonly PublishedResult[], after: readonly PublishedResult[]): ResultChange[] {
  const known = new Map(before.map((it) => [it.metricId, it]))
  const kept = new Set(after.map(({ metricId }) => metricId))
  const now = after.flatMap((result): ResultChange[] => {
    const former = known.get(result.metricId)
    if (former === undefined) return [{ kind: 'added', result, before: null, fields: [] }]
    const fields = (Object.keys(result) as (keyof PublishedResult)[]).filter((field) => canonicalJson(result[field]) !== canonicalJson(former[field]))
    return fields.length === 0 ? [] : [{ kind: 'changed', result, before: former, fields }]
  })
  return [...now, ...before.filter(({ metricId }) => !kept.has(metricId)).map((result): ResultChange => ({ kind: 'removed', result, before: result, fields: [] }))]
}
