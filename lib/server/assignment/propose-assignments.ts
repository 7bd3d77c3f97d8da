import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { assignmentProposal } from '#db/schema/evaluation.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import { assignmentProblem, assignmentWeights, usualWeights } from '#lib/domain/assignment.ts'
import { basisOf, readQuestion, showQuestion } from '#lib/server/assignment/ask-question.ts'
import { give, takeBack } from '#lib/server/assignment/give-assignment.ts'
import { readAssignments } from '#lib/server/assignment/load-assignments.ts'
import { solveAssignment } from '#lib/server/assignment/solve-assignment.ts'
import { command } from '#lib/server/command.ts'
import { parse } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, during, loadRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const asked = askedRound.extend({ weights: assignmentWeights.optional(), seed: z.coerce.number().int().min(0).max(2 ** 31 - 1).optional() })
const givesWork = during('declaring', 'scoring')

/**
 * Asks the solver who should score what in a round, around what is begun and what was given by hand, and keeps its answer
 * to be read, compared and applied. Nothing is given yet. Solved outside of any transaction, in a thread of its own.
 */
export const proposeAssignments = command({
  name: 'assignment.propose',
  input: asked,
  ahead: async (caller, { roundId, weights = usualWeights, seed = 1 }) => {
    const question = await showQuestion(caller, { roundId })
    return { question, result: await solveAssignment(parse(assignmentProblem, { ...question, weights, seed })), wishes: { weights, seed } }
  },
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: givesWork,
  run: async ({ tx, actor, subject, ahead: { question, result, wishes }, note }) => {
    const pairs: [string, string][] = result.status === 'infeasible' ? [] : result.pairs.map(({ applicationId, scorerId }) => [applicationId, scorerId])
    const [made] = await tx.insert(assignmentProposal).values({ roundId: subject.id, basis: basisOf(question), question: wishes, pairs, report: result, madeBy: (actor as Person).id }).returning({ id: assignmentProposal.id })
    note({ subject: subject.id, detail: { proposal: made?.id, status: result.status } })
    return { id: (made as { id: string }).id, result }
  },
})

/** One proposal with its round; `not-found` otherwise. */
async function loadProposal(read: Reader, proposalId: string) {
  const [found] = await read.select().from(assignmentProposal).where(eq(assignmentProposal.id, proposalId))
  if (!found) throw new Refusal('not-found')
  return { proposal: found, round: await loadRound(read, found.roundId) }
}

/**
 * Gives what a proposal says and takes back what it does not, begun work aside, all or nothing. Refused with `conflict` for
 * `assignments-changed` when what it rested on has changed, `infeasible`, or `applied` when it was already.
 */
export const applyProposal = command({
  name: 'assignment.apply',
  input: z.object({ proposalId: z.uuid() }),
  subject: (read, { proposalId }) => loadProposal(read, proposalId),
  may: manager,
  when: ({ round }) => givesWork(round),
  run: async ({ tx, actor, subject: { proposal, round }, now, note }, { proposalId }) => {
    if ((proposal.report as AssignmentResult).status === 'infeasible') throw new Refusal('conflict', { reason: 'infeasible' })
    if (basisOf(await readQuestion(tx, round)) !== proposal.basis) throw new Refusal('conflict', { reason: proposal.appliedAt === null ? 'assignments-changed' : 'applied' })
    const [applied] = await tx.update(assignmentProposal).set({ appliedAt: now, appliedBy: (actor as Person).id }).where(and(eq(assignmentProposal.id, proposalId), isNull(assignmentProposal.appliedAt))).returning({ id: assignmentProposal.id })
    if (!applied) throw new Refusal('conflict', { reason: 'applied' })
    const wanted = new Set(proposal.pairs.map(([applicationId, personId]) => `${applicationId} ${personId}`))
    const standing = (await readAssignments(tx, round.id)).filter(({ state }) => state !== 'conflicted' && state !== 'abstained')
    const stays = new Set(standing.map(({ applicationId, personId }) => `${applicationId} ${personId}`))
    await takeBack(tx, actor as Person, standing.filter(({ applicationId, personId }) => !wanted.has(`${applicationId} ${personId}`)).map(({ id }) => id))
    const given = await give(tx, round, actor as Person, 'solved', proposal.pairs.filter(([applicationId, personId]) => !stays.has(`${applicationId} ${personId}`)).map(([applicationId, personId]) => ({ applicationId, personId })))
    note({ subject: round.id, detail: { proposal: proposalId, given } })
    return { roundId: round.id, given }
  },
})

/** The last proposals of a round, newest first. */
export function readProposals(read: Reader, roundId: string) {
  return read
    .select({ id: assignmentProposal.id, basis: assignmentProposal.basis, pairs: assignmentProposal.pairs, report: sql<AssignmentResult>`${assignmentProposal.report}`, wishes: assignmentProposal.question, madeAt: assignmentProposal.madeAt, appliedAt: assignmentProposal.appliedAt })
    .from(assignmentProposal)
    .where(eq(assignmentProposal.roundId, roundId))
    .orderBy(desc(assignmentProposal.madeAt))
    .limit(3)
}
