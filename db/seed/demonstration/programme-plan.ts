import type { Stage } from '#db/seed/demonstration/programmes.ts'
import { addDays } from '#lib/domain/day.ts'
import { chooseTime, noteSession } from '#lib/server/mentoring-session/choose-time.ts'
import { proposeSession } from '#lib/server/mentoring-session/propose-session.ts'
import { acceptMilestone, moveMilestone } from '#lib/server/milestone/accept-milestone.ts'
import { finishMilestone } from '#lib/server/milestone/finish-milestone.ts'

/** Milestones done, accepted, moved; sessions agreed and held. */
export async function playPlan(stage: Stage): Promise<void> {
  const { told, managerId, ownerId, at, now } = stage
  const find = async (position: number) => (await now()).milestones.find((each) => each.position === position)
  for (const { at: position, day, by, reason } of told.moves) {
    const its = await find(position)
    if (its && its.moves.length === 0) await moveMilestone(at(managerId, day, '12:00'), { milestoneId: its.id, version: its.version, dueOn: addDays(its.dueOn, by), reason })
  }
  for (const { at: position, done, evidence, accepted } of told.milestones) {
    const its = await find(position)
    if (its?.doneAt === null) await finishMilestone(at(ownerId, done, '16:00'), { milestoneId: its.id, evidence })
    const finished = await find(position)
    if (finished && finished.acceptedAt === null && accepted !== undefined) await acceptMilestone(at(managerId, accepted, '09:30'), { milestoneId: finished.id, version: finished.version })
  }
  for (const session of told.sessions) await playSession(stage, session)
}

/** The laureate proposes two times, the mentor takes the first and keeps notes for both. */
async function playSession({ told, programmeId, ownerId, person, at, clock, now }: Stage, { proposed, held, subject, minutes, place, notes }: Stage['told']['sessions'][number]): Promise<void> {
  const mentor = person(told.mentors[0]?.partner ?? '')
  const find = async () => (await now()).sessions.find((each) => each.subject === subject)
  if (!(await find())) await proposeSession(at(ownerId, proposed, '11:30'), { programmeId, mentorId: '', subject, minutes, place: place ?? '', times: [clock(held, '14:00'), clock(held + 1, '09:00')] })
  const made = await find()
  if (made?.startsAt === null && made.proposedTimes[0]) await chooseTime(at(mentor, proposed + 1, '19:00'), { sessionId: made.id, time: made.proposedTimes[0] })
  const agreed = await find()
  if (agreed && notes !== undefined && agreed.sharedNotes === null) await noteSession(at(mentor, held, '18:30'), { sessionId: agreed.id, version: agreed.version, notes })
}
