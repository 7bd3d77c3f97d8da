/** What separates equal scores: keys declared before the round opens, asked in order. What none separates is ex aequo. */
import { z } from 'zod'

/**
 * `mean`, `median`: of the evaluations' totals · `lowest`: the better lowest total, so that no strong reserve stands
 * against it · `more-evaluations` · `fewer-not-applicable`: fewer lines left out.
 */
export const tieKeys = ['median', 'mean', 'lowest', 'more-evaluations', 'fewer-not-applicable'] as const

/** One of `tieKeys`, or the better mean on a criterion: `criterion:<slug>`. */
export const tieKey = z.union([z.enum(tieKeys), z.templateLiteral(['criterion:', z.string().min(1).max(60)])])
export type TieKey = z.infer<typeof tieKey>

/** The slug of the criterion a tie is broken by, or null for another key. */
export function criterionOfTie(key: TieKey): string | null {
  return key.startsWith('criterion:') ? key.slice('criterion:'.length) : null
}
