import { sql } from 'drizzle-orm'
import type { Person } from '#lib/domain/access.ts'
import { givenReason } from '#lib/domain/entered-measurement.ts'
import { command } from '#lib/server/command.ts'
import { loadMeasurement, measurementTurn, takeMeasurementTurn, verifies } from '#lib/server/measurement/load-measurement.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Verifies what somebody else submitted; from then on it never changes. Refused with `conflict` for `own-measurement`; `closed` unless it is submitted. */
export const verifyMeasurement = command({
  name: 'measurement.verify',
  input: z.object(measurementTurn),
  subject: (read, { measurementId }) => loadMeasurement(read, measurementId),
  may: (actor, { metric }) => verifies(actor, metric.programme),
  when: ({ state }) => state === 'submitted',
  run: async ({ tx, actor, subject, now, note }, { version }) => {
    const { id: verifiedBy } = actor as Person
    if (subject.submittedBy === verifiedBy) throw new Refusal('conflict', { reason: 'own-measurement' })
    await takeMeasurementTurn(tx, subject, version, { state: 'verified', verifiedBy, verifiedAt: now })
    note({ subject: subject.programmeId, detail: { metric: subject.metricId, measurement: subject.id } })
    return { programmeId: subject.programmeId, metricId: subject.metricId }
  },
})

/** Sends back what was submitted, with a reason its writers read: it is their draft again. Refused as `measurement.verify`. */
export const returnMeasurement = command({
  name: 'measurement.return',
  input: z.object({ ...measurementTurn, reason: givenReason }),
  subject: (read, { measurementId }) => loadMeasurement(read, measurementId),
  may: (actor, { metric }) => verifies(actor, metric.programme),
  when: ({ state }) => state === 'submitted',
  run: async ({ tx, actor, subject, note }, { version, reason }) => {
    if (subject.submittedBy === (actor as Person).id) throw new Refusal('conflict', { reason: 'own-measurement' })
    const [done] = await tx.execute<{ done: boolean }>(sql`select portal.return_measurement(${subject.id}::uuid, ${version}::int, ${reason}) as done`)
    if (!done?.done) throw new Refusal('conflict', { reason: 'measurement-changed' })
    note({ subject: subject.programmeId, detail: { metric: subject.metricId, measurement: subject.id } })
    return { programmeId: subject.programmeId, metricId: subject.metricId }
  },
})
