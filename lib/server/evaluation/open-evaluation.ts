import { and, desc, eq, ne } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { evaluation } from '#db/schema/evaluation.ts'
import { colleagueEvaluation, scoredApplication } from '#db/schema/scored.ts'
import { authorOf, manager, type Person } from '#lib/domain/access.ts'
import { byDisagreement } from '#lib/domain/colleague.ts'
import { stateOf } from '#lib/domain/evaluation.ts'
import { evaluationContent } from '#lib/domain/evaluation-marks.ts'
import { inQueueOrder } from '#lib/domain/scoring-queue.ts'
import { noteOpening } from '#lib/server/application/open-application.ts'
import { readQueue } from '#lib/server/assignment/read-queue.ts'
import { command } from '#lib/server/command.ts'
import { askedEvaluation, isWritable, loadEvaluation, type LoadedEvaluation, readCriteria } from '#lib/server/evaluation/load-evaluation.ts'
import { readJudged } from '#lib/server/evaluation/read-judged.ts'

/**
 * One's own evaluation with the application it is of, the grid, one's other marks in the round and, once it is submitted,
 * what the round shows of colleagues'. That the application was opened is written down under the round's name, once a
 * day. Before links are declared only `round` says more than that it is there. Throws `not-found`.
 */
export const openEvaluation = command({
  name: 'evaluation.open',
  unrecorded: true,
  input: askedEvaluation,
  subject: (read, { evaluationId }, actor) => loadEvaluation(read, evaluationId, actor),
  may: (actor, { evaluation: its }) => authorOf(actor, its.personId),
  run: async ({ tx, actor, subject, now }) => {
    const { evaluation: its, assignment: given, round: of, scorer: by, call, judged, state } = subject
    if (judged !== null) await noteOpening(tx, actor as Person, its.applicationId, 'application', now, of.name.fr)
    const [criteria, application, own, queue, colleagues] = await Promise.all([
      readCriteria(tx, of.id, by),
      judged && readJudged(tx, judged, of.kind),
      judged === null ? [] : readOwn(tx, subject),
      readQueue(tx, its.personId, of.id),
      its.submittedAt === null ? null : readColleagues(tx, subject),
    ])
    const opened = {
      id: its.id,
      now,
      version: its.version,
      savedAt: its.savedAt,
      state,
      content: evaluationContent(its),
      editable: isWritable(subject) ? ('all' as const) : [],
      submittedAt: its.submittedAt,
      sequence: its.sequence,
      reopening: state === 'reopened' ? { at: its.reopenedAt, reason: its.reopenReason } : null,
      abstention: given.abstainedAt && { at: given.abstainedAt, reason: given.abstention, note: given.abstentionNote },
      round: { id: of.id, kind: of.kind, name: of.name, guidance: of.guidance, dueAt: of.dueAt, closedAt: of.closedAt, shownAfterOwn: of.shownAfterOwn, declared: by.declaredAt !== null },
      call,
      criteria,
      application,
      own,
      colleagues,
    }
    return { opened, queue: inQueueOrder(queue).map(({ id, ...each }) => ({ id, state: stateOf(each) })), viewer: { administrator: (actor as Person).administrator, manages: manager(actor) } }
  },
})
export type OpenedEvaluation = Awaited<ReturnType<typeof openEvaluation>>['opened']

/** What the same person wrote in the same round of others, newest first; what a link walls off is not there. */
async function readOwn(read: Reader, { evaluation: its }: LoadedEvaluation) {
  return read
    .select({ id: evaluation.id, solution: scoredApplication.solution, scores: evaluation.scores, submittedAt: evaluation.submittedAt })
    .from(evaluation)
    .innerJoin(scoredApplication, and(eq(scoredApplication.roundId, evaluation.roundId), eq(scoredApplication.applicationId, evaluation.applicationId)))
    .where(and(eq(evaluation.personId, its.personId), eq(evaluation.roundId, its.roundId), ne(evaluation.id, its.id)))
    .orderBy(desc(evaluation.savedAt))
}

async function readColleagues(read: Reader, { evaluation: its }: LoadedEvaluation) {
  const rows = await read.select().from(colleagueEvaluation).where(and(eq(colleagueEvaluation.roundId, its.roundId), eq(colleagueEvaluation.applicationId, its.applicationId)))
  return byDisagreement(its.scores, rows)
}
