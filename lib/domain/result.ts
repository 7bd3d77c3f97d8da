/**
 * A result is a laureate's metric as the public may see it: definition, baseline, target, verified values with n and interval,
 * amendments, and how it stands. Made from what was verified and from what earlier releases showed; null where hidden.
 */
import { type CountedMeasurement, type CountName, countsPeople, measurementTable, shownMeasurement } from '#lib/domain/disclosed-measurement.ts'
import { disclose, type HiddenReason, smallestShown } from '#lib/domain/disclosure.ts'
import { localized } from '#lib/domain/localized.ts'
import { currentMeasurements, measuredInterval, measuredN, measuredValue } from '#lib/domain/measurement.ts'
import { metricDirections } from '#lib/domain/metric.ts'
import { comparators, metricMeasures } from '#lib/domain/programme-metric.ts'
import { outcomeOf, outcomes } from '#lib/domain/roll-up.ts'
import { stageSlugs } from '#lib/domain/stage.ts'
import { z } from 'zod'

const figure = z.number().nullable()
const shownPoint = z.object({
  id: z.uuid(), from: z.iso.date(), on: z.iso.date(), value: figure, low: figure, high: figure, n: figure, numerator: figure,
  /** Something of it is not shown: counts from 1 to 10, or others they could be worked out from. */
  hidden: z.boolean(),
})
export type ShownPoint = z.infer<typeof shownPoint>

export const publishedResult = z
  .object({
    metricId: z.uuid(), laureate: z.string(), laureateName: z.string(), solution: localized, rupture: z.string(), ruptureTitle: localized, stage: z.enum(stageSlugs),
    startsOn: z.iso.date(), months: z.int(),
    name: z.string(), measure: z.enum(metricMeasures), unit: z.string(), ucum: z.string().nullable(), direction: z.enum(metricDirections),
    numerator: z.string().nullable(), denominator: z.string().nullable(), population: z.string(), period: z.string().nullable(), method: z.string().nullable(), dataSource: z.string().nullable(),
    comparator: z.enum(comparators), comparatorNote: z.string().nullable(),
    baseline: figure, baselineN: figure, baselineOn: z.iso.date().nullable(), baselineHidden: z.boolean(), target: figure, targetOn: z.iso.date().nullable(),
    outcome: z.enum(outcomes),
    points: z.array(shownPoint),
    amendments: z.array(z.object({ on: z.iso.date(), reason: z.string(), changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })) })),
  })
  .meta({ id: 'Result' })
export type PublishedResult = z.infer<typeof publishedResult>

/** What a release holds, whole: its text is the canonical JSON of this. */
const disclosureContent = z.object({ call: z.string(), title: localized, demonstration: z.boolean(), results: z.array(publishedResult) })
export type DisclosureContent = z.infer<typeof disclosureContent>

export type VerifiedMeasurement = Pick<CountedMeasurement, 'id' | 'periodStart' | 'periodEnd' | 'correctsId' | 'value' | 'numerator' | 'denominator' | 'n'> & { sd: number | null }
/** A locked metric as it stands, with everything ever verified of it, what was corrected included. */
export type FollowedResult = Omit<PublishedResult, 'baselineHidden' | 'outcome' | 'points'> & { measurements: readonly VerifiedMeasurement[] }

/** Where a count stands in an earlier release, by measurement. A baseline's stands under its metric. */
export type EarlierCounts = ReadonlyMap<string, readonly CountName[]>

/** What earlier releases of a call showed, all together: nothing that was said can be taken back. */
export function earlierCounts(releases: readonly DisclosureContent[]): EarlierCounts {
  const shown = new Map<string, Set<CountName>>()
  const add = (id: string, names: readonly CountName[]) => shown.set(id, new Set([...(shown.get(id) ?? []), ...names]))
  for (const result of releases.flatMap(({ results }) => results)) {
    if (result.baselineN !== null) add(result.metricId, result.measure === 'proportion' && result.baseline !== null ? ['numerator', 'denominator'] : ['n'])
    for (const { id, value, n, numerator } of result.points) add(id, namesOf(result, { value, n, numerator }))
  }
  return new Map([...shown].map(([id, names]) => [id, [...names]]))
}

function namesOf({ measure }: Pick<PublishedResult, 'measure'>, { value, n, numerator }: Pick<ShownPoint, 'value' | 'n' | 'numerator'>): CountName[] {
  if (measure === 'count') return value === null ? [] : ['count']
  const base = measure === 'proportion' ? ('denominator' as const) : ('n' as const)
  return [...(n === null ? [] : [base]), ...(numerator !== null || (measure === 'proportion' && value !== null && n !== null) ? ['numerator' as const] : [])]
}

