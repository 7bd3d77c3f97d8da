import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { programme } from '#db/schema/programme.ts'
import { measurement, programmeMetric } from '#db/schema/programme-metric.ts'
import { type Actor, manager } from '#lib/domain/access.ts'
import { type ImportFault, type ImportMetric, mostImportRows, readMeasurements } from '#lib/domain/measurement-import.ts'
import { measurementFaults } from '#lib/domain/measurement.ts'
import { slug } from '#lib/domain/slug.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { timeOf } from '#lib/server/measurement/load-measurement.ts'
import { loadMeasuredProgramme, shapes } from '#lib/server/programme-metric/load-metric.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Bytes of a file taken in, more than the longest that the number of rows allows in practice. */
export const mostImportLength = 2_500_000

/** A CSV for one programme, or for every laureate of a call. */
export const importInput = z.object({
  programmeId: z.uuid().nullish().transform((id) => id ?? null),
  slug: slug.nullish().transform((name) => name ?? null),
  text: z.string().max(mostImportLength),
}).refine((target) => (target.programmeId === null) !== (target.slug === null))
export type ImportTarget = z.output<typeof importInput>

/** The programmes a file may be about: one that the person shapes, or all those of a call for its managers. `not-found` otherwise. */
export async function loadImported(read: Reader, actor: Actor, { programmeId, slug: of }: Pick<ImportTarget, 'programmeId' | 'slug'>) {
  const columns = { id: programme.id, number: programme.number, startsOn: programme.startsOn, months: programme.months, followUps: programme.followUps, stoppedAt: programme.stoppedAt }
  if (programmeId !== null) {
    const its = await loadMeasuredProgramme(read, programmeId)
    if (!shapes(actor, its)) throw new Refusal('not-found')
    return [its]
  }
  if (of === null || !manager(actor)) throw new Refusal('not-found')
  const { id: callId } = await loadCall(read, of)
  return read.select(columns).from(programme).where(eq(programme.callId, callId)).orderBy(programme.number)
}
type Imported = Awaited<ReturnType<typeof loadImported>>

type KnownMetric = ImportMetric & { programmeId: string }

/** Locked metrics of running programmes: in a file for one programme under their name, for a whole call under its number and name. */
export async function readImportMetrics(read: Reader, programmes: Imported): Promise<KnownMetric[]> {
  const running = programmes.filter(({ stoppedAt }) => stoppedAt === null)
  if (running.length === 0) return []
  const rows = await read.select().from(programmeMetric).where(and(inArray(programmeMetric.programmeId, running.map(({ id }) => id)), isNotNull(programmeMetric.lockedAt))).orderBy(programmeMetric.position)
  const numbers = new Map(running.map(({ id, number }) => [id, number]))
  return rows.map(({ id, programmeId, name, measure, direction, unit, baseline, target, lowest, highest }) => ({ id, programmeId, name: programmes.length === 1 ? name : `${numbers.get(programmeId)} ${name}`, measure, direction, unit, baseline, target, lowest, highest }))
}

/**
 * Reads a file as a trial: what it would bring, and every fault by line and column. Beyond the file itself: each period lies in
 * its own programme's time, and no value stands for it yet (`already-measured`; a verified one is corrected instead).
 */
export async function readImport(read: Reader, actor: Actor, target: ImportTarget, now: Date) {
  const programmes = await loadImported(read, actor, target)
  const metrics = await readImportMetrics(read, programmes)
  const times = new Map(programmes.map((each) => [each.id, timeOf(each, now)]))
  const all = [...times.values()]
  const widest = { startsOn: least(all.map(({ startsOn }) => startsOn)), lastOn: most(all.map(({ lastOn }) => lastOn)), today: all[0]?.today ?? '' }
  const { rows, read: lines, faults } = readMeasurements(target.text, metrics, widest)
  if (faults.length > 0) return { rows: [], lines, faults }
  const known = new Map(metrics.map((metric) => [metric.id, metric]))
  const kept = await read.select({ metricId: measurement.metricId, periodStart: measurement.periodStart, periodEnd: measurement.periodEnd }).from(measurement).where(and(inArray(measurement.metricId, [...known.keys()]), ne(measurement.state, 'draft')))
  const taken = new Set(kept.map(({ metricId, periodStart, periodEnd }) => `${metricId} ${periodStart} ${periodEnd}`))
  const late: ImportFault[] = []
  const brought = rows.map(({ line, metricId, measurement: its }) => {
    const metric = known.get(metricId) as KnownMetric
    if (taken.has(`${metricId} ${its.periodStart} ${its.periodEnd}`)) late.push({ line, column: 'metric', code: 'already-measured', value: metric.name })
    if (programmes.length > 1) for (const { code } of measurementFaults(metric, its, times.get(metric.programmeId) ?? widest)) late.push({ line, column: 'period_end', code, value: its.periodEnd })
    return { line, metricId, programmeId: metric.programmeId, measurement: its }
  })
  return late.length > 0 ? { rows: [], lines, faults: late } : { rows: brought, lines, faults: [] }
}

/** How much of a file may be read, said in advance. */
export const importLimits = { megabytes: mostImportLength / 1e6, rows: mostImportRows } as const

const least = (days: readonly string[]) => days.reduce((a, b) => (b < a ? b : a), days[0] ?? '')
const most = (days: readonly string[]) => days.reduce((a, b) => (b > a ? b : a), days[0] ?? '')
