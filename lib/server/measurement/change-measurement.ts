import { and, eq } from 'drizzle-orm'
import { measurement } from '#db/schema/programme-metric.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { enteredMeasurement, ticked } from '#lib/domain/entered-measurement.ts'
import { command } from '#lib/server/command.ts'
import { loadMeasurement, measurementTurn, requireDocument, requireSound, takeMeasurementTurn } from '#lib/server/measurement/load-measurement.ts'
import { stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Writes a draft again, and submits it at once where asked; judged then as when it is entered. `closed` once it is submitted. */
export const changeMeasurement = command({
  name: 'measurement.change',
  input: enteredMeasurement.extend({ ...measurementTurn, submit: ticked }),
  subject: (read, { measurementId }) => loadMeasurement(read, measurementId),
  may: (actor, { metric }) => editorOf(actor, metric.programme.organisationId),
  when: ({ state, metric }, _now, { submit }) => stillRuns(metric.programme) && state === 'draft' && (!submit || metric.lockedAt !== null),
  run: async ({ tx, actor, subject, now, note }, { measurementId: _id, version, submit, ...form }) => {
    await requireDocument(tx, subject.programmeId, form.fileId)
    if (submit) requireSound(subject.metric, form, now)
    await takeMeasurementTurn(tx, subject, version, form)
    if (submit) await takeMeasurementTurn(tx, subject, version + 1, { state: 'submitted', submittedBy: (actor as Person).id, submittedAt: now, returnedReason: null })
    note({ subject: subject.programmeId, detail: { metric: subject.metricId, measurement: subject.id, state: submit ? 'submitted' : 'draft' } })
    return { programmeId: subject.programmeId, metricId: subject.metricId }
  },
})

/** Submits a draft as it stands: sound and, where it surprises, explained. From then on it is its readers' to verify. */
export const submitMeasurement = command({
  name: 'measurement.submit',
  input: z.object(measurementTurn),
  subject: (read, { measurementId }) => loadMeasurement(read, measurementId),
  may: (actor, { metric }) => editorOf(actor, metric.programme.organisationId),
  when: ({ state, metric }) => stillRuns(metric.programme) && state === 'draft' && metric.lockedAt !== null,
  run: async ({ tx, actor, subject, now, note }, { version }) => {
    requireSound(subject.metric, subject, now)
    await takeMeasurementTurn(tx, subject, version, { state: 'submitted', submittedBy: (actor as Person).id, submittedAt: now, returnedReason: null })
    note({ subject: subject.programmeId, detail: { metric: subject.metricId, measurement: subject.id } })
    return { programmeId: subject.programmeId, metricId: subject.metricId }
  },
})

/** Throws a draft away, for good. `closed` once it is submitted. */
export const discardMeasurement = command({
  name: 'measurement.discard',
  input: z.object(measurementTurn),
  subject: (read, { measurementId }) => loadMeasurement(read, measurementId),
  may: (actor, { metric }) => editorOf(actor, metric.programme.organisationId),
  when: ({ state }) => state === 'draft',
  run: async ({ tx, subject, note }, { version }) => {
    const [gone] = await tx.delete(measurement).where(and(eq(measurement.id, subject.id), eq(measurement.version, version))).returning({ id: measurement.id })
    if (!gone) throw new Refusal('conflict', { reason: 'measurement-changed' })
    note({ subject: subject.programmeId, detail: { metric: subject.metricId, measurement: subject.id } })
    return { programmeId: subject.programmeId, metricId: subject.metricId }
  },
})
