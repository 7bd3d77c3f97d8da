import { editorOf, manager, memberOf, signedIn } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { askedProgramme, loadProgramme } from '#lib/server/programme/load-programme.ts'
import { readCheckIns, readCommitments, readDocuments, readMentors, readMetrics, readMilestones, readSessions } from '#lib/server/programme/read-parts.ts'
import { query } from '#lib/server/query.ts'

/**
 * A laureate's programme whole, as the person asking may read it: its laureate, its mentors and its managers see the same
 * plan, but for what is the laureate's own paper until submitted.
 */
export const showProgramme = query({
  name: 'programme.show',
  input: askedProgramme,
  may: signedIn,
  read: async ({ tx, actor, now }, { programmeId }) => {
    const its = await loadProgramme(tx, programmeId)
    const [milestones, checkIns, mentors, sessions, metrics, commitments, documents] = await Promise.all([
      readMilestones(tx, programmeId), readCheckIns(tx, programmeId), readMentors(tx, programmeId), readSessions(tx, programmeId), readMetrics(tx, programmeId), readCommitments(tx, programmeId), readDocuments(tx, programmeId),
    ])
    const viewer = { isLaureate: memberOf(actor, its.organisationId), mayWrite: editorOf(actor, its.organisationId), manages: manager(actor), mentorId: mentors.find(({ personId, endedAt }) => personId === actor?.id && endedAt === null)?.id ?? null }
    return { now, today: parisDate(now), viewer, programme: its, milestones, checkIns, mentors, sessions, metrics, commitments, documents }
  },
})
export type ShownProgramme = Awaited<ReturnType<typeof showProgramme>>
