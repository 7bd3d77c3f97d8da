import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { measurement } from '#db/schema/programme-metric.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { attemptKey, enteredMeasurement, givenReason, measurementLimits, ticked } from '#lib/domain/entered-measurement.ts'
import { draftLine, optional } from '#lib/domain/form-text.ts'
import { measurementDoubts } from '#lib/domain/measurement.ts'
import { command } from '#lib/server/command.ts'
import { askedMeasurement, loadMeasurement, requireDocument, requireSound } from '#lib/server/measurement/load-measurement.ts'
import { askedMetric, loadMetric, type MetricRow } from '#lib/server/programme-metric/load-metric.ts'
import { stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import type { z } from 'zod'

const figures = enteredMeasurement.extend({ submit: ticked, key: attemptKey, unit: draftLine.nullish().pipe(optional(measurementLimits.method)) })
type Entered = z.output<typeof figures>

/**
 * Enters a value of a metric, as a draft or submitted at once. A submitted one is judged whole: each fault with its field, and
 * a surprising value until it is explained (`unexplained` at `surpriseReason`). The same `key` again enters nothing and is
 * answered the same; `conflict` for `key-reused` when it brought other figures. Before the lock a value stays a draft: `closed`.
 */
export const enterMeasurement = command({
  name: 'measurement.enter',
  input: figures.extend(askedMetric.shape),
  subject: (read, { metricId }) => loadMetric(read, metricId),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: ({ programme, lockedAt }, _now, { submit }) => stillRuns(programme) && (!submit || lockedAt !== null),
  run: async ({ tx, actor, subject, now, note }, { metricId: _metric, ...form }) => {
    const made = await enter(tx, subject, actor as Person, now, form)
    note({ subject: subject.programmeId, detail: { metric: subject.id, measurement: made.id, state: made.state } })
    return { ...made, programmeId: subject.programmeId, metricId: subject.id, doubts: measurementDoubts(subject, form) }
  },
})

/**
 * Corrects what was verified: a new measurement that says what it replaces, and why. The old one stands until somebody else
 * has verified the new one, and stays in the history after. One correction each: `conflict` for `measurement_corrected_once`.
 */
export const correctMeasurement = command({
  name: 'measurement.correct',
  input: figures.extend({ ...askedMeasurement.shape, correctionReason: givenReason }),
  subject: (read, { measurementId }) => loadMeasurement(read, measurementId),
  may: (actor, { metric }) => editorOf(actor, metric.programme.organisationId),
  when: ({ state, metric }) => stillRuns(metric.programme) && state === 'verified',
  run: async ({ tx, actor, subject, now, note }, { measurementId, correctionReason, ...form }) => {
    const made = await enter(tx, subject.metric, actor as Person, now, form, { correctsId: measurementId, correctionReason })
    note({ subject: subject.programmeId, detail: { metric: subject.metricId, measurement: made.id, corrects: measurementId, state: made.state } })
    return { ...made, programmeId: subject.programmeId, metricId: subject.metricId }
  },
})

async function enter(tx: Transaction, metric: MetricRow, { id: recordedBy }: Person, now: Date, { key, submit, unit, ...form }: Entered, replaced: { correctsId: string; correctionReason: string } | null = null) {
  await requireDocument(tx, metric.programmeId, form.fileId)
  if (submit) requireSound(metric, { ...form, unit }, now)
  const kept = { id: measurement.id, state: measurement.state, version: measurement.version, recordedAt: measurement.recordedAt }
  const [made] = await tx
    .insert(measurement)
    .values({ ...form, ...replaced, metricId: metric.id, programmeId: metric.programmeId, idempotencyKey: key, recordedBy, recordedAt: now, state: submit ? 'submitted' : 'draft', ...(submit && { submittedBy: recordedBy, submittedAt: now }) })
    .onConflictDoNothing({ target: [measurement.metricId, measurement.idempotencyKey] })
    .returning(kept)
  if (made) return { ...made, isNew: true }
  const { periodStart, periodEnd, value, numerator, denominator } = form
  const [before] = await tx.select({ ...kept, same: sql<boolean>`(period_start, period_end, value, numerator, denominator) is not distinct from (${periodStart}::date, ${periodEnd}::date, ${value}::float8, ${numerator}::int, ${denominator}::int)` })
    .from(measurement).where(and(eq(measurement.metricId, metric.id), eq(measurement.idempotencyKey, key)))
  if (!before?.same) throw new Refusal('conflict', { reason: 'key-reused' })
  const { same: _same, ...its } = before
  return { ...its, isNew: false }
}
