/** What a number of the board leads to: which applications, or which scorers, are listed. */
const keeps = ['uncovered', 'partly', 'covered', 'late', 'idle', 'undeclared'] as const
export type Kept = (typeof keeps)[number]

/** What the address asks to list; everything unless it is one of ours. */
export function keptOf(asked: unknown): Kept | null {
  return keeps.find((each) => each === asked) ?? null
}

type Covered = { submitted: number }
type Seated = { late: boolean; given: number; submitted: number; started: number; declaredAt: Date | null }

export function keepsApplication(kept: Kept | null, { submitted }: Covered, wanted: number): boolean {
  if (kept === 'uncovered') return submitted === 0
  if (kept === 'partly') return submitted > 0 && submitted < wanted
  return kept === 'covered' ? submitted >= wanted : true
}

export function keepsScorer(kept: Kept | null, { late, given, submitted, started, declaredAt }: Seated): boolean {
  if (kept === 'late') return late
  if (kept === 'idle') return given > 0 && submitted + started === 0
  return kept === 'undeclared' ? declaredAt === null : true
}
