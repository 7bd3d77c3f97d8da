import { and, eq, sql } from 'drizzle-orm'
import { programmeMetric } from '#db/schema/programme-metric.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { definitionGaps } from '#lib/domain/metric-definition.ts'
import { command } from '#lib/server/command.ts'
import { loadMetric, metricTurn, shapes } from '#lib/server/programme-metric/load-metric.ts'
import { stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Agrees to a metric exactly as read, for one's own side. Once laureate and managers both have, it is locked. Refused with
 * `conflict` for `metric-changed`, `metric-not-ready` (something is missing) or `metric-two-people` (one person on both sides).
 */
export const agreeMetric = command({
  name: 'programme-metric.agree',
  input: z.object(metricTurn),
  subject: (read, { metricId }) => loadMetric(read, metricId),
  may: (actor, { programme }) => shapes(actor, programme),
  when: ({ programme, lockedAt }) => stillRuns(programme) && lockedAt === null,
  run: async ({ tx, actor, subject, now, note }, { version }) => {
    const { id } = actor as Person
    const forLaureate = editorOf(actor, subject.programme.organisationId)
    if (definitionGaps(subject).length > 0) throw new Refusal('conflict', { reason: 'metric-not-ready' })
    // Asked of the row as it is when it is written: the other side may be agreeing at this moment.
    const [mine, other, otherBy] = forLaureate
      ? [{ laureateAgreedAt: now, laureateAgreedBy: id }, programmeMetric.managerAgreedAt, programmeMetric.managerAgreedBy]
      : [{ managerAgreedAt: now, managerAgreedBy: id }, programmeMetric.laureateAgreedAt, programmeMetric.laureateAgreedBy]
    const [agreed] = await tx
      .update(programmeMetric)
      .set({ ...mine, lockedAt: sql`case when ${other} is not null then ${now.toISOString()}::timestamptz end` })
      .where(and(eq(programmeMetric.id, subject.id), eq(programmeMetric.version, version), sql`${otherBy} is distinct from ${id}::uuid`))
      .returning({ lockedAt: programmeMetric.lockedAt })
    if (!agreed) throw new Refusal('conflict', { reason: (forLaureate ? subject.managerAgreedBy : subject.laureateAgreedBy) === id ? 'metric-two-people' : 'metric-changed' })
    note({ subject: subject.programmeId, detail: { metric: subject.id, version, side: forLaureate ? 'laureate' : 'manager', locked: agreed.lockedAt !== null } })
    return { programmeId: subject.programmeId, metricId: subject.id, locked: agreed.lockedAt !== null }
  },
})
