/**
 * The geometry of the pathway map: a line through the stages, broken by ruptures, bridged by laureates.
 * Widths are linear: twice the people, twice the gap, on one scale for the whole map, which comes with a scale bar.
 * A gap too narrow to be seen is drawn at the least visible width and says so. A rupture that is not counted in people
 * in France in a year has a gap of its own constant width, to be hatched: it is not zero, and not small.
 * Everything lies on one axis, `along`; horizontal and vertical pictures are the same numbers.
 */
import type { StageSlug } from '#lib/domain/stage.ts'

export type MapStage = { slug: StageSlug; title: string }
export type MapRupture = { slug: string; stage: StageSlug; size: number | null; laureates: readonly { slug: string; name: string }[] }
export type MapInput = { stages: readonly MapStage[]; ruptures: readonly MapRupture[] }

/** Lengths in the units of the picture, pixels at scale 1. */
export type MapMeasures = {
  /** From one end of the line to the other. */
  length: number
  /** Line before the first gap of a stage, room for its station. */
  lead: number
  /** Room each rupture has along the line, at least: its number or its entry hangs there. */
  slot: number
  /** Line on both sides of a gap together, at least. */
  join: number
  /** Width of every gap that is not quantified in people. */
  hatch: number
  /** Least width at which a gap is seen. */
  least: number
  /** Share of the line that the widest gap may take. */
  mostShare: number
  /** Width of a stage's title in its type, so that two titles never meet. */
  titleWidth: (title: string) => number
}

export type Station = { stage: StageSlug; title: string; at: number }
export type Segment = { from: number; to: number }
export type Gap = Segment & {
  rupture: string
  stage: StageSlug
  /** Position in reading order, from 1. */
  number: number
  middle: number
  size: number | null
  /** True when the true width would not be seen, so that the least one is drawn. */
  widened: boolean
}
export type PathwayMap = {
  length: number
  stations: Station[]
  segments: Segment[]
  gaps: Gap[]
  /** Units per person; null when no rupture is counted in people. */
  perPerson: number | null
  /** A round number of people and how wide it is on this map. */
  scaleBar: { people: number; length: number } | null
}

export const horizontalMeasures: Omit<MapMeasures, 'length'> = {
  lead: 20, slot: 26, join: 10, hatch: 18, least: 3, mostShare: 0.2, titleWidth: (title) => 24 + title.length * 10,
}

/** Downwards on a phone: each rupture has the height of a short entry, and the line is as long as that takes. */
export const verticalMeasures: Omit<MapMeasures, 'length'> = {
  lead: 56, slot: 76, join: 16, hatch: 20, least: 3, mostShare: 0.08, titleWidth: () => 0,
}

/** The shortest line that holds all ruptures: every gap that is counted at its least width. */
export function shortestLength(input: MapInput, measures: Omit<MapMeasures, 'length'>): number {
  return total(slots(input, measures, 0))
}

/** Lays the map out on a line of exactly `length`, or of the shortest length that holds it when that is longer. */
export function layOut(input: MapInput, measures: MapMeasures): PathwayMap {
  const length = Math.max(measures.length, shortestLength(input, measures))
  const perPerson = scaleFor(input, measures, length)
  const stages = slots(input, measures, perPerson ?? 0)
  const count = stages.reduce((sum, stage) => sum + stage.slots.length, 0)
  // What the scale leaves over is shared out, so that the line ends where the page does.
  const spare = Math.max(0, length - total(stages)) / (count === 0 ? Math.max(1, stages.length) : count)

  const stations: Station[] = []
  const gaps: Gap[] = []
  let at = 0
  for (const stage of stages) {
    const start = at
    stations.push({ stage: stage.slug, title: stage.title, at: start })
    at += measures.lead
    for (const { rupture, gap, room, widened } of stage.slots) {
      const middle = at + (room + spare) / 2
      gaps.push({
        rupture: rupture.slug, stage: stage.slug, number: gaps.length + 1, size: rupture.size,
        from: middle - gap / 2, middle, to: middle + gap / 2, widened,
      })
      at += room + spare
    }
    at = start + stage.room + spare * (count === 0 ? 1 : stage.slots.length)
  }
  return { length, stations, gaps, segments: between(gaps, length), perPerson, scaleBar: scaleBar(perPerson, length) }
}

type Slot = { rupture: MapRupture; gap: number; room: number; widened: boolean }
type StageRoom = MapStage & { room: number; slots: Slot[] }

function slots(input: MapInput, { lead, slot, join, hatch, least, titleWidth }: Omit<MapMeasures, 'length'>, perPerson: number): StageRoom[] {
  return input.stages.map((stage) => {
    const own = input.ruptures.filter((rupture) => rupture.stage === stage.slug).map((rupture): Slot => {
      const trueWidth = rupture.size === null ? hatch : rupture.size * perPerson
      const gap = Math.max(least, trueWidth)
      return { rupture, gap, room: Math.max(slot, gap + join), widened: gap > trueWidth }
    })
    const room = lead + own.reduce((sum, it) => sum + it.room, 0)
    return { ...stage, slots: own, room: Math.max(room, titleWidth(stage.title)) }
  })
}

function total(stages: readonly StageRoom[]): number {
  return stages.reduce((sum, { room }) => sum + room, 0)
}

/** The largest scale at which everything fits. Room only grows with the scale, so halving the interval finds it. */
function scaleFor(input: MapInput, measures: MapMeasures, length: number): number | null {
  const largest = Math.max(0, ...input.ruptures.map(({ size }) => size ?? 0))
  if (largest === 0) return null
  let [fits, tooMuch] = [0, (measures.mostShare * length) / largest]
  if (total(slots(input, measures, tooMuch)) <= length) return tooMuch
  for (let step = 0; step < 60; step += 1) {
    const tried = (fits + tooMuch) / 2
    if (total(slots(input, measures, tried)) <= length) fits = tried
    else tooMuch = tried
  }
  return fits
}

function between(gaps: readonly Gap[], length: number): Segment[] {
  const edges = [0, ...gaps.flatMap(({ from, to }) => [from, to]), length]
  return Array.from({ length: gaps.length + 1 }, (_, index) => ({ from: edges[2 * index] as number, to: edges[2 * index + 1] as number }))
}

/** The largest of 1, 2 or 5 times a power of ten that stays within an eighth of the line. */
function scaleBar(perPerson: number | null, length: number): PathwayMap['scaleBar'] {
  if (perPerson === null || perPerson === 0) return null
  const most = length / 8 / perPerson
  const power = 10 ** Math.floor(Math.log10(most))
  const people = [5, 2, 1].map((step) => step * power).find((it) => it <= most) ?? power
  return people < 1 ? null : { people, length: people * perPerson }
}
