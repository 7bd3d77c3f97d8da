/**
 * The meeting of a jury. For each application in turn: everybody gives a private score, the scores are revealed, the jury
 * discusses, everybody gives a final score. Both scores are kept.
 */
import { scale } from '#lib/domain/round.ts'
import { z } from 'zod'

export const deliberationStates = ['planned', 'running', 'ended'] as const
export type DeliberationState = (typeof deliberationStates)[number]

/** The steps of one application, in order. */
export const deliberationSteps = ['waiting', 'private', 'revealed', 'final', 'settled'] as const
export type DeliberationStep = (typeof deliberationSteps)[number]

export const scoreKinds = ['private', 'final'] as const
export type ScoreKind = (typeof scoreKinds)[number]

/** A juror's score of the whole application: 1 to 5 by halves. */
export const juryScore = z.number().min(scale.low).max(scale.high).multipleOf(0.5)

export const deliberationLimits = { notes: 4_000 } as const
