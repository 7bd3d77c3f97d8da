import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { mentor } from '#db/schema/mentor.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { chosenMentor, mentorEnd } from '#lib/domain/mentor.ts'
import { command } from '#lib/server/command.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { tellLaureate } from '#lib/server/mentor/tell-laureate.ts'
import { askedProgramme, loadProgramme, type ProgrammeRow, stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { readPartnerMembers } from '#lib/server/scorer/add-scorer.ts'
import { z } from 'zod'

/** Tells a mentor by mail that they were named, or are one no longer; the mail names the call, not the laureate. */
async function tell(tx: Transaction, { id, call }: ProgrammeRow, personId: string, senderId: string, kind: 'mentor' | 'mentorEnded'): Promise<void> {
  const all = await tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.mentor_addresses(${id}::uuid)`)
  await writeMails(tx, all.filter((each) => each.personId === personId), senderId, (locale) => ({ kind, values: { call: inLocale(call.title, locale), link: pageAddress(locale, '/mentoring') } }))
}

/**
 * Names a member of one of the call's partners as mentor of a laureate: they are told, and see nothing of it before they
 * declared and accepted. Refused with `conflict` for `mentor_current` who mentors already, `mentor_conflicted` where a link stands.
 */
export const addMentor = command({
  name: 'mentor.add',
  input: askedProgramme.extend({ member: chosenMentor }),
  subject: (read, { programmeId }) => loadProgramme(read, programmeId),
  may: manager,
  when: stillRuns,
  run: async ({ tx, actor, subject, now, note }, { member: { personId, organisationId } }) => {
    const found = (await readPartnerMembers(tx, subject.callId)).find((each) => each.personId === personId && each.organisationId === organisationId)
    if (!found) throw new Refusal('not-found')
    const { id: addedBy } = actor as Person
    const [made] = await tx.insert(mentor).values({ programmeId: subject.id, personId, organisationId, organisationName: found.organisation, name: found.name, email: found.email, addedBy, addedAt: now }).returning({ id: mentor.id })
    await tell(tx, subject, personId, addedBy, 'mentor')
    note({ subject: subject.id, detail: { mentor: made?.id, person: personId } })
    return { mentorId: made?.id as string }
  },
})

/**
 * Ends a mentor's work, or a name nobody answered to, and says why: from the next request on they see nothing of the laureate. They
 * are told by mail that it ended, and so is the laureate of one who had accepted: the reason stays among the managers.
 */
export const endMentor = command({
  name: 'mentor.end',
  input: z.object({ mentorId: z.uuid() }).extend(mentorEnd.shape),
  subject: async (read, { mentorId }) => {
    const [found] = await read.select().from(mentor).where(and(eq(mentor.id, mentorId), isNull(mentor.endedAt)))
    if (!found) throw new Refusal('not-found')
    return { ...found, programme: await loadProgramme(read, found.programmeId) }
  },
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { mentorId, reason }) => {
    const { id: endedBy } = actor as Person
    await tell(tx, subject.programme, subject.personId, endedBy, 'mentorEnded')
    if (subject.acceptedAt !== null) await tellLaureate(tx, subject.programme, endedBy, 'mentorLeft')
    await tx.update(mentor).set({ endedAt: now, endedBy, endReason: reason }).where(eq(mentor.id, mentorId))
    note({ subject: subject.programmeId, detail: { mentor: mentorId } })
    return { programmeId: subject.programmeId }
  },
})
