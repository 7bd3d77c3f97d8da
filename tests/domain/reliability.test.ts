import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fBelow, fQuantile } from '#lib/domain/f-distribution.ts'
import { oneWayIntraclass, twoWayIntraclass } from '#lib/domain/intraclass.ts'
import { alpha, alphaIntervals, alphaMetrics, coincidencesOf } from '#lib/domain/krippendorff.ts'
import { seeded } from '#lib/domain/random.ts'
import { gradeOf, leastSubjects, reliabilities } from '#lib/domain/reliability.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { simulatedRound } from '#tests/factories/ranking.ts'
import { anyRanking, reordered } from '#tests/domain/rankings.ts'

/** Shrout and Fleiss, Psychological Bulletin 86, 1979, table 2: four judges, six targets. */
const shroutFleiss = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]

/** Krippendorff, Computing Krippendorff's alpha-reliability, 2011, section C: four observers, twelve units, gaps. */
const krippendorff = unitsOf(['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'])

describe('intraclass correlation', () => {
  test('is that of Shrout and Fleiss, table 4, to the digits they print', () => {
    const one = oneWayIntraclass(shroutFleiss, 0.95)
    const two = twoWayIntraclass(shroutFleiss, 0.95)
    expect(one?.estimate.toFixed(2)).toBe('0.17')
    expect(two?.agreement.estimate.toFixed(2)).toBe('0.29')
    expect(two?.consistency.estimate.toFixed(2)).toBe('0.71')
    expect(one?.ofMean.toFixed(2)).toBe('0.44')
    expect(two?.agreement.ofMean.toFixed(2)).toBe('0.62')
    expect(two?.consistency.ofMean.toFixed(2)).toBe('0.91')
  })

  test('has the 95 % intervals that the psych package of R prints for the same table', () => {
    const ends = (it: { low: number; high: number } | undefined | null) => [it?.low.toFixed(2), it?.high.toFixed(2)]
    const two = twoWayIntraclass(shroutFleiss, 0.95)
    expect(ends(oneWayIntraclass(shroutFleiss, 0.95))).toEqual(['-0.13', '0.72'])
    expect(ends(two?.agreement)).toEqual(['0.02', '0.76'])
    expect(ends(two?.consistency)).toEqual(['0.34', '0.95'])
  })

  test('with unequal numbers takes k₀ for k: by hand', () => {
    const found = oneWayIntraclass([[1, 3], [5, 5, 5], [2]], 0.9)
    const [between, within] = [(2 * (2 - 3.5) ** 2 + 3 * (5 - 3.5) ** 2 + (2 - 3.5) ** 2) / 2, 2 / 3]
    const size = (6 - 14 / 6) / 2
    expect(found?.estimate).toBeCloseTo((between - within) / (between + (size - 1) * within), 12)
  })

  test('holds its truth as often as its interval says', () => {
    const random = seeded(11)
    let held = 0
    for (let round = 0; round < 400; round += 1) {
      const groups = Array.from({ length: 30 }, () => { const level = random.normal() * Math.sqrt(0.3); return Array.from({ length: 3 }, () => level + random.normal() * Math.sqrt(0.7)) })
      const found = oneWayIntraclass(groups, 0.9)
      if (found && found.low <= 0.3 && found.high >= 0.3) held += 1
    }
    expect(held / 400).toBeGreaterThan(0.86)
    expect(held / 400).toBeLessThan(0.94)
  })

  test('is none without variation or repetition, and one in full agreement', () => {
    expect(oneWayIntraclass([[3, 3], [3, 3]], 0.9)).toBe(null)
    expect(oneWayIntraclass([[3], [4]], 0.9)).toBe(null)
    expect(oneWayIntraclass([[3, 3], [4, 4]], 0.9)).toEqual({ estimate: 1, low: 1, high: 1, ofMean: 1 })
    expect(twoWayIntraclass([[3, 3], [4, 4]], 0.9)?.agreement).toEqual({ estimate: 1, low: 1, high: 1, ofMean: 1 })
    const shifted = twoWayIntraclass([[1, 2], [2, 3], [4, 5]], 0.9)
    expect(shifted?.consistency.estimate).toBe(1)
    expect(shifted?.agreement.estimate).toBeLessThan(1)
  })

  test.each([[0.95, 5, 10, 3.3258], [0.95, 3, 20, 3.0984], [0.975, 1, 1, 647.789], [0.99, 10, 10, 4.8491], [0.95, 1, 120, 3.9201]])('its quantiles are those of printed tables: F(%d; %i, %i) = %d', (probability, one, other, value) => {
    expect(fQuantile(probability, one, other) / value).toBeCloseTo(1, 4)
    expect(fBelow(fQuantile(probability, one, other), one, other)).toBeCloseTo(probability, 10)
  })
})

