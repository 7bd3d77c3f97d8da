import type { Stage } from '#db/seed/demonstration/programmes.ts'
import { deliverCommitment, reportCommitment } from '#lib/server/commitment/deliver-commitment.ts'
import { listCallCommitments } from '#lib/server/commitment/list-commitments.ts'
import { recordCommitment } from '#lib/server/commitment/record-commitment.ts'
import { addMentor } from '#lib/server/mentor/add-mentor.ts'
import { acceptMentorship, declineMentorship } from '#lib/server/mentor/answer-mentorship.ts'

/** Mentors named, and what they answered; what partners promised, gave, and did not. */
export async function playPartners(stage: Stage): Promise<void> {
  const { told, programmeId, managerId, organisation, person, at, now } = stage
  for (const { partner, day, reply, replyDay = day + 2 } of told.mentors) {
    const personId = person(partner)
    const known = (await now()).mentors.find((each) => each.personId === personId)
    const mentorId = known?.id ?? (await addMentor(at(managerId, day, '09:00'), { programmeId, member: `${personId}_${organisation(partner)}` })).mentorId
    if (known?.acceptedAt || known?.endedAt) continue
    if (reply === 'accepted') await acceptMentorship(at(personId, replyDay, '18:00'), { mentorId, noLink: 'yes', confidential: 'yes' })
    if (reply === 'no-time') await declineMentorship(at(personId, replyDay, '18:00'), { mentorId, reason: 'no-time' })
  }
  for (const promised of told.commitments) await playCommitment(stage, promised)
}

async function playCommitment({ slug, programmeId, managerId, organisation, person, at, dayOf }: Stage, { partner, kind, title, owner, amount, unit, due, given, unmet }: Stage['told']['commitments'][number]): Promise<void> {
  const find = async () => (await listCallCommitments({ personId: managerId }, { slug })).commitments.find((each) => each.programmeId === programmeId && each.title === title)
  if (!(await find())) await recordCommitment(at(managerId, 2, '15:00'), { slug, organisationId: organisation(partner), kind, title, ownerName: owner ?? '', amount, unit, programmeId, dueOn: dayOf(due) })
  for (const [index, part] of given.entries()) {
    const recorded = await find()
    if (!recorded || index < recorded.deliveries.length) continue
    await deliverCommitment(at(person(partner), part.day, '17:00'), { commitmentId: recorded.id, key: crypto.randomUUID(), amount: part.amount, deliveredOn: dayOf(part.day), note: part.note ?? '' })
  }
  const recorded = await find()
  if (unmet && recorded && recorded.state !== 'unmet') await reportCommitment(at(person(partner), unmet.day, '17:30'), { commitmentId: recorded.id, version: recorded.version, state: 'unmet', note: unmet.note })
}
