import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { assignment, evaluation } from '#db/schema/evaluation.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { loadAssignment } from '#lib/server/assignment/load-assignments.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, during, loadRound, type RoundRow } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const givesWork = during('declaring', 'scoring')
type Pair = { applicationId: string; personId: string }

/** Gives each pair and its blank evaluation; the guard refuses links, strangers and closed rounds. */
export async function give(tx: Transaction, { id: roundId }: Pick<RoundRow, 'id'>, actor: Person, origin: 'solved' | 'hand', pairs: readonly Pair[]): Promise<number> {
  for (let from = 0; from < pairs.length; from += mostAtOnce) {
    const given = await tx
      .insert(assignment)
      .values(pairs.slice(from, from + mostAtOnce).map(({ applicationId, personId }) => ({ roundId, applicationId, personId, origin, assignedBy: actor.id })))
      .returning({ id: assignment.id, applicationId: assignment.applicationId, personId: assignment.personId })
    await tx.insert(evaluation).values(given.map((each) => Object.assign(each, { roundId })))
  }
  return pairs.length
}

/** Rows in one statement; a statement holds 65,535 values at most. */
const mostAtOnce = 2_000

/** Takes work back, what was written staying in the history; the guard refuses what is submitted. */
export async function takeBack(tx: Transaction, actor: Person, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.update(assignment).set({ withdrawnAt: sql`now()`, withdrawnBy: actor.id }).where(and(inArray(assignment.id, [...ids]), isNull(assignment.withdrawnAt)))
}

const pair = z.object({ applicationId: z.uuid(), personId: z.uuid() })

/** Gives an application to a scorer by hand. Refused with `conflict` for `assignment_conflicted`, `assignment_of_another_round_conflicted` or `assignment_once`. */
export const giveAssignment = command({
  name: 'assignment.give',
  input: askedRound.extend(pair.shape),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: givesWork,
  run: async ({ tx, actor, subject, note }, { applicationId, personId }) => {
    await give(tx, subject, actor as Person, 'hand', [{ applicationId, personId }])
    note({ subject: subject.id, detail: { application: applicationId, person: personId } })
    return {}
  },
})

/** Takes an application back from a scorer who has not submitted. Refused with `closed` for `assignment_submitted_closed`. */
export const withdrawAssignment = command({
  name: 'assignment.withdraw',
  input: z.object({ assignmentId: z.uuid() }),
  subject: (read, { assignmentId }) => loadAssignment(read, assignmentId),
  may: manager,
  when: ({ round }) => givesWork(round),
  run: async ({ tx, actor, subject, note }, { assignmentId }) => {
    await takeBack(tx, actor as Person, [assignmentId])
    note({ subject: subject.roundId, detail: { assignment: assignmentId } })
    return { roundId: subject.roundId }
  },
})

/** Takes an application from one scorer and gives it to another, at once or not at all. Refused as giving and taking back are. */
export const reassign = command({
  name: 'assignment.reassign',
  input: z.object({ assignmentId: z.uuid(), personId: z.uuid() }),
  subject: (read, { assignmentId }) => loadAssignment(read, assignmentId),
  may: manager,
  when: ({ round }) => givesWork(round),
  run: async ({ tx, actor, subject, note }, { assignmentId, personId }) => {
    if (personId === subject.personId) throw new Refusal('conflict', { reason: 'assignment_once' })
    await takeBack(tx, actor as Person, [assignmentId])
    await give(tx, subject.round, actor as Person, 'hand', [{ applicationId: subject.applicationId, personId }])
    note({ subject: subject.roundId, detail: { assignment: assignmentId, person: personId } })
    return { roundId: subject.roundId }
  },
})

/** Takes an application from a scorer and gives them another instead, at once or not at all. Refused as giving and taking back are. */
export const moveAssignment = command({
  name: 'assignment.move',
  input: z.object({ assignmentId: z.uuid(), applicationId: z.uuid() }),
  subject: (read, { assignmentId }) => loadAssignment(read, assignmentId),
  may: manager,
  when: ({ round }) => givesWork(round),
  run: async ({ tx, actor, subject, note }, { assignmentId, applicationId }) => {
    if (applicationId === subject.applicationId) throw new Refusal('conflict', { reason: 'assignment_once' })
    await takeBack(tx, actor as Person, [assignmentId])
    await give(tx, subject.round, actor as Person, 'hand', [{ applicationId, personId: subject.personId }])
    note({ subject: subject.roundId, detail: { assignment: assignmentId, application: applicationId } })
    return { roundId: subject.roundId }
  },
})
