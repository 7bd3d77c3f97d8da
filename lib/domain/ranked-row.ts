/** A ranking as it is read on screen: one row per application, everything said of it beside. */
import { type Disagreement, disagreements } from '#lib/domain/disagreement.ts'
import type { RankingResult } from '#lib/domain/frozen-ranking.ts'
import type { OfficialRow } from '#lib/domain/official-ranking.ts'
import type { RankInterval } from '#lib/domain/rank-interval.ts'
import type { RankingInput } from '#lib/domain/ranking.ts'
import { scoreTable } from '#lib/domain/score-table.ts'

export type RankedRow = Omit<OfficialRow, 'applicationId'> & {
  id: string
  /** Null without a score, or when there is too little to say. */
  interval: Omit<RankInterval, 'applicationId'> | null
  disagreement: Omit<Disagreement, 'applicationId'>
  /** On the shortlist. */
  inside: boolean
}

/** In the order of the official ranking. */
export function rankedRows(input: RankingInput, { official, shortlist, estimates }: Pick<RankingResult, 'official' | 'shortlist' | 'estimates'>): RankedRow[] {
  const intervals = new Map(estimates.shown ? estimates.intervals.map(({ applicationId, ...interval }) => [applicationId, interval]) : [])
  const apart = new Map(disagreements(scoreTable(input)).map(({ applicationId, ...disagreement }) => [applicationId, disagreement]))
  const inside = new Set(shortlist.applicationIds)
  return official.map(({ applicationId, ...row }) => ({
    ...row, id: applicationId, interval: intervals.get(applicationId) ?? null, disagreement: apart.get(applicationId) as RankedRow['disagreement'], inside: inside.has(applicationId),
  }))
}

/** Official rank first; on demand the largest spread, the best estimated rank, or the surest of a place. */
export const rankingSorts = ['rank', 'spread', 'expected', 'probability'] as const
export type RankingSort = (typeof rankingSorts)[number]

/** The rows in another order; equals keep the official one, what has no value comes last. */
export function sortedRows(rows: readonly RankedRow[], sort: RankingSort): RankedRow[] {
  const value: Record<RankingSort, (row: RankedRow) => number> = {
    rank: () => 0,
    spread: ({ evaluations, disagreement }) => (evaluations < 2 ? 1 : -disagreement.spread),
    expected: ({ interval }) => interval?.expectedRank ?? Number.MAX_SAFE_INTEGER,
    probability: ({ interval }) => (interval === null ? 1 : -interval.aboveCut),
  }
  return rows.toSorted((a, b) => value[sort](a) - value[sort](b))
}

/** What an address asks to see of a ranking; anything unknown is passed over. */
export type RankingView = { sort: RankingSort; page: number; criteria: boolean; chosen: string[]; replay: string | null }

export const rankingPage = 100

type Search = Readonly<Record<string, string | string[] | undefined>>

export function rankingView({ sort, page, criteria, chosen, replay }: Search): RankingView {
  const at = Number(page)
  return {
    sort: rankingSorts.find((each) => each === sort) ?? 'rank',
    page: Number.isInteger(at) && at > 0 && at <= 1_000 ? at : 1,
    criteria: criteria === 'yes',
    chosen: [...new Set([chosen ?? []].flat())].filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, 500),
    replay: typeof replay === 'string' && /^[0-9a-f-]{36}$/.test(replay) ? replay : null,
  }
}

/** The query string of a view, '' for the usual one. */
export function rankingQuery({ sort, page, criteria, chosen }: Omit<RankingView, 'replay'>): string {
  const search = new URLSearchParams([...(sort === 'rank' ? [] : [['sort', sort]]), ...(page === 1 ? [] : [['page', String(page)]]), ...(criteria ? [['criteria', 'yes']] : []), ...chosen.map((id) => ['chosen', id])])
  return search.size === 0 ? '' : `?${search}`
}
