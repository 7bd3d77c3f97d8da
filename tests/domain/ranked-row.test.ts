import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankingResult } from '#lib/domain/frozen-ranking.ts'
import { rankedRows, rankingQuery, rankingSorts, rankingView, sortedRows } from '#lib/domain/ranked-row.ts'
import { anyRanking } from '#tests/domain/rankings.ts'

test('one row per application, in the official order, those of the shortlist marked', () => {
  fc.assert(fc.property(anyRanking, (input) => {
    const result = rankingResult(input)
    const rows = rankedRows(input, result)
    expect(rows.map(({ id }) => id)).toEqual(result.official.map(({ applicationId }) => applicationId))
    expect(rows.filter(({ inside }) => inside).map(({ id }) => id).sort()).toEqual([...result.shortlist.applicationIds].sort())
    for (const { interval } of rows) expect(interval !== null && !result.estimates.shown).toBe(false)
  }), { numRuns: 40 })
})

test('every order holds the same rows, equals in the official order, what has no value last', () => {
  fc.assert(fc.property(anyRanking, fc.constantFrom(...rankingSorts), (input, sort) => {
    const rows = rankedRows(input, rankingResult(input))
    const sorted = sortedRows(rows, sort)
    expect(sorted.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(sortedRows(rows, 'rank')).toEqual(rows)
    expect(sortedRows(sorted, sort)).toEqual(sorted)
    const place = new Map(rows.map(({ id }, index) => [id, index]))
    const values = sorted.map(({ evaluations, disagreement, interval }) => ({ rank: 0, spread: evaluations < 2 ? null : disagreement.spread, expected: interval && -interval.expectedRank, probability: interval && interval.aboveCut })[sort])
    const ordered = values.map((value, at) => ({ value: value ?? -Infinity, place: place.get(sorted[at]?.id ?? '') ?? -1 }))
    expect(ordered).toEqual(ordered.toSorted((a, b) => (a.value === b.value ? a.place - b.place : b.value - a.value)))
  }), { numRuns: 40 })
})

test('a view is its address: written, then read, it is the same', () => {
  const view = fc.record({ sort: fc.constantFrom(...rankingSorts), page: fc.integer({ min: 1, max: 1_000 }), criteria: fc.boolean(), chosen: fc.uniqueArray(fc.uuid(), { maxLength: 5 }) })
  fc.assert(fc.property(view, (asked) => {
    const search = new URLSearchParams(rankingQuery(asked))
    expect(rankingView({ sort: search.get('sort') ?? undefined, page: search.get('page') ?? undefined, criteria: search.get('criteria') ?? undefined, chosen: search.getAll('chosen') })).toEqual({ ...asked, replay: null })
  }))
})

test('whatever is in an address, the view is one that can be shown', () => {
  const value = fc.option(fc.oneof(fc.string(), fc.array(fc.string()), fc.constantFrom('-1', '1e9', '0', 'NaN', '2.5')), { nil: undefined })
  fc.assert(fc.property(fc.record({ sort: value, page: value, criteria: value, chosen: value, replay: value }), (search) => {
    const { sort, page, chosen, replay } = rankingView(search)
    expect(rankingSorts).toContain(sort)
    expect(Number.isInteger(page) && page >= 1 && page <= 1_000).toBe(true)
    for (const id of [...chosen, replay ?? crypto.randomUUID()]) expect(id).toMatch(/^[0-9a-f-]{36}$/)
  }))
})
