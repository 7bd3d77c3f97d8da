import { asc, eq, getTableColumns, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, callPartner } from '#db/schema/call.ts'
import { commitment, delivery } from '#db/schema/commitment.ts'
import { organisation } from '#db/schema/organisation.ts'
import { programme } from '#db/schema/programme.ts'
import { byUrgency } from '#lib/domain/commitment.ts'
import { given } from '#lib/server/programme/read-parts.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

export const askedCommitment = z.object({ commitmentId: z.uuid() })

/** A commitment with how much of it was given, as the wall shows it; `not-found` otherwise. */
export async function loadCommitment(read: Reader, commitmentId: string) {
  const [found] = await read
    .select({ ...getTableColumns(commitment), given, call: { slug: call.slug, title: call.title } })
    .from(commitment)
    .innerJoin(call, eq(call.id, commitment.callId))
    .where(eq(commitment.id, commitmentId))
  if (!found) throw new Refusal('not-found')
  return found
}
export type CommitmentRow = Awaited<ReturnType<typeof loadCommitment>>

/** Commitments the person sees that match, those that wait first, each with its call and what was given, day by day. */
export async function readCommitmentsWhere(read: Reader, matching: SQL) {
  const rows = await read
    .select({
      id: commitment.id, organisationId: commitment.organisationId, organisationName: commitment.organisationName, programmeId: commitment.programmeId, laureateName: commitment.laureateName, kind: commitment.kind, title: commitment.title,
      ownerName: commitment.ownerName, amount: commitment.amount, given, unit: commitment.unit, dueOn: commitment.dueOn, state: commitment.state, note: commitment.note, version: commitment.version,
      call: { slug: call.slug, title: call.title, demonstration: call.demonstration },
    })
    .from(commitment)
    .innerJoin(call, eq(call.id, commitment.callId))
    .where(matching)
    .orderBy(asc(commitment.recordedAt), asc(commitment.id))
  const deliveries = rows.length === 0 ? [] : await read.select().from(delivery).where(inArray(delivery.commitmentId, rows.map(({ id }) => id))).orderBy(asc(delivery.deliveredOn), asc(delivery.id))
  return rows.map((row) => Object.assign(row, { deliveries: deliveries.filter(({ commitmentId }) => commitmentId === row.id) })).sort(byUrgency)
}
export type ListedCommitment = Awaited<ReturnType<typeof readCommitmentsWhere>>[number]

/** Partners named in a call, by name. */
export function readPartners(read: Reader, callId: string) {
  return read.select({ id: organisation.id, name: organisation.name }).from(callPartner).innerJoin(organisation, eq(organisation.id, callPartner.organisationId)).where(eq(callPartner.callId, callId)).orderBy(asc(organisation.name))
}

/** The laureates a call's programmes run for, as far as no link walls one off, by number. */
export function readLaureates(read: Reader, callId: string) {
  return read.select({ id: programme.id, number: programme.number, organisationName: programme.organisationName, solution: programme.solution, stoppedAt: programme.stoppedAt }).from(programme).where(eq(programme.callId, callId)).orderBy(asc(programme.number))
}
