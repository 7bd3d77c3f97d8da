import { parentPort } from 'node:worker_threads'
import { rankingInputOf } from '#db/read/ranking.ts'
import { freezeRanking, type RankingResult, replayRanking, rankingResult, type Replay } from '#lib/domain/frozen-ranking.ts'
import { type RankedRow, rankedRows } from '#lib/domain/ranked-row.ts'
import { type RankingInput, rankingInput } from '#lib/domain/ranking.ts'
import type { Answer } from '#lib/server/thread.ts'

/** What the thread is asked: the facts of a round, to rank or to freeze; or a frozen text, to compute again. */
export type RankingJob = { make: 'ranking' | 'frozen' | 'replay'; text: string }
export type ComputedRanking = { input: RankingInput; result: RankingResult; rows: RankedRow[] }
export type RankingMade = { ranking: ComputedRanking } | { frozen: string } | { replay: Replay }

parentPort?.on('message', (job: RankingJob) => {
  parentPort?.postMessage(answerTo(job), [])
})

function answerTo({ make, text }: RankingJob): Answer<RankingMade> {
  try {
    if (make === 'replay') return { ok: true, made: { replay: replayRanking(text) } }
    const input = rankingInput.parse(rankingInputOf({ text, sha256: '' }))
    if (make === 'frozen') return { ok: true, made: { frozen: freezeRanking(input).text } }
    const result = rankingResult(input)
    return { ok: true, made: { ranking: { input, result, rows: rankedRows(input, result) } } }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
