/** What a scorer has before them: in which order, how long it will take, and what comes next. */
import { type EvaluationState, stateOf } from '#lib/domain/evaluation.ts'

/**
 * Minutes one application takes: reading at 1,200 characters a minute (some 200 words of French), a minute and a half
 * for each criterion, and four minutes for the comments. Whole minutes, five at least.
 */
export function scoringMinutes({ characters, criteria }: { characters: number; criteria: number }): number {
  return Math.max(5, Math.round(characters / readingSpeed + criteria * 1.5 + 4))
}

const readingSpeed = 1_200

/** The time for all that is left, to ten minutes: an estimate should not look like a measurement. */
export function roundedMinutes(minutes: readonly number[]): number {
  return Math.round(minutes.reduce((sum, each) => sum + each, 0) / 10) * 10
}

/** What waits for its scorer comes first: given back, begun, then untouched. */
const ranks: Readonly<Record<EvaluationState, number>> = { reopened: 0, started: 1, 'not-started': 2, submitted: 3, abstained: 4 }

type Queued = { id: string; number: string; version: number; submittedAt: Date | null; reopenedAt: Date | null; abstainedAt: Date | null }

export function isLeft(state: EvaluationState): boolean {
  return ranks[state] < ranks.submitted
}

/** The order of a queue: by what waits, then by the number of the application, which says nothing of anybody's scores. */
export function inQueueOrder<Q extends Queued>(queue: readonly Q[]): Q[] {
  return [...queue].sort((a, b) => ranks[stateOf(a)] - ranks[stateOf(b)] || (a.number < b.number ? -1 : Number(a.number > b.number)))
}
