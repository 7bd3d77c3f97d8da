import { parisDate } from '#lib/domain/calendar.ts'
import { noteEvaluationOpened } from '#lib/server/evaluation/note-opened.ts'
import { showEvaluation } from '#lib/server/evaluation/show-evaluation.ts'
import type { Caller } from '#lib/server/opening.ts'

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
