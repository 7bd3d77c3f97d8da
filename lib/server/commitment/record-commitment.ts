import { and, eq, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { commitment } from '#db/schema/commitment.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { commitmentInput, stateOfGiven, withdrawalInput } from '#lib/domain/commitment.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { askedCommitment, type CommitmentRow, loadCommitment, readLaureates, readPartners } from '#lib/server/commitment/load-commitment.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** The name of the laureate a commitment is for, null for all; `not-found` when it is none of the call's. */
async function laureateName(read: Reader, callId: string, programmeId: string | null): Promise<string | null> {
  if (programmeId === null) return null
  const found = (await readLaureates(read, callId)).find(({ id }) => id === programmeId)
  if (!found) throw new Refusal('not-found')
  return found.organisationName
}

/** Records what a partner of a call promised, to all its laureates or to one. */
export const recordCommitment = command({
  name: 'commitment.record',
  input: askedSlug.extend({ organisationId: z.uuid() }).extend(commitmentInput.shape),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { slug: _slug, organisationId, ...promised }) => {
    const partner = (await readPartners(tx, subject.id)).find(({ id }) => id === organisationId)
    if (!partner) throw new Refusal('not-found')
    const [made] = await tx
      .insert(commitment)
      .values({ ...promised, callId: subject.id, organisationId, organisationName: partner.name, laureateName: await laureateName(tx, subject.id, promised.programmeId), recordedBy: (actor as Person).id, recordedAt: now })
      .returning({ id: commitment.id })
    note({ subject: subject.id, detail: { commitment: made?.id, organisation: organisationId } })
    return { commitmentId: made?.id as string }
  },
})

/** Changes a commitment if it still is the version its writer had in view; `conflict` for `commitment-changed` otherwise. */
export async function takeCommitmentTurn(tx: Transaction, { id }: Pick<CommitmentRow, 'id'>, version: number, changes: Partial<typeof commitment.$inferInsert>): Promise<void> {
  const [taken] = await tx.update(commitment).set({ ...changes, version: sql`${commitment.version} + 1` }).where(and(eq(commitment.id, id), eq(commitment.version, version))).returning({ version: commitment.version })
  if (taken) return
  const [now] = await tx.select({ version: commitment.version }).from(commitment).where(eq(commitment.id, id))
  throw new Refusal('conflict', { reason: 'commitment-changed', current: { version: now?.version } })
}

export const commitmentTurn = askedCommitment.extend({ version: z.coerce.number().int().min(0).max(2_147_483_647) })
export const notWithdrawn = ({ state }: Pick<CommitmentRow, 'state'>) => state !== 'withdrawn'

/** Changes what was promised; what was given already stays, and says where the commitment now stands. */
export const changeCommitment = command({
  name: 'commitment.change',
  input: commitmentTurn.extend(commitmentInput.shape),
  subject: (read, { commitmentId }) => loadCommitment(read, commitmentId),
  may: manager,
  when: notWithdrawn,
  run: async ({ tx, subject, note }, { commitmentId, version, ...promised }) => {
    await takeCommitmentTurn(tx, subject, version, { ...promised, laureateName: await laureateName(tx, subject.callId, promised.programmeId), state: stateOfGiven(subject.state, subject.given, promised.amount) })
    note({ subject: subject.callId, detail: { commitment: commitmentId } })
    return { slug: subject.call.slug }
  },
})

/** Takes a commitment out of what is expected, and says why; what was given stays on record. */
export const withdrawCommitment = command({
  name: 'commitment.withdraw',
  input: commitmentTurn.extend(withdrawalInput.shape),
  subject: (read, { commitmentId }) => loadCommitment(read, commitmentId),
  may: manager,
  when: notWithdrawn,
  run: async ({ tx, subject, note }, { commitmentId, version, reason }) => {
    await takeCommitmentTurn(tx, subject, version, { state: 'withdrawn', note: reason })
    note({ subject: subject.callId, detail: { commitment: commitmentId } })
    return { slug: subject.call.slug }
  },
})
