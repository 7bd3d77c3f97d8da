import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { checkIn, checkInAnswer } from '#db/schema/check-in.ts'
import { mentor, mentoringSession, sessionNote } from '#db/schema/mentor.ts'
import { type Person, signedIn } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { readConsultations } from '#lib/server/application/filing-parts.ts'
import { command } from '#lib/server/command.ts'
import { askedProgramme, loadSide, noteFollower } from '#lib/server/programme/load-side.ts'
import { readDocuments } from '#lib/server/programme/read-documents.ts'
import { readCommitments, readMetrics, readMilestones } from '#lib/server/programme/read-parts.ts'
import { proposedByOwnSide } from '#lib/server/mentoring-session/load-session.ts'

/**
 * All of a laureate's programme as one of its people, a mentor or a manager reads it: milestones with their history,
 * check-ins, mentors, sessions with one's own notes, commitments against what was given, metrics, documents, and for the
 * laureate who opened it. That somebody else opened it is written down, once a day. Throws `not-found`.
 */
export const openProgramme = command({
  name: 'programme.open',
  unrecorded: true,
  input: askedProgramme,
  subject: (read, { programmeId }, actor) => loadSide(read, programmeId, actor),
  may: signedIn,
  run: async ({ tx, actor, subject, now }, { programmeId }) => {
    const { programme, call, side, mayWrite, isRunning, ownMentor } = subject
    const me = (actor as Person).id
    await noteFollower(tx, subject, actor as Person, 'programme', now)
    const [milestones, checkIns, mentors, sessions, commitments, metrics, documents, consultations] = await Promise.all([
      readMilestones(tx, programmeId), readCheckIns(tx, programmeId), readMentorsShown(tx, programmeId), readSessions(tx, programmeId, me), readCommitments(tx, programmeId), readMetrics(tx, programmeId),
      readDocuments(tx, programmeId), side === 'laureate' ? readConsultations(tx, programmeId) : [],
    ])
    return {
      now, today: parisDate(now), side, mayWrite, isRunning, ownMentorId: ownMentor?.id ?? null, programme, call, milestones, checkIns, mentors, commitments, metrics, documents,
      sessions: sessions.map(({ session, mentor: its, ownNote }) => Object.assign(session, { mentorName: its.name ?? its.email, ownNote, isOwnProposal: proposedByOwnSide({ session, mentor: its, side }) })),
      consultations: consultations.filter(({ part }) => part.startsWith('programme')),
      administrator: (actor as Person).administrator,
    }
  },
})
export type OpenedProgramme = Awaited<ReturnType<typeof openProgramme>>

/** Every month's check-in, as far as its reader sees it; of what is not submitted only the laureate has the version. */
async function readCheckIns(read: Reader, programmeId: string) {
  return read
    .select({
      id: checkIn.id, month: checkIn.month, opensOn: checkIn.opensOn, dueOn: checkIn.dueOn, version: checkIn.version, mood: checkIn.mood, submittedAt: checkIn.submittedAt, skippedAt: checkIn.skippedAt, skipReason: checkIn.skipReason,
      answers: sql<number>`(select count(*)::int from ${checkInAnswer} a where a.check_in_id = ${sql.raw('check_in.id')})`,
    })
    .from(checkIn)
    .where(eq(checkIn.programmeId, programmeId))
    .orderBy(asc(checkIn.month))
}

function readMentorsShown(read: Reader, programmeId: string) {
  return read
    .select({ id: mentor.id, name: mentor.name, email: mentor.email, organisationName: mentor.organisationName, acceptedAt: mentor.acceptedAt })
    .from(mentor)
    .where(and(eq(mentor.programmeId, programmeId), isNull(mentor.endedAt)))
    .orderBy(asc(mentor.addedAt))
}

function readSessions(read: Reader, programmeId: string, personId: string) {
  return read
    .select({ session: mentoringSession, mentor: { personId: mentor.personId, name: mentor.name, email: mentor.email }, ownNote: sessionNote.text })
    .from(mentoringSession)
    .innerJoin(mentor, eq(mentor.id, mentoringSession.mentorId))
    .leftJoin(sessionNote, and(eq(sessionNote.sessionId, mentoringSession.id), eq(sessionNote.personId, personId)))
    .where(eq(mentoringSession.programmeId, programmeId))
    .orderBy(desc(sql`coalesce(${mentoringSession.startsAt}, ${mentoringSession.proposedAt})`))
}
