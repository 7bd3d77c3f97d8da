import { authorOf, signedIn } from '#lib/domain/access.ts'
import { byDisagreement } from '#lib/domain/colleague.ts'
import { stateOf } from '#lib/domain/evaluation.ts'
import { evaluationContent } from '#lib/domain/evaluation-marks.ts'
import { claimFields } from '#lib/domain/application.ts'
import { isPutTo } from '#lib/domain/round.ts'
import { inQueueOrder } from '#lib/domain/scoring-queue.ts'
import { formAsks, keepQuestions, knownQuestions } from '#lib/server/draft/form-questions.ts'
import { evaluationAsks, namedAsks } from '#lib/server/evaluation/evaluation-asks.ts'
import { askedEvaluation, isWritable } from '#lib/server/evaluation/load-evaluation.ts'
import { judgedOf } from '#lib/server/evaluation/read-judged.ts'
import { lookup } from '#lib/server/lookup.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { cardsOf } from '#lib/server/rupture/list-claimable-ruptures.ts'

/**
 * One's own evaluation with the application it is of, the grid, one's other marks in the round and, once it is submitted,
 * what the round shows of colleagues'. Before links are declared only `round` says more than that it is there. It is for
 * `openEvaluation` to show it, which writes down that it was opened. Throws `not-found`.
 */
export const showEvaluation = lookup({
  name: 'evaluation.show',
  input: askedEvaluation,
  may: signedIn,
  asks: evaluationAsks,
  read: async ({ found, actor, now, more }) => {
    const [row] = found.its
    if (!row || !authorOf(actor, row.evaluation.personId) || (row.judged === null && row.scorer.declaredAt !== null)) throw new Refusal('not-found')
    const { evaluation: its, assignment: given, round: of, scorer: by, call, judged } = row
    const state = stateOf({ ...its, abstainedAt: given.abstainedAt })
    const opened = {
      id: its.id,
      version: its.version,
      savedAt: its.savedAt,
      state,
      content: evaluationContent(its),
      editable: isWritable(row) ? ('all' as const) : [],
      submittedAt: its.submittedAt,
      sequence: its.sequence,
      reopening: state === 'reopened' ? { at: its.reopenedAt, reason: its.reopenReason } : null,
      abstention: given.abstainedAt && { at: given.abstainedAt, reason: given.abstention, note: given.abstentionNote },
      round: { id: of.id, kind: of.kind, name: of.name, guidance: of.guidance, dueAt: of.dueAt, closedAt: of.closedAt, shownAfterOwn: of.shownAfterOwn, declared: by.declaredAt !== null },
      call,
      criteria: found.criteria.filter(({ putTo }) => isPutTo(putTo, by)),
      application: judged && (await applicationOf(judged)),
      /** What the same person wrote in the same round of others, newest first; what a link walls off is not there. */
      own: judged === null ? [] : found.work.filter(({ id }) => id !== its.id).sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime()).map(({ id, solution, scores, submittedAt }) => ({ id, solution, scores, submittedAt })),
      colleagues: its.submittedAt === null ? null : byDisagreement(its.scores, found.colleagues),
    }
    const queue = inQueueOrder(found.work.filter(({ withdrawnAt }) => withdrawnAt === null)).map(({ id, ...each }) => ({ id, state: stateOf(each) }))
    return { now, opened, queue, viewer: { id: its.personId } }

    async function applicationOf(written: NonNullable<typeof judged>) {
      const pinned = claimFields.flatMap((field) => written[field]?.ruptureVersionId ?? [])
      const questions = knownQuestions(written.formVersionId) ?? keepQuestions(written.formVersionId, (await more(formAsks, { formId: written.formVersionId })).form)
      const { challenges, cards, estimates, sources } = await more(namedAsks, { challengeId: written.challengeId, pinned })
      return judgedOf(written, of.kind, { challenges, questions, files: found.files, ruptures: cardsOf(cards, estimates, sources) })
    }
  },
})
