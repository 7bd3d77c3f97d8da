import { manager } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { askedProgramme, loadProgramme } from '#lib/server/programme/load-programme.ts'
import { readCheckIns, readCommitments, readMentors, readMetrics, readMilestones, readSessions } from '#lib/server/programme/read-parts.ts'
import { query } from '#lib/server/query.ts'
import { readPartnerMembers } from '#lib/server/scorer/add-scorer.ts'

/** One laureate's programme as its managers follow it, and who of the call's partners could mentor it. */
export const showManagedProgramme = query({
  name: 'programme.show-managed',
  input: askedProgramme,
  may: manager,
  read: async ({ tx, now }, { programmeId }) => {
    const its = await loadProgramme(tx, programmeId)
    const [milestones, checkIns, mentors, sessions, metrics, commitments, members] = await Promise.all([
      readMilestones(tx, programmeId), readCheckIns(tx, programmeId), readMentors(tx, programmeId), readSessions(tx, programmeId), readMetrics(tx, programmeId), readCommitments(tx, programmeId), readPartnerMembers(tx, its.callId),
    ])
    const candidates = members
      .filter(({ personId }) => !mentors.some((each) => each.personId === personId && each.endedAt === null))
      .map(({ personId, name, organisationId, organisation }) => ({ personId, name, organisationId, organisation }))
    return { today: parisDate(now), programme: its, milestones, checkIns, mentors, sessions, metrics, commitments, candidates }
  },
})
export type ManagedProgramme = Awaited<ReturnType<typeof showManagedProgramme>>
