'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { giveAssignment, moveAssignment, reassign, withdrawAssignment } from '#lib/server/assignment/give-assignment.ts'
import { applyProposal, proposeAssignments } from '#lib/server/assignment/propose-assignments.ts'
import { reopenEvaluation } from '#lib/server/evaluation/reopen-evaluation.ts'

const toBoard = async (roundId: string, rest = ''): Promise<never> => redirect(`/${await getLocale()}/manage/rounds/${roundId}/assignments${rest}`)
const wishes = ['rupture', 'stage', 'clinical', 'livedExperience', 'balance'] as const

export const propose = action({
  verb: proposeAssignments,
  input: (form) => ({ roundId: text(form, 'roundId'), seed: text(form, 'seed'), weights: Object.fromEntries(wishes.map((name) => [name, Number(text(form, name) || 'x')])) }),
  done: (_result, form) => toBoard(text(form, 'roundId'), '?proposed=1#proposals'),
})

export const apply = action({ verb: applyProposal, input: (form) => ({ proposalId: text(form, 'proposalId') }), done: ({ roundId, given }) => toBoard(roundId, `?given=${given}`) })

export const give = action({
  verb: giveAssignment,
  input: (form) => ({ roundId: text(form, 'roundId'), applicationId: text(form, 'applicationId'), personId: text(form, 'personId') }),
  done: (_result, form) => toBoard(text(form, 'roundId'), `?edit=${text(form, 'applicationId')}#one`),
})

export const withdraw = action({ verb: withdrawAssignment, input: (form) => ({ assignmentId: text(form, 'assignmentId') }), done: ({ roundId }, form) => toBoard(roundId, `?edit=${text(form, 'applicationId')}#one`) })
export const replace = action({ verb: reassign, input: (form) => ({ assignmentId: text(form, 'assignmentId'), personId: text(form, 'personId') }), done: ({ roundId }, form) => toBoard(roundId, `?edit=${text(form, 'applicationId')}#one`) })
export const reopen = action({ verb: reopenEvaluation, input: (form) => ({ evaluationId: text(form, 'evaluationId'), reason: text(form, 'reason') }), done: (_result, form) => toBoard(text(form, 'roundId'), `?edit=${text(form, 'applicationId')}&reopened=1#one`) })
/** Dropped on another row: no page follows, the board is shown anew in place. */
export const move = action({ verb: moveAssignment, input: (form) => ({ assignmentId: text(form, 'assignmentId'), applicationId: text(form, 'applicationId') }), done: ({ roundId }) => toBoard(roundId) })
