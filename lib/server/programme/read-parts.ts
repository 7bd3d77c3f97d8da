import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { checkIn, checkInAnswer } from '#db/schema/check-in.ts'
import { commitment, delivery } from '#db/schema/commitment.ts'
import { file } from '#db/schema/file.ts'
import { mentor, mentoringSession } from '#db/schema/mentor.ts'
import { milestone, milestoneMove, programmeDocument } from '#db/schema/programme.ts'
import { amendment, measurement, programmeMetric } from '#db/schema/programme-metric.ts'

/** Milestones in the order of their days, each with how its day was moved, oldest first. */
export async function readMilestones(read: Reader, programmeId: string) {
  const [milestones, moves] = await Promise.all([
    read.select().from(milestone).where(eq(milestone.programmeId, programmeId)).orderBy(asc(milestone.dueOn), asc(milestone.position)),
    read.select().from(milestoneMove).where(eq(milestoneMove.programmeId, programmeId)).orderBy(asc(milestoneMove.movedAt), asc(milestoneMove.id)),
  ])
  return milestones.map((its) => Object.assign(its, { moves: moves.filter(({ milestoneId }) => milestoneId === its.id) }))
}

/** Check-ins by month, each with its answers; what others may not read yet is not there. */
export async function readCheckIns(read: Reader, programmeId: string) {
  const [checkIns, answers] = await Promise.all([
    read.select().from(checkIn).where(eq(checkIn.programmeId, programmeId)).orderBy(asc(checkIn.month)),
    read.select().from(checkInAnswer).where(eq(checkInAnswer.programmeId, programmeId)).orderBy(asc(checkInAnswer.answeredAt), asc(checkInAnswer.id)),
  ])
  return checkIns.map((its) => Object.assign(its, { answers: answers.filter(({ checkInId }) => checkInId === its.id) }))
}

/** Mentors in the order they were named, those ended included. */
export function readMentors(read: Reader, programmeId: string) {
  return read.select().from(mentor).where(eq(mentor.programmeId, programmeId)).orderBy(asc(mentor.addedAt), asc(mentor.id))
}

/** Sessions, those to come first. */
export function readSessions(read: Reader, programmeId: string) {
  return read.select().from(mentoringSession).where(eq(mentoringSession.programmeId, programmeId)).orderBy(desc(sql`coalesce(${mentoringSession.startsAt}, ${mentoringSession.proposedAt})`), asc(mentoringSession.id))
}

/** Metrics in their order, each with its amendments and its measurements by period. */
export async function readMetrics(read: Reader, programmeId: string) {
  const [metrics, amendments, measurements] = await Promise.all([
    read.select().from(programmeMetric).where(eq(programmeMetric.programmeId, programmeId)).orderBy(asc(programmeMetric.position)),
    read.select().from(amendment).where(eq(amendment.programmeId, programmeId)).orderBy(asc(amendment.sequence)),
    read.select().from(measurement).where(eq(measurement.programmeId, programmeId)).orderBy(asc(measurement.periodEnd), asc(measurement.recordedAt)),
  ])
  return metrics.map((its) => Object.assign(its, { changes: amendments.filter(({ metricId }) => metricId === its.id), measurements: measurements.filter(({ metricId }) => metricId === its.id) }))
}

/** Files of a programme, newest first. */
export function readDocuments(read: Reader, programmeId: string) {
  return read
    .select({ id: file.id, name: file.name, mediaType: file.mediaType, size: file.size, milestoneId: programmeDocument.milestoneId, addedAt: programmeDocument.addedAt })
    .from(programmeDocument)
    .innerJoin(file, eq(file.id, programmeDocument.fileId))
    .where(eq(programmeDocument.programmeId, programmeId))
    .orderBy(desc(programmeDocument.addedAt))
}

/** How much of a commitment was given, in its unit. Named whole: where one table is read, its columns lose their table's name. */
export const given = sql<number>`(select coalesce(sum(d.amount), 0) from ${delivery} d where d.commitment_id = ${sql.raw('commitment.id')})`.mapWith(Number)

/** What partners promised to this laureate, with how much of it was given. */
export function readCommitments(read: Reader, programmeId: string) {
  return read
    .select({ id: commitment.id, organisationId: commitment.organisationId, organisationName: commitment.organisationName, kind: commitment.kind, title: commitment.title, ownerName: commitment.ownerName, amount: commitment.amount, given, unit: commitment.unit, dueOn: commitment.dueOn, state: commitment.state, note: commitment.note })
    .from(commitment)
    .where(eq(commitment.programmeId, programmeId))
    .orderBy(asc(commitment.dueOn), asc(commitment.id))
}
