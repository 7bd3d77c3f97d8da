import { endpoint } from '#lib/server/endpoint.ts'
import { rankingJson } from '#lib/server/ranking/export-ranking.ts'
import { showRanking } from '#lib/server/ranking/show-ranking.ts'

/** A round ranked, with all that is said of the ranking. */
export const GET = endpoint({ verb: showRanking, input: ({ params }) => ({ roundId: params.id }), answer: (ranking) => Response.json(rankingJson(ranking)) })
