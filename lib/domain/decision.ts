/** What was decided of an application: pending until two managers release all of a call's decisions together. */
export const outcomes = ['laureate', 'reserve', 'not-selected'] as const
export type Outcome = (typeof outcomes)[number]

export const decisionLimits = { motive: 2_000, juryText: 3_000 } as const

/** Fewer scorers than this, and a mean would tell what one of them gave. */
export const leastScorers = 3

/** A refusal says why. Code: `missing`. */
export function lacksMotive({ outcome, motive }: { outcome: Outcome; motive: string | null }): boolean {
  return outcome === 'not-selected' && (motive ?? '').trim() === ''
}
