import { endpoint } from '#lib/server/endpoint.ts'
import { openRanking } from '#lib/server/ranking/freeze-ranking.ts'

/** The exact text of a frozen ranking: its SHA-256 is the ETag. */
export const GET = endpoint({
  verb: openRanking,
  input: ({ params }) => ({ roundId: params.id, rankingId: params.rankingId }),
  answer: ({ id, text, sha256 }) => new Response(text, { headers: { 'Content-Type': 'application/json', 'Content-Disposition': `attachment; filename="ranking-${id}.json"`, ETag: `"${sha256}"` } }),
})
