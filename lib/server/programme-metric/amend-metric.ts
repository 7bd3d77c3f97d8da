import { amendment } from '#db/schema/programme-metric.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { draftProse, required } from '#lib/domain/form-text.ts'
import { definitionChanges, definitionGaps, definitionLimits, definitionOf, metricDefinition } from '#lib/domain/metric-definition.ts'
import { command } from '#lib/server/command.ts'
import { loadMetric, metricTurn, takeMetricTurn } from '#lib/server/programme-metric/load-metric.ts'
import { requireEstimateOf } from '#lib/server/programme-metric/shape-metric.ts'
import { stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Changes a locked metric by a dated amendment that says what, from and to, and why, and is published with the results.
 * Managers amend; whole it was and whole it stays (`missing` at each gap). Refused with `conflict` for `nothing-changed`.
 */
export const amendMetric = command({
  name: 'programme-metric.amend',
  input: z.intersection(z.object({ ...metricTurn, reason: draftProse.pipe(required(definitionLimits.reason)) }), metricDefinition),
  subject: (read, { metricId }) => loadMetric(read, metricId),
  may: manager,
  when: ({ programme, lockedAt }) => stillRuns(programme) && lockedAt !== null,
  run: async ({ tx, actor, subject, now, note }, { metricId: _metric, version, reason, ...definition }) => {
    const gaps = definitionGaps(definition).filter((field) => !definitionGaps(subject).includes(field))
    if (gaps.length > 0) throw new Refusal('invalid', { faults: gaps.map((path) => ({ path, code: 'missing' })) })
    const changes = definitionChanges(definitionOf(subject), definition)
    if (Object.keys(changes).length === 0) throw new Refusal('conflict', { reason: 'nothing-changed' })
    await requireEstimateOf(tx, subject.ruptureId, definition.nationalEstimateId)
    const sequence = subject.amendments + 1
    await tx.insert(amendment).values({ metricId: subject.id, programmeId: subject.programmeId, sequence, changes: changes as Record<string, { from: unknown; to: unknown }>, reason, amendedBy: (actor as Person).id, amendedAt: now })
    await takeMetricTurn(tx, subject, version, { ...definition, amendments: sequence })
    note({ subject: subject.programmeId, detail: { metric: subject.id, amendment: sequence, fields: Object.keys(changes) } })
    return { programmeId: subject.programmeId, metricId: subject.id, sequence }
  },
})
