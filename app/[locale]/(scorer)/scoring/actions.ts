'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { fieldsSent } from '#lib/domain/evaluation-marks.ts'
import { action, text } from '#lib/server/action.ts'
import { abstain as abstainFrom, resume as takeUp } from '#lib/server/assignment/abstain.ts'
import { nextAfter, putAside } from '#lib/server/assignment/aside.ts'
import { listAssignments } from '#lib/server/assignment/list-assignments.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { writeEvaluation } from '#lib/server/evaluation/write-evaluation.ts'

const go = async (evaluationId?: string) => redirect(`/${await getLocale()}/scoring${evaluationId ? `/evaluations/${encodeURIComponent(evaluationId)}` : ''}`)

export const abstain = action({
  verb: abstainFrom,
  input: (form) => ({ assignmentId: text(form, 'assignmentId'), reason: text(form, 'reason'), note: text(form, 'note') }),
  done: () => go(),
})

export const resume = action({ verb: takeUp, input: (form) => ({ assignmentId: text(form, 'assignmentId') }), done: ({ id }) => go(id) })

export const declare = action({
  verb: declareConflict,
  input: (form) => ({ applicationId: text(form, 'applicationId'), reason: text(form, 'reason'), note: text(form, 'note') }),
  done: () => go(),
})

/** Puts one aside until the browser is closed, and goes on to the next. */
export const skip = action({
  verb: listAssignments,
  input: () => ({}),
  done: async ({ rounds }, form) => {
    const id = text(form, 'evaluationId')
    await putAside(id)
    await go(await nextAfter(rounds.find(({ assignments }) => assignments.some((each) => each.id === id))?.assignments ?? [], id))
  },
})

/** The whole grid at once, for a browser without script. */
export const write = action({
  verb: writeEvaluation,
  input: (form) => ({ evaluationId: text(form, 'evaluationId'), version: Number(text(form, 'version')), fields: fieldsSent(Object.fromEntries(form)), submits: text(form, 'intent').startsWith('submit') }),
  done: ({ submitted }, form) => {
    if (submitted) return go(text(form, 'intent') === 'submit-next' ? text(form, 'nextId') : text(form, 'evaluationId'))
  },
})
