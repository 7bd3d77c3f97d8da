import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officialRanking, placesOf, shortlist, shortlisted } from '#lib/domain/official-ranking.ts'
import { rankingInput, type RankingInput } from '#lib/domain/ranking.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import type { TieKey } from '#lib/domain/tie-rule.ts'
import { anyRanking, reordered, written } from '#tests/domain/rankings.ts'

const read = (input: RankingInput) => officialRanking(input).map(({ applicationId, rank, score }) => [applicationId, rank, score?.decimal ?? null])

describe('the official score', () => {
  test('weighs marks and averages evaluations', () => {
    const [row] = officialRanking(written({ one: [[5, 3, 1], [4, 4, 4]] }, [50, 30, 20]))
    expect(row).toEqual({ applicationId: 'one', rank: 1, exAequo: false, score: { exact: '19/5', decimal: '3.800' }, evaluations: 2 })
  })

  test('spreads the weight of a line left out over the others of that evaluation', () => {
    expect(read(written({ one: [[5, null, 2], [4, 4, 4]] }, [50, 30, 20]))).toEqual([['one', 1, '4.071']])
  })

  test('by criterion, a line kept for some scorers has its full weight', () => {
    const marks = { one: [[5, 5, null], [5, 5, null], [5, 5, 1]] }
    expect(read(written(marks, [40, 30, 30]))).toEqual([['one', 1, '4.600']])
    expect(read(written(marks, [40, 30, 30], { notApplicable: 'by-criterion' }))).toEqual([['one', 1, '3.800']])
  })

  test('takes the median where that is the rule', () => {
    const marks = { one: [[5], [5], [1]], two: [[4], [4], [4]] }
    expect(read(written(marks, [1]))).toEqual([['two', 1, '4.000'], ['one', 2, '3.667']])
    expect(read(written(marks, [1], { aggregate: 'median' }))).toEqual([['one', 1, '5.000'], ['two', 2, '4.000']])
    expect(read(written({ one: [[5], [2]] }, [1], { aggregate: 'median' }))).toEqual([['one', 1, '3.500']])
  })

  test('is none where nobody evaluated, or no line applied: the application is not ranked, and last', () => {
    expect(read(written({ none: [null], empty: [[null, null]], some: [[1, 1]] }, [1, 1]))).toEqual([['some', 1, '1.000'], ['empty', null, null], ['none', null, null]])
  })

  test('lies between 1 and 5 and between the lowest and the highest mark', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      for (const { applicationId, score } of officialRanking(input)) {
        const marks = input.evaluations.filter((it) => it.applicationId === applicationId).flatMap(({ scores }) => Object.values(scores).filter((mark) => mark !== null))
        expect(score === null).toBe(marks.length === 0)
        const value = Number(score?.decimal ?? marks[0] ?? 3)
        expect(value).toBeGreaterThanOrEqual((marks.length === 0 ? 1 : Math.min(...marks)) - 0.001)
        expect(value).toBeLessThanOrEqual((marks.length === 0 ? 5 : Math.max(...marks)) + 0.001)
      }
    }))
  })

  test('is the mean of weighted means, worked out again in whole numbers', () => {
    fc.assert(fc.property(anyRanking, (any) => {
      const input = { ...any, rules: { ...any.rules, aggregate: 'mean' as const, notApplicable: 'spread-weights' as const } }
      const weightOf = new Map(input.criteria.map(({ id, weight }) => [id, BigInt(weight)]))
      const exact = input.applications.flatMap(({ id }) => {
        const totals = input.evaluations.filter(({ applicationId }) => applicationId === id).flatMap(({ scores }) => {
          const given = Object.entries(scores).filter(([, mark]) => mark !== null).map(([criterion, mark]) => [weightOf.get(criterion) as bigint, BigInt(mark as number)] as const)
          return given.length === 0 ? [] : [[given.reduce((sum, [weight, mark]) => sum + weight * mark, 0n), given.reduce((sum, [weight]) => sum + weight, 0n)] as const]
        })
        const bottom = totals.reduce((product, [, d]) => product * d, 1n)
        return totals.length === 0 ? [] : [{ id, n: totals.reduce((sum, [n, d]) => sum + (n * bottom) / d, 0n), d: bottom * BigInt(totals.length) }]
      })
      const rows = new Map(officialRanking({ ...input, rules: { ...input.rules, tieRule: [] } }).map((row) => [row.applicationId, row]))
      for (const { id, n, d } of exact) {
        const [top, bottom = '1'] = rows.get(id)?.score?.exact.split('/') ?? []
        expect(BigInt(top ?? 0) * d).toBe(n * BigInt(bottom))
        expect(rows.get(id)?.rank).toBe(1 + exact.filter((other) => other.n * d > n * other.d).length)
      }
    }), { numRuns: 300 })
  })

  test('depends on the proportions of the weights alone', () => {
    fc.assert(fc.property(anyRanking, fc.integer({ min: 2, max: 50 }), (input, factor) => {
      expect(officialRanking({ ...input, criteria: input.criteria.map(({ id, weight }) => ({ id, weight: weight * factor })) })).toEqual(officialRanking(input))
    }))
  })

  test('a criterion that applied to nobody changes no score', () => {
    fc.assert(fc.property(anyRanking, fc.integer({ min: 1, max: 100 }), (input, weight) => {
      const scores = (it: RankingInput) => officialRanking(it).map(({ applicationId, score }) => [applicationId, score?.exact]).sort()
      expect(scores({ ...input, criteria: [...input.criteria, { id: 'never', weight }] })).toEqual(scores(input))
    }))
  })

  test('a line left out and a line not asked are the same', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      const without = input.evaluations.map((it) => ({ ...it, scores: Object.fromEntries(Object.entries(it.scores).filter(([, mark]) => mark !== null)) }))
      expect(officialRanking({ ...input, evaluations: without })).toEqual(officialRanking(input))
    }))
  })
})

