import { and, count, eq, max } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { measurement, programmeMetric } from '#db/schema/programme-metric.ts'
import { currentRupture, estimate, ruptureVersion } from '#db/schema/rupture.ts'
import { definitionLimits, metricDefinition } from '#lib/domain/metric-definition.ts'
import { command } from '#lib/server/command.ts'
import { loadMetric, loadMeasuredProgramme, metricTurn, shapes, takeMetricTurn } from '#lib/server/programme-metric/load-metric.ts'
import { askedProgramme, stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Refuses a national figure that is not of the metric's rupture. */
export async function requireEstimateOf(read: Reader, ruptureId: string, estimateId: string | null): Promise<void> {
  if (estimateId === null) return
  const [found] = await read.select({ id: estimate.id }).from(estimate).innerJoin(ruptureVersion, eq(ruptureVersion.id, estimate.ruptureVersionId)).where(and(eq(estimate.id, estimateId), eq(ruptureVersion.ruptureId, ruptureId)))
  if (!found) throw new Refusal('invalid', { faults: [{ path: 'nationalEstimateId', code: 'invalid_value' }] })
}

/** Adds a metric to a programme, on any rupture, beside those its claims brought. Refused with `conflict` for `too-many-metrics`. */
export const addMetric = command({
  name: 'programme-metric.add',
  input: z.intersection(askedProgramme.extend({ ruptureId: z.uuid() }), metricDefinition),
  subject: (read, { programmeId }) => loadMeasuredProgramme(read, programmeId),
  may: shapes,
  when: stillRuns,
  run: async ({ tx, subject, note }, { programmeId: _programme, ruptureId, ...definition }) => {
    const [known] = await tx.select({ id: currentRupture.ruptureId }).from(currentRupture).where(eq(currentRupture.ruptureId, ruptureId))
    if (!known) throw new Refusal('invalid', { faults: [{ path: 'ruptureId', code: 'invalid_value' }] })
    await requireEstimateOf(tx, ruptureId, definition.nationalEstimateId)
    const [held] = await tx.select({ count: count(), last: max(programmeMetric.position) }).from(programmeMetric).where(eq(programmeMetric.programmeId, subject.id))
    if ((held?.count ?? 0) >= definitionLimits.metrics) throw new Refusal('conflict', { reason: 'too-many-metrics' })
    const [made] = await tx.insert(programmeMetric).values({ ...definition, programmeId: subject.id, ruptureId, position: (held?.last ?? -1) + 1 }).returning({ id: programmeMetric.id })
    note({ subject: subject.id, detail: { metric: made?.id, rupture: ruptureId } })
    return { id: (made as { id: string }).id }
  },
})

/** Shapes a metric nobody is bound by yet. What either side had agreed to meant something else: both agree anew. `closed` once locked. */
export const shapeMetric = command({
  name: 'programme-metric.shape',
  input: z.intersection(z.object(metricTurn), metricDefinition),
  subject: (read, { metricId }) => loadMetric(read, metricId),
  may: (actor, { programme }) => shapes(actor, programme),
  when: ({ programme, lockedAt }) => stillRuns(programme) && lockedAt === null,
  run: async ({ tx, subject, note }, { metricId: _metric, version, ...definition }) => {
    await requireEstimateOf(tx, subject.ruptureId, definition.nationalEstimateId)
    await takeMetricTurn(tx, subject, version, { ...definition, laureateAgreedAt: null, laureateAgreedBy: null, managerAgreedAt: null, managerAgreedBy: null })
    note({ subject: subject.programmeId, detail: { metric: subject.id, version: version + 1 } })
    return { programmeId: subject.programmeId, metricId: subject.id }
  },
})

/** Takes away a metric that is not locked and that nothing was measured for: otherwise it stays, `closed` or `conflict` for `metric-measured`. */
export const removeMetric = command({
  name: 'programme-metric.remove',
  input: z.object({ ...metricTurn, confirmed: z.literal('yes') }),
  subject: (read, { metricId }) => loadMetric(read, metricId),
  may: (actor, { programme }) => shapes(actor, programme),
  when: ({ programme, lockedAt }) => stillRuns(programme) && lockedAt === null,
  run: async ({ tx, subject, note }, { version }) => {
    await takeMetricTurn(tx, subject, version, {})
    if ((await tx.$count(measurement, eq(measurement.metricId, subject.id))) > 0) throw new Refusal('conflict', { reason: 'metric-measured' })
    await tx.delete(programmeMetric).where(eq(programmeMetric.id, subject.id))
    note({ subject: subject.programmeId, detail: { metric: subject.id, name: 'removed' } })
    return { programmeId: subject.programmeId }
  },
})
