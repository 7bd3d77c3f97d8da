import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Estimate, estimateProblems, headline, interval, isFound } from '#lib/domain/estimate.ts'

const figures = (low: number | null, central: number | null, high: number | null) => ({ low, central, high })

const sound: Estimate = {
  slug: 'prevalence', kind: 'indicator', name: { fr: 'Prévalence', en: 'Prevalence' },
  low: 15.7, central: 16.7, high: 17.7, rangeKind: 'confidence-95', rangeSourceId: null,
  unit: { fr: '%', en: '%' }, year: 2021, place: { fr: 'France', en: 'France' }, sourceId: 'enp-2021',
  evidence: 'high', approximate: false, computed: false, sizeKind: null, conflictGroup: null, note: null,
}

describe('the shape of an estimate', () => {
  test.each([
    [figures(null, null, null), { shape: 'not-quantified' }, null],
    [figures(null, 21, null), { shape: 'point', value: 21 }, 21],
    [figures(15.7, 16.7, 17.7), { shape: 'range', low: 15.7, central: 16.7, high: 17.7 }, 16.7],
    [figures(8, null, 10), { shape: 'range', low: 8, central: null, high: 10 }, 8],
    [figures(18, null, null), { shape: 'at-least', low: 18 }, 18],
    [figures(null, null, 3), { shape: 'at-most', high: 3 }, 3],
    [figures(null, 25.8, 37.6), { shape: 'range', low: 25.8, central: 25.8, high: 37.6 }, 25.8],
    [figures(25.8, 35.1, null), { shape: 'range', low: 25.8, central: 35.1, high: 35.1 }, 35.1],
    [figures(null, 0, null), { shape: 'point', value: 0 }, 0],
  ])('%j', (it, shape, head) => {
    expect(interval(it)).toEqual(shape)
    expect(headline(it)).toBe(head)
    expect(isFound(it)).toBe(head !== null)
  })

  test('the headline lies within the interval', () => {
    const sorted = fc.tuple(fc.integer(), fc.integer(), fc.integer()).map((all) => all.toSorted((a, b) => a - b))
    fc.assert(fc.property(sorted, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (numbers, kept) => {
      const [low = null, central = null, high = null] = numbers.map((number, index) => (kept[index] ? number : null))
      const shape = interval(figures(low, central, high))
      const head = headline(figures(low, central, high))
      expect(head === null).toBe(shape.shape === 'not-quantified')
      expect(head ?? 0).toBeGreaterThanOrEqual('low' in shape ? shape.low : Number.NEGATIVE_INFINITY)
      expect(head ?? 0).toBeLessThanOrEqual('high' in shape ? shape.high : Number.POSITIVE_INFINITY)
    }))
  })
})

describe('what makes an estimate unfit to publish', () => {
  test.each<[Partial<Estimate>, string[]]>([
    [{}, []],
    [{ low: 18 }, ['range-out-of-order']],
    [{ low: null, central: null, high: null, rangeKind: null, sourceId: null, evidence: null, unit: null }, []],
    [{ sourceId: null }, ['figure-without-source']],
    [{ evidence: null }, ['figure-without-evidence']],
    [{ unit: null }, ['figure-without-unit']],
    [{ rangeKind: null }, ['range-and-kind-disagree']],
    [{ rangeKind: 'other-source' }, ['range-source-and-kind-disagree']],
    [{ kind: 'patients' }, ['size-kind-and-kind-disagree']],
    [{ sizeKind: 'visits' }, ['size-kind-and-kind-disagree']],
    [{ kind: 'patients', sizeKind: 'visits' }, []],
  ])('%j', (change, problems) => {
    expect(estimateProblems({ ...sound, ...change })).toEqual(problems)
  })
})
