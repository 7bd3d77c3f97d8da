import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { programme } from '#db/schema/programme.ts'
import { programmeMetric } from '#db/schema/programme-metric.ts'
import { type Actor, editorOf, manager } from '#lib/domain/access.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const unknownId = '00000000-0000-0000-0000-000000000000'

/** The metric of an address: anything that cannot be an identifier names nothing. */
export const askedMetric = z.object({ metricId: z.uuid().catch(unknownId) })

export const turn = z.coerce.number().int().min(0).max(2_147_483_647)
/** Which metric a change is for, and the version its writer had in view. */
export const metricTurn = { ...askedMetric.shape, version: turn }

const programmeColumns = {
  id: programme.id, callId: programme.callId, organisationId: programme.organisationId, organisationName: programme.organisationName, number: programme.number, solution: programme.solution,
  startsOn: programme.startsOn, months: programme.months, followUps: programme.followUps, stoppedAt: programme.stoppedAt,
  callSlug: call.slug, callTitle: call.title, demonstration: call.demonstration,
  /** Whether the person asking mentors it, once declared and accepted. */
  mentored: sql<boolean>`coalesce(${programme.id} = any (portal.actor_mentored()), false)`,
}

/** A programme as the wall shows it, and whether it is one's own to verify; `not-found` otherwise. */
export async function loadMeasuredProgramme(read: Reader, programmeId: string) {
  const [found] = await read.select(programmeColumns).from(programme).innerJoin(call, eq(call.id, programme.callId)).where(eq(programme.id, programmeId))
  if (!found) throw new Refusal('not-found')
  return found
}
export type MeasuredProgramme = Awaited<ReturnType<typeof loadMeasuredProgramme>>

/** A metric with its programme, as the wall shows it; `not-found` otherwise. One statement. */
export async function loadMetric(read: Reader, metricId: string) {
  const [found] = await read
    .select({ ...getTableColumns(programmeMetric), programme: programmeColumns })
    .from(programmeMetric)
    .innerJoin(programme, eq(programme.id, programmeMetric.programmeId))
    .innerJoin(call, eq(call.id, programme.callId))
    .where(eq(programmeMetric.id, metricId))
  if (!found) throw new Refusal('not-found')
  return found
}
export type MetricRow = Awaited<ReturnType<typeof loadMetric>>

/** The metrics of a programme in their order. */
export function readMetrics(read: Reader, programmeId: string) {
  return read.select().from(programmeMetric).where(eq(programmeMetric.programmeId, programmeId)).orderBy(asc(programmeMetric.position), asc(programmeMetric.id))
}

/** Laureate and managers shape a metric together. */
export function shapes(actor: Actor, { organisationId }: MeasuredProgramme): boolean {
  return editorOf(actor, organisationId) || manager(actor)
}

type Changes = Partial<typeof programmeMetric.$inferInsert>

/**
 * Takes its writer's turn: changes the metric and raises its version if it still is the one in view. Throws `conflict` for
 * `metric-changed` with the version that stands, so that nobody overwrites or agrees to what they have not seen.
 */
export async function takeMetricTurn(tx: Transaction, { id }: MetricRow, version: number, changes: Changes): Promise<void> {
  const [taken] = await tx.update(programmeMetric).set({ ...changes, version: version + 1 }).where(and(eq(programmeMetric.id, id), eq(programmeMetric.version, version))).returning({ id: programmeMetric.id })
  if (taken) return
  const [now] = await tx.select({ version: programmeMetric.version }).from(programmeMetric).where(eq(programmeMetric.id, id))
  throw new Refusal('conflict', { reason: 'metric-changed', current: { version: now?.version } })
}
