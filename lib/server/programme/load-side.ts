import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { mentor } from '#db/schema/mentor.ts'
import { organisation } from '#db/schema/organisation.ts'
import { programme } from '#db/schema/programme.ts'
import { type Actor, editorOf, manager, memberOf, type Person } from '#lib/domain/access.ts'
import type { ProgrammeSide } from '#lib/domain/programme.ts'
import { houseOf, noteOpening } from '#lib/server/application/open-application.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const nobody = '00000000-0000-0000-0000-000000000000'

/** An identifier in an address: anything that cannot be one names nothing. */
export const askedId = z.uuid().catch(nobody)
export const askedProgramme = z.object({ programmeId: askedId })

/**
 * A programme as the wall shows it, with the side its reader stands on: the laureate's own people, readers included; the
 * managers; a mentor who declared and accepted. Throws `not-found` to everybody else.
 */
export async function loadSide(read: Reader, programmeId: string, actor: Actor) {
  const [found] = await read
    .select({ programme, call: { slug: call.slug, title: call.title, demonstration: call.demonstration } })
    .from(programme)
    .innerJoin(call, eq(call.id, programme.callId))
    .where(eq(programme.id, programmeId))
  if (!found) throw new Refusal('not-found')
  const { organisationId } = found.programme
  const [own] = await read
    .select()
    .from(mentor)
    .where(and(eq(mentor.programmeId, programmeId), eq(mentor.personId, actor?.id ?? nobody), isNotNull(mentor.acceptedAt), isNull(mentor.endedAt)))
  const side: ProgrammeSide | null = memberOf(actor, organisationId) ? 'laureate' : manager(actor) ? 'manager' : own ? 'mentor' : null
  if (side === null) throw new Refusal('not-found')
  return { ...found, side, ownMentor: own ?? null, mayWrite: editorOf(actor, organisationId), isRunning: found.programme.stoppedAt === null }
}
export type SeenProgramme = Awaited<ReturnType<typeof loadSide>>

/** The organisation somebody follows a programme for: what the laureate reads of them. */
export async function followerOf(read: Reader, { side, ownMentor }: Pick<SeenProgramme, 'side' | 'ownMentor'>, actor: Person): Promise<string> {
  if (side === 'manager' || ownMentor === null) return houseOf(read, actor)
  const [its] = await read.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, ownMentor.organisationId))
  return its?.name ?? ''
}

/** Writes down that somebody else than the laureate opened its programme or a file of it; the laureate sees it. */
export async function noteFollower(tx: Transaction, loaded: SeenProgramme, actor: Person, part: 'programme' | 'programme-file', now: Date): Promise<void> {
  if (loaded.side === 'laureate') return
  await noteOpening(tx, actor, loaded.programme.id, part, now, await followerOf(tx, loaded, actor))
}
