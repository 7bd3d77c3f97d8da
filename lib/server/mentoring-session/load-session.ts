import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { mentor, mentoringSession } from '#db/schema/mentor.ts'
import type { Actor } from '#lib/domain/access.ts'
import { askedId, type SeenProgramme, loadSide } from '#lib/server/programme/load-side.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

export const askedSession = z.object({ sessionId: askedId })

/** A session with its mentor and programme, which nobody else changes until the transaction is over. Throws `not-found`. */
export async function lockSession(read: Reader, sessionId: string, actor: Actor) {
  await read.select({ id: mentoringSession.id }).from(mentoringSession).where(eq(mentoringSession.id, sessionId)).for('update')
  return loadSession(read, sessionId, actor)
}

export async function loadSession(read: Reader, sessionId: string, actor: Actor) {
  const [found] = await read
    .select({ session: mentoringSession, mentor: { id: mentor.id, personId: mentor.personId, name: mentor.name, email: mentor.email } })
    .from(mentoringSession)
    .innerJoin(mentor, eq(mentor.id, mentoringSession.mentorId))
    .where(eq(mentoringSession.id, sessionId))
  if (!found) throw new Refusal('not-found')
  return { ...(await loadSide(read, found.session.programmeId, actor)), ...found }
}
export type LoadedSession = Awaited<ReturnType<typeof loadSession>>

/** Sessions are between a laureate's people who write and the mentor: managers see them and arrange none. */
export function takesPart({ side, mayWrite, ownMentor, mentor: its }: Pick<SeenProgramme, 'side' | 'mayWrite' | 'ownMentor'> & { mentor?: { id: string } }): boolean {
  return side === 'laureate' ? mayWrite : side === 'mentor' && (its === undefined || ownMentor?.id === its.id)
}

/** True when the times that stand were proposed by the side that asks. */
export function proposedByOwnSide({ session, mentor: its, side }: Pick<LoadedSession, 'session' | 'side'> & { mentor: { personId: string } }): boolean {
  return (session.proposedBy === its.personId) === (side === 'mentor')
}

/** The mentors of a programme who accepted, in the order they were named. */
export function readMentors(read: Reader, programmeId: string) {
  return read
    .select({ id: mentor.id, personId: mentor.personId, name: mentor.name, email: mentor.email, organisationId: mentor.organisationId })
    .from(mentor)
    .where(and(eq(mentor.programmeId, programmeId), isNotNull(mentor.acceptedAt), isNull(mentor.endedAt)))
    .orderBy(asc(mentor.addedAt))
}
