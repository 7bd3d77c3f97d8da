import { manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { noteOpening } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { askedProgramme, loadProgramme } from '#lib/server/programme/load-programme.ts'
import { readCheckIns, readCommitments, readMentors, readMetrics, readMilestones, readSessions } from '#lib/server/programme/read-parts.ts'
import { readPartnerMembers } from '#lib/server/scorer/add-scorer.ts'

/** One laureate's programme as its managers follow it, and who of the call's partners could mentor it. That it was opened is written down for the laureate, once a day. */
export const showManagedProgramme = command({
  name: 'programme.show-managed',
  unrecorded: true,
  input: askedProgramme,
  subject: (read, { programmeId }) => loadProgramme(read, programmeId),
  may: manager,
  run: async ({ tx, actor, subject: its, now }, { programmeId }) => {
    await noteOpening(tx, actor as Person, programmeId, 'programme', now)
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
