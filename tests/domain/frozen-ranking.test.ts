import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freezeRanking, rankingAlgorithm, rankingResult, replayRanking } from '#lib/domain/frozen-ranking.ts'
import { anyRanking, reordered } from '#tests/domain/rankings.ts'
import { simulatedRound } from '#tests/factories/ranking.ts'

const { input } = simulatedRound({ applications: 20, scorers: 6, each: 3, quality: 0.7, severity: 0.3, view: 0.5, mark: 0.5, seed: 5 }, { tieRule: ['median'] })

test('a frozen ranking replays to the same bytes, from whatever order it was made', () => {
  fc.assert(fc.property(anyRanking, fc.nat(), (any, seed) => {
    const { text } = freezeRanking(any)
    expect(freezeRanking(reordered(any, seed)).text).toBe(text)
    expect(replayRanking(text)).toEqual({ outcome: 'same' })
  }), { numRuns: 30 })
})

test('the text holds the algorithm, the input and the result, and a copy of them freezes alike', () => {
  const { text, result } = freezeRanking(input)
  const kept = JSON.parse(text)
  expect(Object.keys(kept)).toEqual(['algorithm', 'input', 'result'])
  expect(kept.algorithm).toBe(rankingAlgorithm)
  expect(kept.result).toEqual(result)
  expect(rankingResult(kept.input)).toEqual(result)
})

test('what the algorithm makes of a known round does not change while its name stays', () => {
  expect(createHash('sha256').update(freezeRanking(input).text).digest('hex')).toBe('e08f4e07f97c820bfa7303b1891b1277a37d68eeb31539954f142f54d7b208c2')
})

test('a text that was touched is found out', () => {
  const { text } = freezeRanking(input)
  const touched = (change: (kept: { input: typeof input; result: { official: { rank: number }[] }; algorithm: string }) => void) => { const kept = JSON.parse(text); change(kept); return replayRanking(JSON.stringify(kept)).outcome }
  expect(touched(() => {})).toBe('same')
  expect(touched((kept) => { (kept.result.official[0] as { rank: number }).rank = 2 })).toBe('different')
  expect(touched((kept) => { (kept.input.evaluations[0] as { scores: Record<string, number> }).scores['criterion-0'] = 5 })).toBe('different')
  expect(touched((kept) => { kept.input.rules.seed += 1 })).toBe('different')
  expect(touched((kept) => { kept.algorithm = 'ranking-0' })).toBe('other-algorithm')
  expect(touched((kept) => { (kept.input.evaluations[0] as { scores: Record<string, number> }).scores['criterion-0'] = 6 })).toBe('unreadable')
  for (const nothing of ['', '{}', 'null', '[1']) expect(replayRanking(nothing).outcome).toBe('unreadable')
  expect(replayRanking(`${text} `).outcome).toBe('different')
})
