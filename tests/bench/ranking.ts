import { freezeRanking, rankingResult } from '#lib/domain/frozen-ranking.ts'
import { officialRows, placesOf } from '#lib/domain/official-ranking.ts'
import { rankIntervals } from '#lib/domain/rank-interval.ts'
import { rankPosterior } from '#lib/domain/rank-posterior.ts'
import { type RankingInput, rankingInput } from '#lib/domain/ranking.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { measureRankedList } from '#tests/bench/ranked-list.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'
import { simulatedRound } from '#tests/factories/ranking.ts'

/** A national call ranked with all that is said of a ranking, in one thread; and Impact's size beside it. */
const tieRule = ['criterion:criterion-0' as const, 'median' as const]
const spread = { quality: 0.5, severity: 0.3, view: 0.6, mark: 0.6 }
const { input: national } = simulatedRound({ applications: 10_000, scorers: 500, each: 3, ...spread, seed: 2 }, { places: 50, tieRule })
const { input: small } = simulatedRound({ applications: 50, scorers: 12, each: 3, ...spread, seed: 2 }, { tieRule })

const took = await interleaved(5, {
  ranking: () => timed(async () => ranked(national)),
  everything: () => timed(async () => rankingResult(rankingInput.parse(national))),
  frozen: () => timed(async () => freezeRanking(national)),
  small: () => timed(async () => rankingResult(rankingInput.parse(small))),
})
report('10,000 applications × 3 × 5 criteria: official ranking and rank intervals', `${(took.ranking / 1_000).toFixed(2)} s`, 'at most 2 s')
report('the same with severity, reliability, splits and every sensitivity scenario', `${(took.everything / 1_000).toFixed(2)} s`, 'at most 2 s')
report('the same frozen as canonical text', `${(took.frozen / 1_000).toFixed(2)} s`, 'told')
report('50 applications × 3 × 5 criteria, everything', `${took.small.toFixed(0)} ms`, 'told')

await measureRankedList()
process.exit(0)

function ranked(input: RankingInput): void {
  const table = scoreTable(rankingInput.parse(input))
  const places = placesOf(table, input.rules)
  officialRows(table, places)
  rankIntervals(table, rankPosterior(table, input.rules), places, input.rules)
}
