import { and, asc, desc, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { callPartner } from '#db/schema/call.ts'
import { checkIn, checkInAnswer } from '#db/schema/check-in.ts'
import { organisation } from '#db/schema/organisation.ts'
import { measurement, programmeMetric } from '#db/schema/programme-metric.ts'
import { milestone } from '#db/schema/programme.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { askedMilestones, checkInContent, dueMetrics } from '#lib/domain/check-in-content.ts'
import { askedCheckIn, isWritten, loadCheckIn } from '#lib/server/check-in/load-check-in.ts'
import { command } from '#lib/server/command.ts'
import { noteFollower } from '#lib/server/programme/load-side.ts'

/**
 * One month's check-in: what it says, what it asks about, what was said the time before, and the answers to it. `editable`
 * tells whether whoever asks may write it now. That a mentor or manager opened it is written down. Throws `not-found`.
 */
export const openCheckIn = command({
  name: 'check-in.open',
  unrecorded: true,
  input: askedCheckIn,
  subject: (read, { checkInId }, actor) => loadCheckIn(read, checkInId, actor),
  may: signedIn,
  run: async ({ tx, actor, subject, now }) => {
    const { checkIn: its, programme, call, side, mayWrite } = subject
    await noteFollower(tx, subject, actor as Person, 'programme', now)
    const ofProgramme = eq(milestone.programmeId, programme.id)
    const [milestones, metrics, partners, answers, last] = await Promise.all([
      tx.select({ id: milestone.id, month: milestone.month, title: milestone.title, dueOn: milestone.dueOn, doneAt: milestone.doneAt, acceptedAt: milestone.acceptedAt }).from(milestone).where(ofProgramme).orderBy(asc(milestone.position)),
      readMetrics(tx, programme.id),
      tx.select({ id: organisation.id, name: organisation.name }).from(callPartner).innerJoin(organisation, eq(organisation.id, callPartner.organisationId)).where(eq(callPartner.callId, programme.callId)).orderBy(asc(callPartner.position)),
      tx.select({ id: checkInAnswer.id, personName: checkInAnswer.personName, organisationName: checkInAnswer.organisationName, text: checkInAnswer.text, answeredAt: checkInAnswer.answeredAt }).from(checkInAnswer).where(eq(checkInAnswer.checkInId, its.id)).orderBy(asc(checkInAnswer.answeredAt)),
      readLast(tx, programme.id, its.month),
    ])
    const said = Object.keys(its.progress)
    const due = dueMetrics(metrics, its.month)
    return {
      id: its.id,
      now,
      version: its.version,
      savedAt: its.savedAt,
      content: checkInContent(its),
      editable: mayWrite && isWritten(subject, now) ? ('all' as const) : [],
      month: its.month, opensOn: its.opensOn, dueOn: its.dueOn, submittedAt: its.submittedAt,
      skipped: its.skippedAt && { at: its.skippedAt, reason: its.skipReason },
      programme: { id: programme.id, solution: programme.solution, organisationName: programme.organisationName, months: programme.months },
      call, side, mayWrite, isRunning: subject.isRunning,
      milestones: its.submittedAt === null ? askedMilestones(milestones, its.month) : milestones.filter(({ id, acceptedAt }) => said.includes(id) && !wasAccepted(acceptedAt, its.submittedAt)),
      metrics: its.submittedAt === null ? due : due.filter(({ id }) => its.figures[id] !== undefined),
      partners, answers, last,
    }
  },
})
export type OpenedCheckIn = Awaited<ReturnType<typeof openCheckIn>>

/** What was accepted before is carried over from month to month and not asked about: the check-in says nothing of it. */
function wasAccepted(acceptedAt: Date | null, submittedAt: Date | null): boolean {
  return acceptedAt !== null && submittedAt !== null && acceptedAt < submittedAt
}

/** What the check-in before said, if it was submitted: its notes stand beside, its figures too. */
async function readLast(read: Reader, programmeId: string, month: number) {
  const [last] = await read
    .select({ month: checkIn.month, progress: checkIn.progress, blockers: checkIn.blockers, mood: checkIn.mood })
    .from(checkIn)
    .where(and(eq(checkIn.programmeId, programmeId), lt(checkIn.month, month), isNotNull(checkIn.submittedAt)))
    .orderBy(desc(checkIn.month))
    .limit(1)
  return last ?? null
}

/** A programme's metrics, each with its last measurement as its reader sees it. */
async function readMetrics(read: Reader, programmeId: string) {
  const metrics = await read
    .select({
      id: programmeMetric.id, name: programmeMetric.name, measure: programmeMetric.measure, unit: programmeMetric.unit, numerator: programmeMetric.numerator, denominator: programmeMetric.denominator,
      baseline: programmeMetric.baseline, target: programmeMetric.target, schedule: programmeMetric.schedule,
    })
    .from(programmeMetric)
    .where(eq(programmeMetric.programmeId, programmeId))
    .orderBy(asc(programmeMetric.position))
  const values = metrics.length === 0 ? [] : await read
    .selectDistinctOn([measurement.metricId], { metricId: measurement.metricId, value: measurement.value, numerator: measurement.numerator, denominator: measurement.denominator, n: measurement.n, periodEnd: measurement.periodEnd })
    .from(measurement)
    .where(inArray(measurement.metricId, metrics.map(({ id }) => id)))
    .orderBy(measurement.metricId, desc(measurement.periodEnd), desc(measurement.recordedAt))
  return metrics.map((metric) => Object.assign(metric, { last: values.find(({ metricId }) => metricId === metric.id) ?? null }))
}
