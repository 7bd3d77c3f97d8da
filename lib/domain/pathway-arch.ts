/**
 * The bridges of the pathway map: one arch over a gap for each laureate held to mend it, and its name above.
 * A laureate that mends several ruptures is named over the first; the other arches repeat it.
 */
import type { MapRupture, PathwayMap } from '#lib/domain/pathway-map.ts'

export type Arch = {
  rupture: string
  laureate: string
  name: string
  from: number
  to: number
  /** How far it rises from the line. */
  rise: number
  repeated: boolean
}

/** A name in the picture: along the line from `from` to `to`, away from the line from `bottom` to `top`. */
export type ArchLabel = { rupture: string; laureate: string; name: string; from: number; to: number; bottom: number; top: number }

export type ArchMeasures = {
  /** How far an arch stands on the line on each side of the gap. */
  foot: number
  /** Rise of a first arch over a gap, and of each further one above it. */
  rise: number
  further: number
  labelHeight: number
  /** Space kept around a label. */
  clear: number
  labelWidth: (name: string) => number
}

export const archMeasures: ArchMeasures = { foot: 4, rise: 32, further: 12, labelHeight: 16, clear: 6, labelWidth: (name) => name.length * 7.5 }

/** Arches in reading order. Arches over neighbouring gaps never cross: a foot takes at most half of the line between. */
export function arches({ gaps, length }: PathwayMap, ruptures: readonly MapRupture[], measures: ArchMeasures = archMeasures): Arch[] {
  const laureatesOf = new Map(ruptures.map(({ slug, laureates }) => [slug, laureates]))
  const named = new Set<string>()
  return gaps.flatMap((gap, index) => {
    const before = gap.from - (gaps[index - 1]?.to ?? 0)
    const after = (gaps[index + 1]?.from ?? length) - gap.to
    const from = gap.from - Math.min(measures.foot, before / 2)
    const to = gap.to + Math.min(measures.foot, after / 2)
    return (laureatesOf.get(gap.rupture) ?? []).map(({ slug, name }, order): Arch => {
      const repeated = named.has(slug)
      named.add(slug)
      return { rupture: gap.rupture, laureate: slug, name, from, to, rise: measures.rise + order * measures.further, repeated }
    })
  })
}

/**
 * Names above their arches, each as low as it can be without touching an arch or a name already placed, and within
 * the line when it fits there. Deterministic: reading order decides who comes first.
 */
export function archLabels(all: readonly Arch[], length: number, measures: ArchMeasures = archMeasures): ArchLabel[] {
  const { clear, labelHeight, labelWidth } = measures
  const placed: ArchLabel[] = []
  for (const { rupture, laureate, name, from: left, to: right } of all.filter(({ repeated }) => !repeated)) {
    const width = labelWidth(name)
    const from = Math.max(0, Math.min((left + right - width) / 2, length - width))
    const meets = (it: { from: number; to: number }): boolean => it.from < from + width + clear && from < it.to + clear
    const lowest = Math.max(...all.filter(meets).map(({ rise }) => rise)) + clear
    const neighbours = placed.filter(meets)
    const levels = [lowest, ...neighbours.map(({ top }) => top + clear)].filter((level) => level >= lowest).sort((a, b) => a - b)
    const bottom = levels.find((level) => neighbours.every((it) => level >= it.top || level + labelHeight <= it.bottom)) ?? lowest
    placed.push({ rupture, laureate, name, from, to: from + width, bottom, top: bottom + labelHeight })
  }
  return placed
}

/** SVG path of an arch standing on the line at `base`: upwards in a horizontal map, to the right in a vertical one. */
export function archPath({ from, to, rise }: Pick<Arch, 'from' | 'to' | 'rise'>, base: number, direction: 'horizontal' | 'vertical'): string {
  const lift = (rise * 4) / 3
  const at = (along: number, away: number): string =>
    direction === 'horizontal' ? `${round(along)} ${round(base - away)}` : `${round(base + away)} ${round(along)}`
  const lean = (to - from) / 4
  return `M${at(from, 0)} C${at(from + lean, lift)} ${at(to - lean, lift)} ${at(to, 0)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
