import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { archLabels, archMeasures, archPath, arches } from '#lib/domain/pathway-arch.ts'
import { horizontalMeasures, layOut, type MapRupture } from '#lib/domain/pathway-map.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const stages = stageSlugs.map((slug) => ({ slug, title: slug }))
const names = ['Tricky', 'Tech2Heal', 'ResilEyes Therapeutics', 'LitdHospi', 'Fedmind'].map((name) => ({ slug: name.toLowerCase().replace(' ', '-'), name }))

const draw = (ruptures: readonly MapRupture[], length: number) => {
  const map = layOut({ stages, ruptures }, { ...horizontalMeasures, length })
  const all = arches(map, ruptures)
  return { map, all, labels: archLabels(all, map.length) }
}
const drawings = fc.array(fc.record({
  stage: fc.constantFrom(...stageSlugs),
  size: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
  laureates: fc.subarray(names),
}), { maxLength: 25 })
  .map((all) => all.map(({ stage, size, laureates }, index): MapRupture => ({ slug: `rupture-${index}`, stage, size, laureates })))
  .chain((ruptures) => fc.integer({ min: 320, max: 2000 }).map((length) => Object.assign(draw(ruptures, length), { ruptures })))

test('an arch stands on the line on both sides of its gap', () => {
  const { map, all } = draw([{ slug: 'bed', stage: 'traitement', size: null, laureates: names.slice(3, 4) }], 1000)
  const [gap] = map.gaps
  expect(all).toEqual([{ rupture: 'bed', laureate: 'litdhospi', name: 'LitdHospi', from: (gap?.from ?? 0) - 4, to: (gap?.to ?? 0) + 4, rise: 32, repeated: false }])
})

test('a laureate that mends two ruptures has two arches and one name', () => {
  const ruptures = [['a', 'diagnostic'], ['b', 'traitement']].map(([slug, stage]) => ({ slug, stage, size: null, laureates: names.slice(1, 2) }) as MapRupture)
  const { all, labels } = draw(ruptures, 1000)
  expect(all.map(({ rupture, repeated }) => [rupture, repeated])).toEqual([['a', false], ['b', true]])
  expect(labels.map(({ rupture, name }) => [rupture, name])).toEqual([['a', 'Tech2Heal']])
})

test('the second laureate of a rupture bridges higher', () => {
  const { all } = draw([{ slug: 'a', stage: 'suivi', size: null, laureates: names.slice(0, 2) }], 1000)
  expect(all.map(({ rise }) => rise)).toEqual([32, 44])
})

test('arches stay within the line and on their own side of their neighbours', () => {
  fc.assert(fc.property(drawings, ({ map, all }) => {
    for (const arch of all) {
      expect(arch.from).toBeGreaterThanOrEqual(0)
      expect(arch.to).toBeLessThanOrEqual(map.length + 1e-6)
      expect(all.filter((it) => it.rupture !== arch.rupture && arch.to > it.from + 1e-6 && it.to > arch.from + 1e-6)).toEqual([])
    }
  }))
})

test('no name touches another name, and none touches an arch', () => {
  fc.assert(fc.property(drawings, ({ all, labels }) => {
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        const apart = label.to <= other.from || other.to <= label.from || label.top <= other.bottom || other.top <= label.bottom
        expect(apart).toBe(true)
      }
      for (const arch of all) expect(label.to <= arch.from || arch.to <= label.from || label.bottom >= arch.rise).toBe(true)
    }
  }))
})

test('each laureate is named once, whole, within the line', () => {
  fc.assert(fc.property(drawings, ({ map, ruptures, labels }) => {
    expect(labels.map(({ laureate }) => laureate).toSorted()).toEqual([...new Set(ruptures.flatMap(({ laureates }) => laureates.map(({ slug }) => slug)))].toSorted())
    for (const { from, to, name } of labels) {
      expect(to - from).toBeCloseTo(archMeasures.labelWidth(name), 9)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(map.length + 1e-6)
    }
  }))
})

test('an arch is a curve that rises by its rise, upwards or to the right', () => {
  expect(archPath({ from: 10, to: 50, rise: 30 }, 100, 'horizontal')).toBe('M10 100 C20 60 40 60 50 100')
  expect(archPath({ from: 10, to: 50, rise: 30 }, 100, 'vertical')).toBe('M100 10 C140 20 140 40 100 50')
})
