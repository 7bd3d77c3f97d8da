import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliberationSteps, juryRanking, juryScore, lacksQuorum, nextStep, scoreKindOf } from '#lib/domain/deliberation.ts'

describe('the steps of a deliberation', () => {
  it('follow one another, and end settled', () => {
    expect(deliberationSteps.map(nextStep)).toEqual(['private', 'revealed', 'final', 'settled', null])
    expect(deliberationSteps.map(scoreKindOf)).toEqual([null, 'private', null, 'final', null])
  })

  it('want a quorum of scores to reveal and to settle', () => {
    expect(lacksQuorum('revealed', { private: 2, final: 9 }, 3)).toBe(true)
    expect(lacksQuorum('revealed', { private: 3, final: 0 }, 3)).toBe(false)
    expect(lacksQuorum('settled', { private: 9, final: 2 }, 3)).toBe(true)
    expect(lacksQuorum('final', { private: 0, final: 0 }, 3)).toBe(false)
  })

  it('take a score from 1 to 5 by halves', () => {
    for (const [given, taken] of [['1', 1], [2.5, 2.5], ['5', 5]] as const) expect(juryScore.parse(given)).toBe(taken)
    for (const refused of [0.5, 5.5, 2.25, '', 'x', null]) expect(juryScore.safeParse(refused).success).toBe(false)
  })
})

describe('the jury’s order', () => {
  it('is by the mean, then by the declared rule, and equals share their rank', () => {
    const settled = [{ id: 'a', finals: [2, 4, 4.5] }, { id: 'b', finals: [3.5, 3.5, 3.5] }, { id: 'c', finals: [5, 5] }, { id: 'd', finals: [] }]
    expect(juryRanking(settled, []).map(({ id, rank, exAequo }) => [id, rank, exAequo])).toEqual([['c', 1, false], ['a', 2, true], ['b', 2, true]])
    expect(juryRanking(settled, ['median']).map(({ id, rank }) => [id, rank])).toEqual([['c', 1], ['a', 2], ['b', 3]])
    expect(juryRanking(settled, ['lowest']).map(({ id, rank }) => [id, rank])).toEqual([['c', 1], ['b', 2], ['a', 3]])
    expect(juryRanking([{ id: 'e', finals: [3.5, 3.5] }, ...settled], ['more-evaluations']).map(({ id, rank }) => [id, rank])).toEqual([['c', 1], ['a', 2], ['b', 2], ['e', 4]])
  })

  it('does not depend on who comes first, and a higher score never lowers a rank', () => {
    const halves = fc.integer({ min: 2, max: 10 }).map((twice) => twice / 2)
    const files = fc.array(fc.array(halves, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }).map((all) => all.map((finals, index) => ({ id: `f${index}`, finals })))
    fc.assert(fc.property(files, fc.nat(), (settled, at) => {
      const ranked = juryRanking(settled, ['median', 'lowest'])
      expect(juryRanking(settled.toReversed(), ['median', 'lowest'])).toEqual(ranked)
      const index = at % settled.length
      const raised = settled.map((each, other) => (other === index ? { id: each.id, finals: each.finals.map((score) => Math.min(5, score + 0.5)) } : each))
      const rankOf = (places: typeof ranked) => places.find(({ id }) => id === `f${index}`)?.rank ?? 0
      expect(rankOf(juryRanking(raised, ['median', 'lowest']))).toBeLessThanOrEqual(rankOf(ranked))
    }))
  })
})
