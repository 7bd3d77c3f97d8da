import { eq, sql } from 'drizzle-orm'
import { mentoringSession } from '#db/schema/mentor.ts'
import type { Person } from '#lib/domain/access.ts'
import { proposedTimes, sessionForm, stateOfSession } from '#lib/domain/mentoring-session.ts'
import { command } from '#lib/server/command.ts'
import { loadSide } from '#lib/server/programme/load-side.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { lockSession, readMentors, takesPart } from '#lib/server/mentoring-session/load-session.ts'
import { changedEvent, tellOtherSide, tellOwnSide } from '#lib/server/mentoring-session/tell-session.ts'
import { z } from 'zod'

/** Refuses times that have passed, naming none of the others. */
function requireFuture(times: readonly Date[], now: Date): void {
  if (times.some((time) => time <= now)) throw new Refusal('invalid', { faults: [{ path: 'times', code: 'past-time' }] })
}

/** Proposes up to six times for a session, as a mentor or to one; the other side is told by mail. Refused with `no-mentor` where nobody mentors the laureate. */
export const proposeSession = command({
  name: 'mentoring-session.propose',
  input: sessionForm.extend({ programmeId: z.uuid(), mentorId: z.uuid().nullish().or(z.literal('').transform(() => null)) }),
  subject: async (read, { programmeId }, actor) => ({ ...(await loadSide(read, programmeId, actor)), mentors: await readMentors(read, programmeId) }),
  may: (_actor, subject) => takesPart(subject),
  when: ({ isRunning }) => isRunning,
  run: async ({ tx, actor, subject, now, note }, { programmeId, mentorId, times, ...about }) => {
    requireFuture(times, now)
    const asked = subject.ownMentor ?? (mentorId ? subject.mentors.find(({ id }) => id === mentorId) : subject.mentors[0])
    if (!asked) throw new Refusal('conflict', { reason: 'no-mentor' })
    const [made] = await tx.insert(mentoringSession).values({ ...about, programmeId, mentorId: asked.id, proposedBy: (actor as Person).id, proposedAt: now, proposedTimes: times }).returning({ id: mentoringSession.id })
    const id = made?.id as string
    note({ subject: id, detail: { programme: programmeId } })
    await tellOtherSide(tx, actor, subject, { id, mentorPersonId: asked.personId, kind: 'sessionProposed' })
    return { id, programmeId }
  },
})

/** Proposes other times instead, from either side, also once one was agreed: then that one no longer stands, and is taken out of both sides' agendas. Refused with `closed` once held or cancelled. */
export const proposeOtherTimes = command({
  name: 'mentoring-session.propose-others',
  input: z.object({ sessionId: z.uuid(), times: proposedTimes }),
  subject: (read, { sessionId }, actor) => lockSession(read, sessionId, actor),
  may: (_actor, subject) => takesPart(subject),
  when: ({ session, isRunning }, now) => isRunning && ['proposed', 'agreed'].includes(stateOfSession(session, now)),
  run: async ({ tx, actor, subject, now, note }, { sessionId, times }) => {
    requireFuture(times, now)
    await tx
      .update(mentoringSession)
      .set({ proposedTimes: times, proposedBy: (actor as Person).id, proposedAt: now, startsAt: null, chosenBy: null, sequence: sql`${mentoringSession.sequence} + 1`, version: sql`${mentoringSession.version} + 1` })
      .where(eq(mentoringSession.id, sessionId))
    note({ subject: sessionId, detail: { programme: subject.programme.id } })
    const { session, mentor } = subject
    const told = { id: sessionId, mentorPersonId: mentor.personId, ...(session.startsAt !== null && { event: changedEvent(session, session.startsAt, true, now) }) }
    await tellOtherSide(tx, actor, subject, { ...told, kind: 'sessionProposed' })
    if (session.startsAt !== null) await tellOwnSide(tx, actor, subject, { ...told, kind: 'sessionReopened' })
    return { programmeId: subject.programme.id }
  },
})