describe('ties', () => {
  const equal = { one: [[4, 2], [4, 2]], two: [[2, 4], [4, 2]], three: [[1, 5], [5, 1]], low: [[1, 1]] }
  const under = (...tieRule: TieKey[]) => officialRanking(written(equal, [1, 1], { tieRule })).map(({ applicationId, rank, exAequo }) => [applicationId, rank, exAequo])

  test('exact ones share their rank, and the next rank is left free', () => {
    expect(under()).toEqual([['one', 1, true], ['three', 1, true], ['two', 1, true], ['low', 4, false]])
  })

  test('scores equal by different ways are equal: thirds are not doubles', () => {
    const input = written({ one: [[4], [3], [3]], two: [[2], [4], [4]], three: [[5], [5], [1]] }, [1])
    expect(read(input)).toEqual([['three', 1, '3.667'], ['one', 2, '3.333'], ['two', 2, '3.333']])
  })

  test('the declared keys are asked in their order', () => {
    expect(under('criterion:a')).toEqual([['one', 1, false], ['three', 2, true], ['two', 2, true], ['low', 4, false]])
    expect(under('criterion:b').map(([id]) => id)).toEqual(['three', 'two', 'one', 'low'])
    expect(under('median', 'criterion:b', 'criterion:a')[0]).toEqual(['three', 1, true])
  })

  test.each([
    ['median', { one: [[5], [3], [1]], two: [[4], [4], [1]] }, ['two', 'one']],
    ['lowest', { one: [[5], [1]], two: [[3], [3]] }, ['two', 'one']],
    ['more-evaluations', { one: [[3]], two: [[3], [3]] }, ['two', 'one']],
    ['fewer-not-applicable', { one: [[3, null]], two: [[3, 3]] }, ['two', 'one']],
  ] as const)('%s separates', (key, marks, order) => {
    const input = written(marks as unknown as Parameters<typeof written>[0], marks.one[0].length === 1 ? [1] : [1, 1], { tieRule: [key] })
    expect(officialRanking(input).map(({ applicationId, exAequo }) => [applicationId, exAequo])).toEqual(order.map((id) => [id, false]))
    expect(officialRanking({ ...input, rules: { ...input.rules, tieRule: [] } }).every(({ exAequo }) => exAequo)).toBe(true)
  })

  test('the mean separates equal medians', () => {
    expect(read(written({ one: [[4], [4], [1]], two: [[4], [4], [5]] }, [1], { aggregate: 'median', tieRule: ['mean'] }))).toEqual([['two', 1, '4.000'], ['one', 2, '4.000']])
  })

  test('at the cut, all who share the last rank are listed and said to be tied', () => {
    const places = (many: number) => { const input = written(equal, [1, 1], { places: many }); const table = scoreTable(input); return shortlist(table, placesOf(table, input.rules), many) }
    expect(places(0)).toEqual({ applicationIds: [], tiedAtCut: [] })
    expect(places(2)).toEqual({ applicationIds: ['one', 'three', 'two'], tiedAtCut: ['one', 'three', 'two'] })
    expect(places(3)).toEqual({ applicationIds: ['one', 'three', 'two'], tiedAtCut: [] })
    expect(places(9).applicationIds).toHaveLength(4)
  })
})

