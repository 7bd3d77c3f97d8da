import { and, eq, sql } from 'drizzle-orm'
import { commitment, delivery } from '#db/schema/commitment.ts'
import { type Actor, editorOf, manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { commitmentReport, deliveryInput, stateOfGiven } from '#lib/domain/commitment.ts'
import { command } from '#lib/server/command.ts'
import { askedCommitment, type CommitmentRow, loadCommitment } from '#lib/server/commitment/load-commitment.ts'
import { commitmentTurn, notWithdrawn, takeCommitmentTurn } from '#lib/server/commitment/record-commitment.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** The partner's own people who write, and managers. */
const mayReport = (actor: Actor, { organisationId }: CommitmentRow) => editorOf(actor, organisationId) || manager(actor)

/**
 * Records a part given on a day that is not to come. `key` is the delivery's own identifier: the same again is answered the
 * same and counts once. Code at `deliveredOn`: `to-come`.
 */
export const deliverCommitment = command({
  name: 'commitment.deliver',
  input: askedCommitment.extend({ key: z.uuid() }).extend(deliveryInput.shape),
  subject: (read, { commitmentId }) => loadCommitment(read, commitmentId),
  may: mayReport,
  when: notWithdrawn,
  run: async ({ tx, actor, subject, now, note }, { commitmentId, key, amount, deliveredOn, note: said }) => {
    if (deliveredOn > parisDate(now)) throw new Refusal('invalid', { faults: [{ path: 'deliveredOn', code: 'to-come' }] })
    // The row is locked first, so that two deliveries at once are both counted in where it stands.
    await tx.execute(sql`select from commitment where id = ${commitmentId}::uuid for update`)
    const [made] = await tx.insert(delivery).values({ id: key, commitmentId, amount, deliveredOn, note: said, recordedBy: (actor as Person).id, recordedAt: now }).onConflictDoNothing().returning({ id: delivery.id })
    if (!made && !(await tx.$count(delivery, and(eq(delivery.id, key), eq(delivery.commitmentId, commitmentId))))) throw new Refusal('conflict', { reason: 'key-reused' })
    const { given, amount: promised, state } = await loadCommitment(tx, commitmentId)
    await tx.update(commitment).set({ state: stateOfGiven(state, given, promised), version: sql`${commitment.version} + 1` }).where(eq(commitment.id, commitmentId))
    note({ subject: subject.callId, detail: { commitment: commitmentId, delivery: key } })
    return { slug: subject.call.slug, given }
  },
})

/** Says how far a commitment is where nothing was given: under way, or that it will not be kept, and why. */
export const reportCommitment = command({
  name: 'commitment.report',
  input: z.intersection(commitmentTurn, commitmentReport),
  subject: (read, { commitmentId }) => loadCommitment(read, commitmentId),
  may: mayReport,
  when: ({ state }) => state !== 'withdrawn' && state !== 'kept',
  run: async ({ tx, subject, note }, { commitmentId, version, state, note: said }) => {
    await takeCommitmentTurn(tx, subject, version, { state, note: said })
    note({ subject: subject.callId, detail: { commitment: commitmentId, state } })
    return { slug: subject.call.slug }
  },
})
