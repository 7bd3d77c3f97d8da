import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectionCoverage } from '#lib/domain/selection-coverage.ts'

const scope = { ruptures: ['wait', 'crisis', 'relapse'], stages: ['prevention', 'diagnosis', 'treatment', 'follow-up'], challenges: ['access', 'follow'], regions: ['bretagne'] }
const applications = [
  { id: 'b', ruptures: ['crisis', 'wait'], stages: ['treatment'], challenge: 'access', region: null },
  { id: 'a', ruptures: ['wait'], stages: ['diagnosis', 'treatment'], challenge: null, region: 'occitanie' },
  { id: 'c', ruptures: ['relapse'], stages: ['follow-up'], challenge: 'follow', region: 'bretagne' },
]

test('a set covers what its candidates claim, and what it leaves without a bridge is named', () => {
  expect(selectionCoverage(['b', 'a'], applications, scope)).toEqual({
    ruptures: [
      { id: 'wait', applicationIds: ['a'], secondaryIds: ['b'] },
      { id: 'crisis', applicationIds: ['b'], secondaryIds: [] },
      { id: 'relapse', applicationIds: [], secondaryIds: [] },
    ],
    stages: [
      { id: 'prevention', applicationIds: [] },
      { id: 'diagnosis', applicationIds: ['a'] },
      { id: 'treatment', applicationIds: ['a', 'b'] },
      { id: 'follow-up', applicationIds: [] },
    ],
    challenges: [{ id: 'access', applicationIds: ['b'] }, { id: 'follow', applicationIds: [] }],
    regions: [{ id: 'bretagne', applicationIds: [] }, { id: 'occitanie', applicationIds: ['a'] }],
    rupturesWithoutBridge: ['relapse'],
    withoutChallenge: ['a'],
    withoutRegion: ['b'],
  })
})

test('a rupture claimed only beside another has a bridge, if a second one', () => {
  expect(selectionCoverage(['b'], applications, scope).rupturesWithoutBridge).toEqual(['relapse'])
})

test('an empty set covers nothing', () => {
  const { rupturesWithoutBridge, stages } = selectionCoverage([], applications, scope)
  expect(rupturesWithoutBridge).toEqual(scope.ruptures)
  expect(stages.every(({ applicationIds }) => applicationIds.length === 0)).toBe(true)
})

test('adding a candidate never uncovers anything, and the order of candidates says nothing', () => {
  fc.assert(fc.property(fc.subarray(['a', 'b', 'c']), fc.constantFrom('a', 'b', 'c', 'unknown'), (set, more) => {
    const [before, after] = [selectionCoverage(set, applications, scope), selectionCoverage([...set, more], applications, scope)]
    expect(before.rupturesWithoutBridge).toEqual(expect.arrayContaining(after.rupturesWithoutBridge))
    expect(selectionCoverage([...set, more].toReversed(), applications.toReversed(), scope)).toEqual(after)
  }))
})
