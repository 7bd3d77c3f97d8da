/** What separates equal scores: keys declared before the round opens, asked in order. What none separates is ex aequo. */
import { z } from 'zod'

/**
 * `criterion`: the better mean on that criterion · `mean`, `median`: of the evaluations' totals · `lowest`: the better
 * lowest total, so that no strong reserve stands against it · `more-evaluations` · `fewer-not-applicable`: fewer lines left out.
 */
const tieKey = z.discriminatedUnion('key', [
  z.object({ key: z.literal('criterion'), criterionId: z.string().min(1) }),
  z.object({ key: z.enum(['mean', 'median', 'lowest', 'more-evaluations', 'fewer-not-applicable']) }),
])
export type TieKey = z.infer<typeof tieKey>

export const tieRule = z.array(tieKey).max(10)
