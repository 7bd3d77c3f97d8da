import { readRankingFacts } from '#db/read/ranking.ts'
import { manager } from '#lib/domain/access.ts'
import { rankingAlgorithm } from '#lib/domain/frozen-ranking.ts'
import { selectionCoverage } from '#lib/domain/selection-coverage.ts'
import { readJudged } from '#lib/server/assignment/load-assignments.ts'
import type { Caller } from '#lib/server/opening.ts'
import { query } from '#lib/server/query.ts'
import { computeRanking } from '#lib/server/ranking/compute-ranking.ts'
import { loadRankedRound, readFrozen, readNextJuries, readRankingNames, readWalledOff } from '#lib/server/ranking/load-ranking.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, readRoundCriteria, roundHead } from '#lib/server/round/load-round.ts'

/** The facts a round is ranked by, with the names it takes to read them. Managers who do not score in the round; no facts while a link hides one of its applications from them. */
export const askRanking = query({
  name: 'ranking.show',
  input: askedRound,
  may: manager,
  read: async ({ tx, actor }, { roundId }) => {
    const its = await loadRankedRound(tx, roundId, actor)
    const walledOff = await readWalledOff(tx, roundId)
    const head = roundHead(its)
    if (walledOff > 0) return { head, walledOff, asked: null }
    const facts = await readRankingFacts(tx, its)
    const [applications, criteria, names, frozen, juries] = await Promise.all([readJudged(tx, roundId), readRoundCriteria(tx, roundId), readRankingNames(tx, its), readFrozen(tx, roundId), readNextJuries(tx, its)])
    return { head, walledOff, asked: { facts, wanted: its.evaluationsPerApplication, quorum: its.quorum, applications, criteria, names, frozen, juries } }
  },
})

/**
 * A round ranked, with all that is said of it: official rows, intervals, disagreement, reliability, severity, sensitivity.
 * The computation runs after the transaction ended. Refused with `conflict` for `walled-off`.
 */
export async function showRanking(caller: Caller, asked: { roundId: string }) {
  const shown = await askRanking(caller, asked)
  if (shown.asked === null) throw new Refusal('conflict', { reason: 'walled-off' })
  return rankedOf(shown.head, shown.asked)
}
export type ShownRanking = Awaited<ReturnType<typeof showRanking>>

type Asked = Awaited<ReturnType<typeof askRanking>>

/** The facts of a round, computed, with names beside. */
export async function rankedOf(head: Asked['head'], { facts, ...asked }: NonNullable<Asked['asked']>) {
  const { input, result, rows } = await computeRanking(facts)
  return { head, ...asked, algorithm: rankingAlgorithm, factsSha256: facts.sha256, input, result, rows, incomplete: rows.filter(({ evaluations }) => evaluations < asked.wanted).map(({ id }) => id) }
}

/** What a set of a round's applications covers together, against all that its call is about. */
export function coverageOf({ input, names }: Pick<ShownRanking, 'input' | 'names'>, candidateIds: readonly string[]) {
  const regions = [...new Set(input.applications.flatMap(({ region }) => (region === null ? [] : [region])))].sort()
  const slugs = (of: readonly { slug: string }[]) => of.map(({ slug }) => slug)
  return selectionCoverage(candidateIds, input.applications, { ruptures: slugs(names.ruptures), stages: slugs(names.stages), challenges: slugs(names.challenges), regions })
}