describe('the ranking', () => {
  test('does not depend on the order in which anything arrives', () => {
    fc.assert(fc.property(anyRanking, fc.nat(), (input, seed) => {
      expect(officialRanking(reordered(input, seed))).toEqual(officialRanking(input))
    }))
  })

  test('raising one mark never costs that application a rank', () => {
    fc.assert(fc.property(anyRanking.filter(({ evaluations }) => evaluations.some(({ scores }) => Object.values(scores).some((mark) => mark !== null && mark < 5))), fc.nat(), (input, pick) => {
      const raisable = input.evaluations.flatMap(({ scores }, index) => Object.entries(scores).filter(([, mark]) => mark !== null && mark < 5).map(([criterion]) => ({ index, criterion })))
      const { index, criterion } = raisable[pick % raisable.length] as (typeof raisable)[number]
      const evaluations = input.evaluations.map((it, at) => at === index ? { ...it, scores: { ...it.scores, [criterion]: (it.scores[criterion] as number) + 1 } } : it)
      const rankOf = (given: RankingInput) => officialRanking(given).find(({ applicationId }) => applicationId === input.evaluations[index]?.applicationId)?.rank as number
      expect(rankOf({ ...input, evaluations })).toBeLessThanOrEqual(rankOf(input))
    }), { numRuns: 300 })
  })

  test('ranks say how many are in front', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      const rows = officialRanking(input)
      const ranks = rows.flatMap(({ rank }) => rank ?? [])
      for (const { rank, exAequo } of rows.filter((row) => row.rank !== null)) {
        expect(ranks.filter((other) => other < (rank as number)).length).toBe((rank as number) - 1)
        expect(ranks.filter((other) => other === rank).length > 1).toBe(exAequo)
      }
      expect(rows.map(({ rank }) => rank ?? 1_000)).toEqual(rows.map(({ rank }) => rank ?? 1_000).toSorted((a, b) => a - b))
    }))
  })

  test('the quick way to a shortlist finds the same one', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      const table = scoreTable(input)
      const places = placesOf(table, input.rules)
      expect(shortlisted(table, input.rules, places.scores).map((index) => table.applications[index])).toEqual(shortlist(table, places, input.rules.places).applicationIds)
    }), { numRuns: 300 })
  })
})

describe('an input', () => {
  const good = written({ one: [[4, 2], [4, 2]] }, [1, 1])
  const problems = (input: unknown) => rankingInput.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message])

  test('is taken as it is when all names are known', () => {
    expect(problems(good)).toBe(undefined)
    fc.assert(fc.property(anyRanking, (input) => { expect(rankingInput.parse(input)).toEqual(input) }))
  })

  test('is refused where it says a thing twice, or speaks of something unknown', () => {
    const [evaluation] = good.evaluations
    expect(problems({ ...good, evaluations: [evaluation, evaluation] })).toEqual([['evaluations.1', 'duplicate']])
    expect(problems({ ...good, scorers: [...good.scorers, ...good.scorers.slice(0, 1)] })).toEqual([['scorers.4.id', 'duplicate']])
    expect(problems({ ...good, evaluations: [{ ...evaluation, applicationId: 'nobody' }] })).toEqual([['evaluations.0.applicationId', 'unknown']])
    expect(problems({ ...good, evaluations: [{ ...evaluation, scorerId: 'nobody' }] })).toEqual([['evaluations.0.scorerId', 'unknown']])
    expect(problems({ ...good, evaluations: [{ ...evaluation, scores: { z: 3 } }] })).toEqual([['evaluations.0.scores.z', 'unknown']])
    expect(problems({ ...good, rules: { ...good.rules, tieRule: ['criterion:z'] } })).toEqual([['rules.tieRule.0', 'unknown']])
  })

  test.each([0, 6, 2.5, '3'])('is refused with a mark of %s', (mark) => {
    expect(rankingInput.safeParse({ ...good, evaluations: [{ applicationId: 'one', scorerId: 'w', scores: { a: mark } }] }).success).toBe(false)
  })
})
