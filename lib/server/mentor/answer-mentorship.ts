import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { conflict } from '#db/schema/conflict.ts'
import { mentor } from '#db/schema/mentor.ts'
import { type Actor, authorOf, type Person, signedIn } from '#lib/domain/access.ts'
import { conflictLimits, declaredReasons } from '#lib/domain/conflict.ts'
import { draftProse, optional } from '#lib/domain/form-text.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { tellLaureate } from '#lib/server/mentor/tell-laureate.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Asked = { mentorId: string; programmeId: string; callId: string; organisationName: string; solution: string; addedAt: string; declaredAt: string | null; acceptedAt: string | null }

/** Whom the actor mentors or is asked to: by name alone, oldest first. */
async function readAsked(read: Reader): Promise<Asked[]> {
  return [...(await read.execute<Asked>(sql`
    select mentor_id as "mentorId", programme_id as "programmeId", call_id as "callId", organisation_name as "organisationName", solution, added_at as "addedAt", declared_at as "declaredAt", accepted_at as "acceptedAt"
    from portal.asked_mentorships() order by added_at`))]
}

async function loadAsked(read: Reader, mentorId: string, actor: Actor) {
  const found = (await readAsked(read)).find((each) => each.mentorId === mentorId)
  if (!found || actor === null) throw new Refusal('not-found')
  return { ...found, personId: actor.id }
}

/** The laureates somebody mentors, and those they are asked to mentor: of these the names alone, until they answered. */
export const listMentorships = query({
  name: 'mentor.list',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, now }) => {
    const asked = await readAsked(tx)
    const shown = asked.map(({ mentorId, programmeId, organisationName, solution, addedAt, acceptedAt }) => ({ mentorId, programmeId, organisationName, solution, addedAt: new Date(addedAt), acceptedAt: acceptedAt === null ? null : new Date(acceptedAt) }))
    return { now, asked: shown.filter(({ acceptedAt }) => acceptedAt === null), mentored: shown.filter(({ acceptedAt }) => acceptedAt !== null) }
  },
})

/**
 * Says that no link of interest stands to a laureate and that what is read of it stays with oneself: from then on its
 * programme is seen, and its people are told by mail. Refused with `conflict` where a link stands, `closed` when said already.
 */
export const acceptMentorship = command({
  name: 'mentor.accept',
  input: z.object({ mentorId: z.uuid(), noLink: z.literal('yes'), confidential: z.literal('yes') }),
  subject: (read, { mentorId }, actor) => loadAsked(read, mentorId, actor),
  may: (actor, { personId }) => authorOf(actor, personId),
  when: ({ acceptedAt }) => acceptedAt === null,
  run: async ({ tx, actor, subject, now, note }, { mentorId }) => {
    await tx.update(mentor).set({ declaredAt: now, acceptedAt: now }).where(and(eq(mentor.id, mentorId), isNull(mentor.acceptedAt)))
    note({ subject: mentorId, detail: { programme: subject.programmeId } })
    await tellLaureate(tx, { id: subject.programmeId, solution: subject.solution }, (actor as Person).id, 'mentorAccepted')
    return { programmeId: subject.programmeId }
  },
})

/**
 * Declines to mentor a laureate, or stops: for a link of interest, which from then on walls them off from it, or without.
 * Managers are told by mail that somebody did, never why, and so is the laureate of one who had accepted. Code at `note`: `missing` for another kind of link.
 */
export const declineMentorship = command({
  name: 'mentor.decline',
  input: z
    .object({ mentorId: z.uuid(), reason: z.enum([...declaredReasons, 'no-time']), note: draftProse.nullish().pipe(optional(conflictLimits.note)) })
    .refine(({ reason, note }) => reason !== 'other' || note !== null, { path: ['note'], params: { code: 'missing' } }),
  subject: (read, { mentorId }, actor) => loadAsked(read, mentorId, actor),
  may: (actor, { personId }) => authorOf(actor, personId),
  run: async ({ tx, actor, subject, now, note }, { mentorId, reason, note: said }) => {
    const { id: personId } = actor as Person
    const { programmeId, callId, solution } = subject
    const to = await programmeAddressees(tx, programmeId, 'manager')
    if (subject.acceptedAt !== null) await tellLaureate(tx, { id: programmeId, solution }, personId, 'mentorLeft')
    await tx.update(mentor).set({ endedAt: now, endedBy: personId, endReason: reason }).where(and(eq(mentor.id, mentorId), isNull(mentor.endedAt)))
    if (reason !== 'no-time') await tx.insert(conflict).values({ callId, applicationId: programmeId, personId, origin: 'declared', reason, note: said, madeBy: personId, madeAt: now })
    note({ subject: mentorId, detail: { programme: programmeId, link: reason !== 'no-time' } })
    await writeMails(tx, to, personId, (locale) => ({ kind: 'mentorDeclined', values: { solution, link: pageAddress(locale, `/manage/programmes/${programmeId}`) } }))
    return { programmeId }
  },
})
