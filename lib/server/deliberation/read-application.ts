import { and, eq } from 'drizzle-orm'
import { scoredApplication } from '#db/schema/scored.ts'
import { signedIn } from '#lib/domain/access.ts'
import { readJudged } from '#lib/server/evaluation/read-judged.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, loadRound, roundHead } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/** An application of a round as those who score it read it, without a grid: for a jury. Throws `not-found` for everybody else. */
export const readScoredApplication = query({
  name: 'deliberation.read-application',
  input: askedRound.extend({ applicationId: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  may: signedIn,
  read: async ({ tx }, { roundId, applicationId }) => {
    const [row] = await tx.select().from(scoredApplication).where(and(eq(scoredApplication.roundId, roundId), eq(scoredApplication.applicationId, applicationId)))
    if (!row) throw new Refusal('not-found')
    const its = await loadRound(tx, roundId)
    return { head: roundHead(its), application: await readJudged(tx, row, its.kind) }
  },
})
