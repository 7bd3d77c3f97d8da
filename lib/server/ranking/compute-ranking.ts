import { join } from 'node:path'
import type { RankingFacts } from '#db/read/ranking.ts'
import type { Replay } from '#lib/domain/frozen-ranking.ts'
import type { ComputedRanking, RankingJob, RankingMade } from '#lib/server/ranking/ranker.ts'
import { ownThread } from '#lib/server/thread.ts'

/** Node runs this file as it is, from the folder the portal is started in: it is never bundled with the pages. */
const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/ranking/ranker.ts')
const inThread = ownThread<RankingJob, RankingMade>(entry, 'A ranking', { patience: 30_000, limit: 60_000, idle: 300_000 })

/** Rankings kept in this process, and the evaluations they may hold together: some 40 MB. */
const most = { rankings: 16, evaluations: 60_000 }
const kept = new Map<string, Promise<ComputedRanking>>()
const sizes = new Map<string, number>()

/**
 * The ranking of these facts, computed in a thread of its own and kept by their SHA-256: sorting and turning pages compute
 * nothing, and another fact is another ranking. Refusal `busy` when its turn does not come in time.
 */
export function computeRanking({ text, sha256 }: RankingFacts): Promise<ComputedRanking> {
  const known = kept.get(sha256)
  const ranking = known ?? inThread({ make: 'ranking', text }).then((made) => (made as { ranking: ComputedRanking }).ranking)
  // The most recently asked for stays longest; what failed is asked again.
  kept.delete(sha256)
  kept.set(sha256, ranking)
  if (!known) {
    ranking.then(({ input }) => keep(sha256, input.evaluations.length), () => kept.delete(sha256))
  }
  return ranking
}

function keep(sha256: string, evaluations: number): void {
  sizes.set(sha256, evaluations)
  let [rankings, held] = [0, 0]
  for (const key of [...kept.keys()].reverse()) {
    rankings += 1
    held += sizes.get(key) ?? 0
    if (rankings === 1 || (rankings <= most.rankings && held <= most.evaluations)) continue
    kept.delete(key)
    sizes.delete(key)
  }
}

/** The text to keep of a ranking used for a decision. */
export async function freezeFacts({ text }: RankingFacts): Promise<string> {
  return ((await inThread({ make: 'frozen', text })) as { frozen: string }).frozen
}

/** Computes a frozen ranking again: the same bytes, or not. */
export async function replayText(text: string): Promise<Replay> {
  return ((await inThread({ make: 'replay', text })) as { replay: Replay }).replay
}
