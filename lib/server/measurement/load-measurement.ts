import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { programmeDocument } from '#db/schema/programme.ts'
import { measurement } from '#db/schema/programme-metric.ts'
import { type Actor, manager } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { addMonths } from '#lib/domain/day.ts'
import { type Measurement, type MeasuredTime, measurementFaults } from '#lib/domain/measurement.ts'
import { loadMetric, type MetricRow, type MeasuredProgramme, turn } from '#lib/server/programme-metric/load-metric.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

export const askedMeasurement = z.object({ measurementId: z.uuid().catch('00000000-0000-0000-0000-000000000000') })
/** Which measurement a deed is for, and the version in view. */
export const measurementTurn = { ...askedMeasurement.shape, version: turn }

/** A measurement with its metric and programme, as the wall shows it; `not-found` otherwise. */
export async function loadMeasurement(read: Reader, measurementId: string) {
  const [found] = await read.select(getTableColumns(measurement)).from(measurement).where(eq(measurement.id, measurementId))
  if (!found) throw new Refusal('not-found')
  return { ...found, metric: await loadMetric(read, found.metricId) }
}
export type MeasurementRow = Awaited<ReturnType<typeof loadMeasurement>>

/** Managers and mentors check what a laureate says. */
export function verifies(actor: Actor, { mentored }: MeasuredProgramme): boolean {
  return manager(actor) || (actor !== null && mentored)
}

/** The days a period may lie in. */
export function timeOf({ startsOn, months, followUps }: Pick<MeasuredProgramme, 'startsOn' | 'months' | 'followUps'>, now: Date): MeasuredTime {
  return { startsOn, lastOn: addMonths(startsOn, Math.max(months, ...followUps)), today: parisDate(now) }
}

/** Refuses what is not sound with each field and its code; a value that surprises, until it is explained. */
export function requireSound(metric: MetricRow, form: Measurement & { unit?: string | null }, now: Date): void {
  const faults = measurementFaults(metric, form, timeOf(metric.programme, now))
  if (faults.length > 0) throw new Refusal('invalid', { faults: faults.map(({ field, code }) => ({ path: field, code })) })
}

/** Refuses a file that is not one of the programme's documents. */
export async function requireDocument(read: Reader, programmeId: string, fileId: string | null): Promise<void> {
  if (fileId === null) return
  const [found] = await read.select({ id: file.id }).from(programmeDocument).innerJoin(file, eq(file.id, programmeDocument.fileId)).where(and(eq(programmeDocument.programmeId, programmeId), eq(file.id, fileId)))
  if (!found) throw new Refusal('invalid', { faults: [{ path: 'fileId', code: 'invalid_value' }] })
}

type Changes = Partial<typeof measurement.$inferInsert>

/** Changes a measurement if it still is the version in view. Throws `conflict` for `measurement-changed`. */
export async function takeMeasurementTurn(tx: Transaction, { id }: { id: string }, version: number, changes: Changes): Promise<void> {
  const [taken] = await tx.update(measurement).set({ ...changes, version: version + 1 }).where(and(eq(measurement.id, id), eq(measurement.version, version))).returning({ id: measurement.id })
  if (!taken) throw new Refusal('conflict', { reason: 'measurement-changed' })
}
