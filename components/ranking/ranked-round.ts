import type { RankingResult } from '#lib/domain/frozen-ranking.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { RankedRow } from '#lib/domain/ranked-row.ts'
import type { RankingInput } from '#lib/domain/ranking.ts'
import type { RoundKind, RoundPhase } from '#lib/domain/round.ts'

type Slugged = { slug: string; title: Localized }

/** A ranked round as its page shows it; the shape of `rankedOf`. */
export type RankedRound = {
  head: { id: string; kind: RoundKind; name: Localized; phase: RoundPhase; call: { slug: string; title: Localized; demonstration: boolean } }
  wanted: number
  applications: readonly { id: string; number: string; solution: string | null; organisation: string }[]
  criteria: readonly { slug: string; name: Localized; weight: number }[]
  names: { scorers: readonly { id: string; name: string; organisationId: string }[]; organisations: readonly { id: string; name: string }[]; ruptures: readonly Slugged[]; stages: readonly Slugged[]; challenges: readonly Slugged[] }
  factsSha256: string
  input: RankingInput
  result: RankingResult
  rows: readonly RankedRow[]
  incomplete: readonly string[]
}

export type NamedApplication = RankedRound['applications'][number]