/**
 * The results of one call as they may be shown, in the order given; why counts are hidden (for managers alone); and counts that
 * earlier releases give away already (`exposed`): nothing may go out before somebody has looked. Throws a RangeError where counts contradict each other.
 */
export function resultsOf(followed: readonly FollowedResult[], earlier: EarlierCounts): { results: PublishedResult[]; reasons: Record<string, HiddenReason>; exposed: string[] } {
  const counted = followed.flatMap((metric) => [baselineOf(metric, earlier), ...metric.measurements.map((it) => countedOf(metric, it, earlier))].filter((it) => it !== null))
  const disclosed = disclose(measurementTable(counted))
  const shownOf = new Map(counted.map((it) => [it.id, shownMeasurement(it, disclosed)]))
  const results = followed.map((metric): PublishedResult => {
    const { measurements, ...its } = metric
    const baseline = shownOf.get(metric.metricId)
    const baselineHidden = baseline !== undefined && !baseline.value
    const current = currentMeasurements(measurements.map((it) => Object.assign({ state: 'verified' as const }, it))).toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : a.periodEnd > b.periodEnd ? 1 : a.id < b.id ? -1 : 1))
    const points = current.map((it) => pointOf(metric, it, shownOf.get(it.id)))
    const last = points.at(-1)
    const shownBaseline = { baseline: baselineHidden ? null : metric.baseline, baselineN: baselineHidden ? null : metric.baselineN }
    const outcome = outcomeOf({
      measure: metric.measure, direction: metric.direction, baseline: shownBaseline.baseline,
      baselineInterval: measuredInterval(metric, { value: shownBaseline.baseline, n: shownBaseline.baselineN, numerator: null, denominator: null, sd: null }),
      latest: last === undefined || last.value === null ? null : { value: last.value, interval: last.low === null || last.high === null ? null : { low: last.low, high: last.high } },
      suppressed: last !== undefined && last.value === null,
    })
    return { ...its, ...shownBaseline, baselineHidden, outcome, points, amendments: its.amendments.map((it) => withoutFew(it, baselineHidden)) }
  })
  return { results, reasons: disclosed.reasons, exposed: disclosed.exposed }
}

/** An amendment without the baseline where that is, or once was, of few. */
function withoutFew({ on, reason, changes }: PublishedResult['amendments'][number], baselineHidden: boolean): PublishedResult['amendments'][number] {
  const few = [changes.baselineN?.from, changes.baselineN?.to].some((n) => typeof n === 'number' && n > 0 && n < smallestShown)
  const kept = Object.entries(changes).filter(([field]) => !((few || baselineHidden) && (field === 'baseline' || field === 'baselineN')))
  return { on, reason, changes: Object.fromEntries(kept) }
}

function countedOf({ metricId, measure, unit }: FollowedResult, { sd: _sd, ...it }: VerifiedMeasurement, earlier: EarlierCounts): CountedMeasurement {
  return { ...it, metricId, measure, ofPeople: measure !== 'count' || countsPeople(unit), published: earlier.get(it.id) ?? [] }
}

/** A baseline is of people too, of a time before; its n gives it away as a measurement's would. One without an n is a figure found elsewhere. */
function baselineOf({ metricId, measure, unit, baseline, baselineN, baselineOn, startsOn }: FollowedResult, earlier: EarlierCounts): CountedMeasurement | null {
  if (baseline === null || (baselineN === null && measure !== 'count')) return null
  const day = baselineOn ?? startsOn
  return {
    id: metricId, metricId: `${metricId} baseline`, measure, ofPeople: measure !== 'count' || countsPeople(unit), periodStart: day, periodEnd: day, correctsId: null,
    value: measure === 'count' || measure === 'proportion' ? baseline : null, numerator: null, denominator: null, n: baselineN, published: earlier.get(metricId) ?? [],
  }
}

function pointOf(metric: FollowedResult, it: VerifiedMeasurement, shown: ReturnType<typeof shownMeasurement> | undefined): ShownPoint {
  const dates = { id: it.id, from: it.periodStart, on: it.periodEnd }
  const counts = shown?.counts ?? {}
  const n = metric.measure === 'proportion' ? (counts.denominator ?? null) : metric.measure === 'count' ? null : (counts.n ?? null)
  if (!shown?.value) return { ...dates, value: null, low: null, high: null, n, numerator: null, hidden: true }
  const bounds = measuredInterval(metric, it)
  return { ...dates, value: measuredValue(metric, it), low: bounds?.low ?? null, high: bounds?.high ?? null, n: n ?? measuredN(metric, it), numerator: it.numerator, hidden: false }
}
