import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastVerified, measuredSeries, movementOf, reachesTarget } from '#lib/domain/measured-series.ts'

const metric = { measure: 'proportion', direction: 'higher-is-better', unit: '%', baseline: 20, target: 45, lowest: 0, highest: 100 } as const
const row = (id: string, month: number, state: 'draft' | 'submitted' | 'verified', numerator: number, correctsId: string | null = null) => ({
  id, correctsId, state, periodStart: `2026-0${month}-01`, periodEnd: `2026-0${month}-28`, value: null, numerator, denominator: 100, sd: null, n: null,
})

describe('a series of measurements', () => {
  it('shows what was verified and what waits, in the order of time, and no draft', () => {
    const points = measuredSeries(metric, [row('c', 5, 'submitted', 40), row('a', 2, 'verified', 25), row('b', 3, 'draft', 90)])
    expect(points.map(({ id, value, n, state }) => [id, value, n, state])).toEqual([['a', 25, 100, 'verified'], ['c', 40, 100, 'submitted']])
    expect(lastVerified(points)?.id).toBe('a')
  })

  it('keeps what was verified standing until its correction is verified too', () => {
    const old = row('old', 2, 'verified', 25)
    expect(measuredSeries(metric, [old, row('new', 2, 'submitted', 30, 'old')]).map(({ id }) => id)).toEqual(['new', 'old'])
    expect(measuredSeries(metric, [old, row('new', 2, 'verified', 30, 'old')]).map(({ id }) => id)).toEqual(['new'])
  })

  it('says a movement only where the interval leaves the baseline out', () => {
    expect(movementOf(metric, { value: 25, bounds: { low: 17, high: 34 } })).toBe('unclear')
    expect(movementOf(metric, { value: 40, bounds: { low: 31, high: 50 } })).toBe('toward')
    expect(movementOf(metric, { value: 9, bounds: { low: 5, high: 16 } })).toBe('against')
    expect(movementOf({ ...metric, direction: 'neutral' }, { value: 40, bounds: null })).toBe('moved')
    expect(movementOf({ ...metric, baseline: null }, { value: 40, bounds: null })).toBeNull()
    expect([reachesTarget(metric, { value: 45 }), reachesTarget(metric, { value: 44.9 }), reachesTarget({ ...metric, direction: 'lower-is-better' }, { value: 45 })]).toEqual([true, false, true])
  })

  it('turns round with the direction and never calls equal a movement', () => {
    const turned = { 'higher-is-better': 'lower-is-better', 'lower-is-better': 'higher-is-better' } as const
    const opposite = { toward: 'against', against: 'toward', unclear: 'unclear' } as const
    fc.assert(fc.property(fc.constantFrom('higher-is-better' as const, 'lower-is-better' as const), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 30 }), (direction, baseline, value, reach) => {
      const point = { value, bounds: reach === 0 ? null : { low: value - reach, high: value + reach } }
      const said = movementOf({ direction, baseline }, point) as keyof typeof opposite
      expect(movementOf({ direction: turned[direction], baseline }, point)).toBe(opposite[said])
      expect(said === 'unclear').toBe(Math.abs(value - baseline) <= reach)
    }))
  })
})
