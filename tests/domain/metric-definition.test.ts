import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitionChanges, definitionFields, definitionGaps, type MetricDefinition, metricDefinition } from '#lib/domain/metric-definition.ts'

const whole = {
  name: 'Part', measure: 'proportion', unit: '%', ucum: '%', direction: 'higher-is-better', numerator: 'a', denominator: 'b', population: 'c', period: null, method: 'd', dataSource: 'e', comparator: 'none',
  comparatorNote: null, nationalEstimateId: null, baseline: 20, baselineN: 90, baselineOn: '2026-01-01', target: 45, targetOn: '2026-10-01', schedule: [3, 6, 9], lowest: 0, highest: 100,
} satisfies MetricDefinition

describe('the definition of a metric', () => {
  it('reads figures and months as people type them', () => {
    expect(metricDefinition.parse({ ...whole, baseline: '20,5', baselineN: '1 200', schedule: '9; 3, 6 3', period: '', nationalEstimateId: '' })).toEqual({ ...whole, baseline: 20.5, baselineN: 1200, schedule: [3, 6, 9] })
  })

  it('says what is missing, in the order of the form', () => {
    expect(definitionGaps(whole)).toEqual([])
    expect(definitionGaps({ ...whole, numerator: null, baselineN: null, target: null, schedule: [], comparator: 'controlled' })).toEqual(['numerator', 'comparatorNote', 'baselineN', 'target', 'schedule'])
    expect(definitionGaps({ ...whole, measure: 'count', numerator: null, denominator: null, baselineN: null })).toEqual([])
  })

  it('reads what it wrote again as the same, and finds exactly the fields that changed', () => {
    fc.assert(fc.property(fc.subarray(['name', 'population', 'method', 'period', 'baselineN', 'schedule', 'comparator'] as const), (changed) => {
      const other = { name: 'Autre', population: 'Autre', method: 'Autre', period: 'Autre', baselineN: 7, schedule: [12], comparator: 'controlled' } as const
      const after = metricDefinition.parse({ ...whole, ...Object.fromEntries(changed.map((field) => [field, other[field]])) })
      expect(metricDefinition.parse(after)).toEqual(after)
      expect(Object.keys(definitionChanges(whole, after))).toEqual(definitionFields.filter((field) => (changed as string[]).includes(field)))
    }))
  })

  it('never takes a target against its own direction, nor outside of its bounds', () => {
    fc.assert(fc.property(fc.integer({ min: -10, max: 110 }), fc.integer({ min: -10, max: 110 }), fc.constantFrom('higher-is-better' as const, 'lower-is-better' as const), (baseline, target, direction) => {
      const sound = [baseline, target].every((value) => value >= 0 && value <= 100) && (direction === 'higher-is-better' ? target >= baseline : target <= baseline)
      expect(metricDefinition.safeParse({ ...whole, baseline, target, direction }).success).toBe(sound)
    }))
  })
})
