import { authorOf, type Person } from '#lib/domain/access.ts'
import { noteOpening } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { askedEvaluation, loadEvaluation } from '#lib/server/evaluation/load-evaluation.ts'

/** Writes down that a scorer opened an application, under the round's name; once a day. */
export const noteEvaluationOpened = command({
  name: 'evaluation.note-opened',
  unrecorded: true,
  input: askedEvaluation,
  subject: (read, { evaluationId }, actor) => loadEvaluation(read, evaluationId, actor),
  may: (actor, { evaluation: its }) => authorOf(actor, its.personId),
  run: async ({ tx, actor, subject: { evaluation: its, round: of, judged }, now }) => {
    if (judged !== null) await noteOpening(tx, actor as Person, its.applicationId, 'application', now, of.name.fr)
  },
})
