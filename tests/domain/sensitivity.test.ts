import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officialRanking, placesOf } from '#lib/domain/official-ranking.ts'
import type { RankingInput } from '#lib/domain/ranking.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { type Scenario, sensitivities } from '#lib/domain/sensitivity.ts'
import { shortlistChange } from '#lib/domain/shortlist-change.ts'
import { anyRanking, written } from '#tests/domain/rankings.ts'

const found = (input: RankingInput) => { const table = scoreTable(input); return sensitivities(table, placesOf(table, input.rules), input.rules) }

describe('the shortlist', () => {
  test('without one partner', () => {
    const input = written({ theirs: [[5], [5], [1]], ours: [[3], [3], [4]], rest: [[1], [1], [1]], alone: [null, null, [2]] }, [1], { places: 1 })
    const without = (id: string) => found(input).find(({ scenario }) => scenario.kind === 'without-organisation' && scenario.organisationId === id)
    expect(without('of-y')).toMatchObject({ enters: [], leaves: [] })
    expect(without('of-w')).toMatchObject({ enters: ['ours'], leaves: ['theirs'], unscored: [] })
    expect(without('of-z')).toBe(undefined)
    const all = found({ ...input, rules: { ...input.rules, places: 4 } }).find(({ scenario }) => scenario.kind === 'without-organisation' && scenario.organisationId === 'of-y')
    expect(all).toMatchObject({ enters: [], leaves: ['alone'], unscored: ['alone'] })
  })

  test('with a weight a fifth more or less', () => {
    const input = written({ first: [[5, 1]], second: [[1, 5]] }, [50, 45], { places: 1 })
    const weights = found(input).filter(({ scenario }) => scenario.kind === 'weight')
    expect(weights.map(({ scenario, enters, leaves }) => [(scenario as { criterionId: string }).criterionId, (scenario as { percent: number }).percent, enters, leaves])).toEqual([
      ['a', -20, ['second'], ['first']],
      ['a', 20, [], []],
      ['b', -20, [], []],
      ['b', 20, ['second'], ['first']],
    ])
  })

  test('with the median instead of the mean, and the mean instead of the median', () => {
    const marks = { steady: [[4], [4], [4]], split: [[5], [5], [1]] }
    expect(found(written(marks, [1], { places: 1 })).at(-1)).toEqual({ scenario: { kind: 'aggregate', aggregate: 'median' }, enters: ['split'], leaves: ['steady'], unscored: [] })
    expect(found(written(marks, [1], { places: 1, aggregate: 'median' })).at(-1)).toEqual({ scenario: { kind: 'aggregate', aggregate: 'mean' }, enters: ['steady'], leaves: ['split'], unscored: [] })
  })

  test('in every scenario is that of a ranking made under it from the start', () => {
    fc.assert(fc.property(anyRanking, (input) => {
      const listed = (it: RankingInput) => officialRanking(it).filter(({ rank }) => rank !== null && rank <= input.rules.places).map(({ applicationId }) => applicationId)
      for (const { scenario, enters, leaves } of found(input)) {
        expect({ scenario, enters, leaves }).toEqual({ scenario, ...shortlistChange(listed(input), listed(under(input, scenario))) })
      }
    }))
  })
})

test('who comes and who goes', () => {
  expect(shortlistChange(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual({ enters: ['d'], leaves: ['b'] })
  expect(shortlistChange([], [])).toEqual({ enters: [], leaves: [] })
})

function under(input: RankingInput, scenario: Scenario): RankingInput {
  switch (scenario.kind) {
    case 'without-organisation': {
      const theirs = new Set(input.scorers.filter(({ organisationId }) => organisationId === scenario.organisationId).map(({ id }) => id))
      return { ...input, evaluations: input.evaluations.filter(({ scorerId }) => !theirs.has(scorerId)) }
    }
    case 'weight':
      return { ...input, criteria: input.criteria.map(({ id, weight }) => ({ id, weight: weight * (id === scenario.criterionId ? 100 + scenario.percent : 100) })) }
    case 'aggregate':
      return { ...input, rules: { ...input.rules, aggregate: scenario.aggregate } }
  }
}
