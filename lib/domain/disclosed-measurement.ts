/**
 * The counts of people behind measurements, tied as disclosure.ts wants them: numerator and denominator of each; and of one
 * metric, a correction to what it corrects and a longer period to those it holds. What is shown of a value follows them.
 */
import { type CountTable, difference, type Disclosed, proportionTable, together } from '#lib/domain/disclosure.ts'
import type { MetricMeasure } from '#lib/domain/programme-metric.ts'
import { fold } from '#lib/domain/search.ts'

export type CountedMeasurement = {
  id: string
  metricId: string
  measure: MetricMeasure
  /** False for a count of things, as sites: see `countsPeople`. */
  ofPeople: boolean
  periodStart: string
  periodEnd: string
  correctsId: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  n: number | null
  /** The counts that stand in an earlier release, by their names here. */
  published: readonly CountName[]
}
/** `numerator` and `denominator` of a proportion, `numerator` of a rate, `n` of a mean or duration, `count` of a count. */
export type CountName = 'numerator' | 'denominator' | 'n' | 'count'

/**
 * Whether a count is of people: of whatever is not known to be a thing. Sites, agreements, publications, standards and
 * steps are; so is a unit that starts like them, in French or English.
 */
export function countsPeople(unit: string): boolean {
  return !/^(?:sites?|structures?|etablissements?|conventions?|agreements?|publications?|normes?|standards?|paliers?|steps?|outils?|tools?|departements?|territoires?|essais?|trials?|modules?)\b/u.test(fold(unit))
}

/** All counts of these measurements and their ties: give it every measurement that was or is to be shown of the people concerned, corrected ones included. */
export function measurementTable(measurements: readonly CountedMeasurement[]): CountTable {
  const own = measurements.map((it) => ({ it, cells: countsOf(it) }))
  const single = own.map(({ it, cells }) => {
    const [numerator, denominator] = [cells.get('numerator'), cells.get('denominator')]
    const isPublished = (name: CountName) => it.published.includes(name)
    if (numerator !== undefined && denominator !== undefined && numerator <= denominator) return proportionTable(it.id, numerator, denominator, { numerator: isPublished('numerator'), denominator: isPublished('denominator') })
    return { cells: [...cells].map(([name, count]) => ({ key: `${it.id}.${name}`, count, published: isPublished(name) })), sums: [] }
  })
  const ties = [...Map.groupBy(own, ({ it }) => it.metricId).values()].flatMap((series) => series.flatMap((wider) => series.filter((narrower) => holds(wider.it, narrower.it)).flatMap((narrower) => tied(wider, narrower))))
  return together([...single, ...ties])
}

/**
 * What may be shown of a measurement once its table is disclosed. Its value, and the interval and direction with it, only where
 * all its counts are: with n beside it a percentage is a count, and a mean of few is nearly somebody's own value. A value of
 * people whose number nobody said is not shown: it may be of one.
 */
export function shownMeasurement(measurement: CountedMeasurement, { shown }: Pick<Disclosed, 'shown'>): { value: boolean; counts: Partial<Record<CountName, number | null>> } {
  const names = [...countsOf(measurement).keys()]
  const counts = Object.fromEntries(names.map((name) => [name, shown[`${measurement.id}.${name}`] ?? null]))
  const known = names.length > 0 && Object.values(counts).every((count) => count !== null)
  return { value: known || !measurement.ofPeople, counts }
}

/** The counts of people in a measurement; a percentage with its n gives the numerator as anybody would work it out. */
function countsOf({ measure, ofPeople, value, numerator, denominator, n }: CountedMeasurement): Map<CountName, number> {
  const counts = new Map<CountName, number>()
  const add = (name: CountName, count: number | null) => { if (ofPeople && count !== null) counts.set(name, count) }
  if (measure === 'count') add('count', value)
  else if (measure === 'proportion' && numerator === null) {
    add('numerator', value === null || n === null ? null : Math.round((value / 100) * n))
    add('denominator', n)
  } else {
    if (measure === 'proportion' || measure === 'rate') add('numerator', numerator)
    if (measure === 'proportion') add('denominator', denominator)
    else add('n', n)
  }
  return counts
}

/** One corrects the other, or its period holds the other's; of two over the same period, each tie is told once. */
function holds(wider: CountedMeasurement, narrower: CountedMeasurement): boolean {
  if (wider.id === narrower.id || narrower.correctsId === wider.id) return false
  if (wider.correctsId === narrower.id) return true
  if (isSamePeriod(wider, narrower)) return wider.id > narrower.id
  return wider.periodStart <= narrower.periodStart && wider.periodEnd >= narrower.periodEnd
}

type Counted = { it: CountedMeasurement; cells: Map<CountName, number> }

/** Each count of the one to the same of the other; of proportions what is left of the denominator too. Which way a correction goes, nobody knows. */
function tied(wider: Counted, narrower: Counted): CountTable[] {
  const signed = wider.it.correctsId === narrower.it.id || isSamePeriod(wider.it, narrower.it) || undefined
  const both = [...wider.cells.keys()].filter((name) => narrower.cells.has(name))
  const ties = both.map((name) => difference({ key: `${wider.it.id}.${name}`, count: wider.cells.get(name) as number }, { key: `${narrower.it.id}.${name}`, count: narrower.cells.get(name) as number }, signed))
  if (!both.includes('numerator') || !both.includes('denominator')) return ties
  const rest = ({ it, cells }: Counted) => ({ key: `${it.id}.rest`, count: (cells.get('denominator') as number) - (cells.get('numerator') as number), implicit: true })
  return rest(wider).count < 0 || rest(narrower).count < 0 ? ties : [...ties, difference(rest(wider), rest(narrower), signed)]
}

function isSamePeriod(a: CountedMeasurement, b: CountedMeasurement): boolean {
  return a.periodStart === b.periodStart && a.periodEnd === b.periodEnd
}
