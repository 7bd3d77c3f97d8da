import type { Sql } from 'postgres'
import { addMentor, makeProgramme, type MadeProgramme } from '#tests/factories/programme.ts'
import { type Seated, seatPerson } from '#tests/factories/person.ts'

/** A laureate's programme with everybody around it, in houses of their own. */
export type Followed = MadeProgramme & { call: { id: string; slug: string }; people: Record<'owner' | 'member' | 'reader' | 'manager' | 'mentor' | 'chief' | 'partner', Seated> }

/** Begins the programme on a day, by default five months ago less five days, with a mentor who accepted and a partner's owner beside. */
export async function makeFollowed(admin: Sql, startsOn?: string): Promise<Followed> {
  const owner = await seatPerson(admin, { name: 'Owner', organisation: { name: 'Une jeune pousse', kind: 'start-up' } })
  const house = { organisation: owner.organisation }
  const member = await seatPerson(admin, { name: 'Member', locale: 'en', role: 'member', ...house })
  const reader = await seatPerson(admin, { name: 'Reader', role: 'reader', ...house })
  const manager = await seatPerson(admin, { name: 'Manager', organisation: { name: 'Une équipe', kind: 'operator' } })
  const chief = await seatPerson(admin, { name: 'Chief', organisation: { name: 'Un hôpital', kind: 'hospital' } })
  const partner = await seatPerson(admin, { name: 'Partner', role: 'member', organisation: chief.organisation })
  const mentor = await seatPerson(admin, { name: 'Mentor', role: 'reader', organisation: chief.organisation })
  const made = await makeProgramme(admin, { organisationId: owner.organisation.id, managerId: manager.id, laureateId: owner.id, ...(startsOn !== undefined && { startsOn }) })
  await addMentor(admin, { programmeId: made.id, personId: mentor.id, organisationId: partner.organisation.id, managerId: manager.id })
  return { ...made, people: { owner, member, reader, manager, mentor, chief, partner } }
}