describe('Krippendorff’s alpha', () => {
  test.each([['nominal', '0.743'], ['ordinal', '0.815'], ['interval', '0.849'], ['ratio', '0.797']] as const)('of his example, %s, is %s', (metric, value) => {
    expect(alpha(coincidencesOf(krippendorff), metric)?.toFixed(3)).toBe(value)
  })

  test('of his two observers of nominal data (section B), is 0.692', () => {
    const [meg, owen] = ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'].map((row) => row.split(' ').map((letter) => 'abcde'.indexOf(letter)))
    expect(alpha(coincidencesOf((meg ?? []).map((mark, unit) => [mark, owen?.[unit] as number])), 'nominal')?.toFixed(3)).toBe('0.692')
  })

  test('of his two observers of binary data (section A), is 0.095', () => {
    const [meg, owen] = ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'].map((row) => row.split(' ').map(Number))
    expect(alpha(coincidencesOf((meg ?? []).map((mark, unit) => [mark, owen?.[unit] as number])), 'nominal')?.toFixed(3)).toBe('0.095')
  })

  test('is one in full agreement, none without variation, and does not mind who said what', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 8 }), fc.constantFrom(...alphaMetrics), (units, metric) => {
      const value = alpha(coincidencesOf(units), metric)
      const pairable = units.filter((marks) => marks.length > 1)
      expect(value === null).toBe(new Set(pairable.flat()).size < 2)
      expect(value ?? 0).toBeLessThanOrEqual(1)
      expect(value === 1).toBe(value !== null && pairable.every((marks) => new Set(marks).size === 1))
      expect(alpha(coincidencesOf(units.map((marks) => marks.toReversed()).toReversed()), metric)).toBe(value)
    }))
  })

  test('its interval is around it, the same for the same seed, and narrower with more applications', () => {
    const width = (applications: number) => {
      const { input } = simulatedRound({ applications, scorers: 12, each: 3, quality: 0.7, severity: 0, view: 0.5, mark: 0.5, seed: 3 })
      const units = coincidencesOf([...Map.groupBy(input.evaluations, ({ applicationId }) => applicationId).values()].map((own) => own.map(({ scores }) => scores['criterion-0'] as number)))
      const found = alphaIntervals(units, ['ordinal', 'interval'], 0.9, seeded(5))
      expect(alphaIntervals(units, ['ordinal', 'interval'], 0.9, seeded(5))).toEqual(found)
      const { low, high } = found?.[1] ?? { low: 1, high: -1 }
      expect(low).toBeLessThan(alpha(units, 'interval') as number)
      expect(high).toBeGreaterThan(alpha(units, 'interval') as number)
      return high - low
    }
    expect(width(400)).toBeLessThan(width(40) * 0.5)
  })

  test('has no interval where one application alone differs, which resampling loses one time in three', () => {
    const units = coincidencesOf([...Array.from({ length: 11 }, () => [3, 3, 3]), [4, 4, 4]])
    expect(alpha(units, 'interval')).toBe(1)
    expect(alphaIntervals(units, ['interval'], 0.9, seeded(2))).toBe(null)
  })
})

describe('what is shown', () => {
  const round = (applications: number, scorers: number, each = 3) => simulatedRound({ applications, scorers, each, quality: 0.8, severity: 0.2, view: 0.4, mark: 0.4, seed: 6 }).input
  const shown = (input: Parameters<typeof scoreTable>[0]) => reliabilities(scoreTable(input), input.rules)

  test('totals first, then each criterion, with the grades of both ends', () => {
    const all = shown(round(50, 12))
    expect(all.map(({ criterionId }) => criterionId)).toEqual([null, 'criterion-0', 'criterion-1', 'criterion-2', 'criterion-3', 'criterion-4'])
    for (const it of all) {
      expect(it).toMatchObject({ shown: true, caution: null, applications: 50, scorers: 12, intraclass: { form: 'one-way' } })
      if (!it.shown) continue
      expect(it.grades).toEqual({ low: gradeOf(it.intraclass.low), high: gradeOf(it.intraclass.high) })
      expect(it.intraclass.low).toBeLessThan(it.intraclass.estimate)
      expect(it.intraclass.ofMean).toBeGreaterThan(it.intraclass.estimate)
      expect(it.alpha === null).toBe(it.criterionId === null)
    }
  })

  test('a table without gaps is read two ways', () => {
    expect(shown(round(12, 3))[0]).toMatchObject({ shown: true, caution: 'few-applications', intraclass: { form: 'two-way-agreement' } })
  })

  test('nothing where there is too little to say', () => {
    expect(shown(round(leastSubjects - 1, 6))[0]).toEqual({ criterionId: null, applications: 9, scorers: 6, shown: false, reason: 'too-few-applications' })
    expect(shown(round(40, 6, 1))[0]).toMatchObject({ applications: 0, shown: false, reason: 'too-few-applications' })
    expect(shown(round(12, 2, 2))[0]).toMatchObject({ scorers: 2, shown: false, reason: 'too-few-scorers' })
    const input = round(12, 3)
    const flat = { ...input, evaluations: input.evaluations.map(({ scores, ...it }) => Object.assign(it, { scores: { ...scores, 'criterion-1': 3 } })) }
    expect(shown(flat)[2]).toMatchObject({ criterionId: 'criterion-1', shown: false, reason: 'no-variation' })
    expect(shown(flat)[1]).toMatchObject({ shown: true })
  })

  test('is the same in whatever order marks arrive', () => {
    fc.assert(fc.property(anyRanking, fc.nat(), (input, seed) => { expect(shown(reordered(input, seed))).toEqual(shown(input)) }), { numRuns: 30 })
    expect(shown(reordered(round(20, 6), 3))).toEqual(shown(round(20, 6)))
  })
})

function unitsOf(rows: readonly string[]): number[][] {
  const table = rows.map((row) => row.split(' '))
  return (table[0] ?? []).map((_, unit) => table.flatMap((row) => (row[unit] === '.' ? [] : [Number(row[unit])])))
}
