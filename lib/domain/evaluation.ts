/**
 * An evaluation: a mark per criterion and two comments kept apart, one for the applicant and one for the jury. Written by
 * one scorer, blind; submitted, it changes only when a manager reopens it.
 */
import { draftProse } from '#lib/domain/form-text.ts'
import { scale } from '#lib/domain/round.ts'
import { z } from 'zod'

/** A mark from 1 to 5, or null: not applicable. */
const mark = z.int().min(scale.low).max(scale.high).nullable()
export type Mark = z.infer<typeof mark>
/** By the criterion's identifier. A criterion that is not there has no mark yet. */
export type Scores = Readonly<Record<string, Mark>>

/** Why somebody does not score an application given to them. */
export const abstentions = ['not-my-field', 'no-time', 'cannot-read', 'other'] as const
export type Abstention = (typeof abstentions)[number]

/** What a comment keeps while it is written: beyond its limit too, so that a long paste is shortened by its author. */
export const draftComment = draftProse.nullable()

/** Where one scorer's work on one application stands. */
const evaluationStates = ['not-started', 'started', 'submitted', 'reopened', 'abstained'] as const
export type EvaluationState = (typeof evaluationStates)[number]

type Work = { version: number; submittedAt: Date | null; reopenedAt: Date | null; abstainedAt: Date | null }

/** Where the work stands; an abstention ends it, a reopening takes it back to its author. */
export function stateOf({ version, submittedAt, reopenedAt, abstainedAt }: Work): EvaluationState {
  if (abstainedAt !== null) return 'abstained'
  if (submittedAt !== null) return 'submitted'
  if (reopenedAt !== null) return 'reopened'
  return version > 0 ? 'started' : 'not-started'
}
