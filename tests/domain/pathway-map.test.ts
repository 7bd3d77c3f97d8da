import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { horizontalMeasures, layOut, type MapInput, type MapRupture, type PathwayMap, shortestLength, verticalMeasures } from '#lib/domain/pathway-map.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const stages = stageSlugs.map((slug) => ({ slug, title: slug }))
const rupture = (slug: string, size: number | null, stage: MapRupture['stage'] = 'suivi'): MapRupture => ({ slug, stage, size, laureates: [] })
const map = (ruptures: MapRupture[], length = 1000) => layOut({ stages, ruptures }, { ...horizontalMeasures, length })
const width = (drawn: PathwayMap, slug: string): number => {
  const gap = drawn.gaps.find((it) => it.rupture === slug)
  return gap === undefined ? Number.NaN : gap.to - gap.from
}

const inputs: fc.Arbitrary<MapInput> = fc.array(fc.record({
  stage: fc.constantFrom(...stageSlugs),
  size: fc.option(fc.oneof(fc.integer({ min: 0, max: 20_000_000 }), fc.constant(0))),
}), { maxLength: 40 }).map((all) => ({ stages, ruptures: all.map((it, index) => ({ slug: `rupture-${index}`, laureates: [], ...it })) }))
const measures = fc.constantFrom(horizontalMeasures, verticalMeasures)
const drawings = fc.tuple(inputs, measures, fc.integer({ min: 0, max: 4000 })).map(([input, its, length]) => ({ input, its, length, drawn: layOut(input, { ...its, length }) }))

describe('widths', () => {
  test('are linear: twice the people, twice the gap', () => {
    const drawn = map([rupture('a', 400_000), rupture('b', 800_000), rupture('c', 200_000)])
    expect(width(drawn, 'b')).toBeCloseTo(2 * width(drawn, 'a'), 9)
    expect(width(drawn, 'a')).toBeCloseTo(2 * width(drawn, 'c'), 9)
    expect(width(drawn, 'a')).toBeCloseTo(400_000 * (drawn.perPerson ?? 0), 9)
  })

  test('of what is not quantified are one constant, whatever the rest', () => {
    const drawn = map([rupture('a', null), rupture('b', 1_600_000), rupture('c', null)])
    expect(width(drawn, 'a')).toBeCloseTo(horizontalMeasures.hatch, 9)
    expect(width(drawn, 'c')).toBeCloseTo(horizontalMeasures.hatch, 9)
  })

  test('too small to be seen are widened, and say so', () => {
    const drawn = map([rupture('few', 100), rupture('many', 1_600_000)])
    expect(width(drawn, 'few')).toBeCloseTo(horizontalMeasures.least, 9)
    expect(drawn.gaps.map(({ widened }) => widened)).toEqual([true, false])
  })

  test('never take more of the line than their share', () => {
    expect(width(map([rupture('alone', 77_601)]), 'alone')).toBeCloseTo(200, 9)
  })
})

test('the scale bar is a round number of people', () => {
  const drawn = map([rupture('a', 1_600_000)])
  expect(drawn.perPerson).toBeCloseTo(200 / 1_600_000, 15)
  expect(drawn.scaleBar?.people).toBe(1_000_000)
  expect(drawn.scaleBar?.length).toBeCloseTo(125, 9)
  expect(map([rupture('a', null)]).scaleBar).toBe(null)
  expect(map([rupture('a', null)]).perPerson).toBe(null)
})

test('an empty pathway is a whole line with its stations', () => {
  const drawn = map([])
  expect(drawn.segments).toEqual([{ from: 0, to: 1000 }])
  expect(drawn.stations.map(({ stage }) => stage)).toEqual([...stageSlugs])
})

test('ruptures are numbered along the stages, in the order given within each', () => {
  const drawn = map([rupture('d', null, 'suivi'), rupture('a', null, 'prevention'), rupture('b', 5, 'prevention'), rupture('c', 9, 'traitement')])
  expect(drawn.gaps.map(({ number, rupture: slug }) => [number, slug])).toEqual([[1, 'a'], [2, 'b'], [3, 'c'], [4, 'd']])
})

test('the line has the length asked, or the shortest that holds everything', () => {
  fc.assert(fc.property(drawings, ({ input, its, length, drawn }) => {
    expect(drawn.length).toBe(Math.max(length, shortestLength(input, its)))
  }))
})

test('segments and gaps follow each other from one end to the other without a hole or an overlap', () => {
  fc.assert(fc.property(drawings, ({ drawn }) => {
    const pieces = [...drawn.segments, ...drawn.gaps].toSorted((a, b) => a.from - b.from || a.to - b.to)
    expect(pieces[0]?.from).toBe(0)
    expect(pieces.at(-1)?.to).toBe(drawn.length)
    for (const [index, piece] of pieces.entries()) {
      expect(piece.to).toBeGreaterThanOrEqual(piece.from - 1e-6)
      expect(piece.from).toBe(index === 0 ? 0 : pieces[index - 1]?.to)
    }
    const total = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
    expect(total).toBeCloseTo(drawn.length, 6)
  }))
})

test('each rupture has its slot, its stage and its place in the order', () => {
  fc.assert(fc.property(drawings, ({ input, its, drawn }) => {
    expect(drawn.gaps.map(({ rupture: slug }) => slug)).toEqual(stages.flatMap(({ slug }) => input.ruptures.filter(({ stage }) => stage === slug).map((it) => it.slug)))
    for (const [index, gap] of drawn.gaps.entries()) {
      expect(gap.to - gap.from).toBeGreaterThanOrEqual(Math.min(its.least, its.hatch) - 1e-6)
      const before = drawn.gaps[index - 1]?.middle ?? Number.NEGATIVE_INFINITY
      expect(gap.middle - before).toBeGreaterThanOrEqual(its.slot - 1e-6)
      const own = drawn.stations.findIndex(({ stage }) => stage === gap.stage)
      expect(gap.from).toBeGreaterThan(drawn.stations[own]?.at ?? Number.POSITIVE_INFINITY)
      expect(gap.to).toBeLessThan(drawn.stations[own + 1]?.at ?? drawn.length + 1e-6)
    }
  }))
})

test('stations keep their titles apart and stand in order', () => {
  fc.assert(fc.property(drawings, ({ its, drawn }) => {
    for (const [index, { at, title }] of drawn.stations.entries()) {
      const next = drawn.stations[index + 1]?.at ?? drawn.length
      expect(next - at).toBeGreaterThanOrEqual(its.titleWidth(title) - 1e-6)
    }
  }))
})

test('more people never make a narrower gap', () => {
  fc.assert(fc.property(drawings, ({ drawn }) => {
    const sized = drawn.gaps.filter(({ size }) => size !== null).toSorted((a, b) => (a.size ?? 0) - (b.size ?? 0))
    for (const [index, gap] of sized.entries()) {
      const smaller = sized[index - 1] ?? gap
      expect(gap.to - gap.from).toBeGreaterThanOrEqual(smaller.to - smaller.from - 1e-6)
      expect(gap.to - gap.from).toBeCloseTo(gap.widened ? horizontalMeasures.least : (gap.size ?? 0) * (drawn.perPerson ?? 0), 6)
    }
  }))
})
