import { authorOf, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { noteOpening } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { askedEvaluation, loadEvaluation } from '#lib/server/evaluation/load-evaluation.ts'
import { showEvaluation } from '#lib/server/evaluation/show-evaluation.ts'
import type { Caller } from '#lib/server/opening.ts'

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

/** What this process wrote down, so that it asks the database once a day for each. */
const noted = new Set<string>()
const mostNoted = 20_000

/** `showEvaluation`, shown once it is written down that its application was opened. Throws `not-found`. */
export async function openEvaluation(caller: Caller, asked: { evaluationId: string }) {
  const shown = await showEvaluation(caller, asked)
  const { now, opened, queue, viewer } = shown
  const key = `${viewer.id} ${opened.id} ${parisDate(now)}`
  if (opened.application !== null && !noted.has(key)) {
    await noteEvaluationOpened(caller, asked)
    if (noted.size >= mostNoted) noted.clear()
    noted.add(key)
  }
  return { opened: { ...opened, now }, queue, viewer }
}
export type OpenedEvaluation = Awaited<ReturnType<typeof openEvaluation>>['opened']
