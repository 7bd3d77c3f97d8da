import { eq, sql } from 'drizzle-orm'
import { mentoringSession, sessionNote } from '#db/schema/mentor.ts'
import { type Person } from '#lib/domain/access.ts'
import { sessionNotes, sessionReason, stateOfSession } from '#lib/domain/mentoring-session.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { loadSession, lockSession, proposedByOwnSide, takesPart } from '#lib/server/mentoring-session/load-session.ts'
import { changedEvent, tellOtherSide, tellOwnSide } from '#lib/server/mentoring-session/tell-session.ts'
import { z } from 'zod'

const oneMore = { sequence: sql`${mentoringSession.sequence} + 1`, version: sql`${mentoringSession.version} + 1` }

/** Agrees to one of the times the other side proposed; both sides get it by mail, for their agendas. Refused with `own-time` for one's own side's, `not-proposed`, `past-time`, or `closed`. */
export const chooseTime = command({
  name: 'mentoring-session.choose',
  input: z.object({ sessionId: z.uuid(), time: z.coerce.date() }),
  subject: (read, { sessionId }, actor) => lockSession(read, sessionId, actor),
  may: (_actor, subject) => takesPart(subject),
  when: ({ session, isRunning }, now) => isRunning && stateOfSession(session, now) === 'proposed',
  run: async ({ tx, actor, subject, now, note }, { sessionId, time }) => {
    if (proposedByOwnSide(subject)) throw new Refusal('conflict', { reason: 'own-time' })
    if (!subject.session.proposedTimes.some((each) => each.getTime() === time.getTime())) throw new Refusal('conflict', { reason: 'not-proposed' })
    if (time <= now) throw new Refusal('invalid', { faults: [{ path: 'time', code: 'past-time' }] })
    await tx.update(mentoringSession).set({ startsAt: time, chosenBy: (actor as Person).id, ...oneMore }).where(eq(mentoringSession.id, sessionId))
    note({ subject: sessionId, detail: { programme: subject.programme.id } })
    const told = { id: sessionId, mentorPersonId: subject.mentor.personId, kind: 'sessionAgreed', event: changedEvent(subject.session, time, false, now) } as const
    await tellOtherSide(tx, actor, subject, told)
    await tellOwnSide(tx, actor, subject, told)
    return { programmeId: subject.programme.id }
  },
})

/** Cancels a session, with a reason the other side reads; one whose time was agreed is taken out of both sides' agendas. Refused with `closed` once held or cancelled. */
export const cancelSession = command({
  name: 'mentoring-session.cancel',
  input: z.object({ sessionId: z.uuid(), reason: sessionReason }),
  subject: (read, { sessionId }, actor) => lockSession(read, sessionId, actor),
  may: (_actor, subject) => takesPart(subject),
  when: ({ session, isRunning }, now) => isRunning && ['proposed', 'agreed'].includes(stateOfSession(session, now)),
  run: async ({ tx, actor, subject, now, note }, { sessionId, reason }) => {
    await tx.update(mentoringSession).set({ cancelledAt: now, cancelReason: reason, ...oneMore }).where(eq(mentoringSession.id, sessionId))
    note({ subject: sessionId, detail: { programme: subject.programme.id } })
    const { startsAt } = subject.session
    const told = { id: sessionId, mentorPersonId: subject.mentor.personId, kind: 'sessionCancelled', ...(startsAt !== null && { event: changedEvent(subject.session, startsAt, true, now) }) } as const
    await tellOtherSide(tx, actor, subject, told)
    if (startsAt !== null) await tellOwnSide(tx, actor, subject, told)
    return { programmeId: subject.programme.id }
  },
})

/** Writes the notes both sides and the managers read, on the version they were written from. Refused with `session-changed` when somebody wrote since. */
export const noteSession = command({
  name: 'mentoring-session.note',
  input: z.object({ sessionId: z.uuid(), version: z.coerce.number().int().min(0), notes: sessionNotes }),
  subject: (read, { sessionId }, actor) => lockSession(read, sessionId, actor),
  may: (_actor, subject) => takesPart(subject),
  when: ({ isRunning }) => isRunning,
  run: async ({ tx, subject, note }, { sessionId, version, notes }) => {
    const { session, programme } = subject
    if (session.version !== version) throw new Refusal('conflict', { reason: 'session-changed', current: { version: session.version, notes: session.sharedNotes } })
    await tx.update(mentoringSession).set({ sharedNotes: notes, version: sql`${mentoringSession.version} + 1` }).where(eq(mentoringSession.id, sessionId))
    note({ subject: sessionId, detail: { programme: programme.id } })
    return { programmeId: programme.id }
  },
})

/** Keeps a note of a session for oneself alone; an empty one is taken away. */
export const keepOwnNote = command({
  name: 'mentoring-session.keep-own-note',
  input: z.object({ sessionId: z.uuid(), notes: sessionNotes }),
  subject: (read, { sessionId }, actor) => loadSession(read, sessionId, actor),
  may: (actor) => actor !== null,
  run: async ({ tx, actor, subject, now, note }, { sessionId, notes: text }) => {
    const own = { sessionId, personId: (actor as Person).id }
    if (text === null) await tx.delete(sessionNote).where(sql`${sessionNote.sessionId} = ${sessionId} and ${sessionNote.personId} = ${own.personId}`)
    else await tx.insert(sessionNote).values({ ...own, programmeId: subject.programme.id, text, savedAt: now }).onConflictDoUpdate({ target: [sessionNote.sessionId, sessionNote.personId], set: { text, savedAt: now } })
    note({ subject: sessionId })
    return { programmeId: subject.programme.id }
  },
})
