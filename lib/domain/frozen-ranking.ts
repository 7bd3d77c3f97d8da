/**
 * A ranking used for a decision, kept with what it was made from: one canonical text, which is computed again at any
 * time and must come out the same to the byte. Its digest is taken over its UTF-8 form.
 */
import { z } from 'zod'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { type KindSplit, kindSplits } from '#lib/domain/disagreement.ts'
import { type OfficialRow, officialRows, placesOf, type Shortlist, shortlist } from '#lib/domain/official-ranking.ts'
import { type RankInterval, rankIntervals } from '#lib/domain/rank-interval.ts'
import { rankPosterior, type TooFew, tooFew } from '#lib/domain/rank-posterior.ts'
import { inOrder, type RankingInput, rankingInput } from '#lib/domain/ranking.ts'
import { type Reliability, reliabilities } from '#lib/domain/reliability.ts'
import { scoreTable } from '#lib/domain/score-table.ts'
import { type Sensitivity, sensitivities } from '#lib/domain/sensitivity.ts'
import { severities, type Severity, shortlistWithoutSeverity } from '#lib/domain/severity.ts'
import type { ShortlistChange } from '#lib/domain/shortlist-change.ts'

/** Changes with anything that could change a byte of a result. */
export const rankingAlgorithm = 'ranking-1'

export type Estimates =
  | { shown: false; reason: TooFew }
  | {
      shown: true
      /** In the order of the official ranking, scored applications only. */
      intervals: RankInterval[]
      /** Applications that the cut cannot tell apart, in the same order. */
      atCut: string[]
      severities: Severity[]
      /** What the shortlist would be without severity: shown, never applied. */
      withoutSeverity: ShortlistChange
    }

/** Marks per level and application (`disagreements`) are left out: they are the input, counted. */
export type RankingResult = {
  official: OfficialRow[]
  shortlist: Shortlist
  estimates: Estimates
  reliabilities: Reliability[]
  kindSplits: KindSplit[]
  sensitivities: Sensitivity[]
}

/** Everything that can be said of a ranking; the same for the same input in whatever order. The input is taken as parsed. */
export function rankingResult(input: RankingInput): RankingResult {
  const { rules } = input
  const table = scoreTable(input)
  const places = placesOf(table, rules)
  const reason = tooFew(table)
  return {
    official: officialRows(table, places),
    shortlist: shortlist(table, places, rules.places),
    estimates: reason === null ? estimates() : { shown: false, reason },
    reliabilities: reliabilities(table, rules),
    kindSplits: kindSplits(table),
    sensitivities: sensitivities(table, places, rules),
  }

  function estimates(): Estimates {
    const posterior = rankPosterior(table, rules)
    const intervals = rankIntervals(table, posterior, places, rules)
    return {
      shown: true,
      intervals,
      atCut: intervals.filter(({ atCut }) => atCut).map(({ applicationId }) => applicationId),
      severities: severities(table, posterior, rules),
      withoutSeverity: shortlistWithoutSeverity(table, posterior, places, rules),
    }
  }
}

/** The text to keep, to hash and to replay: {algorithm, input, result} as canonical JSON. */
export function freezeRanking(input: RankingInput): { text: string; result: RankingResult } {
  const result = rankingResult(input)
  return { text: canonicalJson({ algorithm: rankingAlgorithm, input: inOrder(input), result }), result }
}

const frozen = z.object({ algorithm: z.string(), input: rankingInput, result: z.unknown() })

/** `unreadable`: not such a text · `other-algorithm`: made by another version, which is the one to ask. */
export type Replay = { outcome: 'same' | 'different' | 'other-algorithm' | 'unreadable' }

/** Computes a frozen ranking again from its own input and compares the whole text. */
export function replayRanking(text: string): Replay {
  const found = frozen.safeParse(parsed(text))
  if (!found.success) return { outcome: 'unreadable' }
  if (found.data.algorithm !== rankingAlgorithm) return { outcome: 'other-algorithm' }
  return { outcome: freezeRanking(found.data.input).text === text ? 'same' : 'different' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
