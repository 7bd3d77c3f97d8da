import { endpoint } from '#lib/server/endpoint.ts'
import { rankingCsv, rankingFile } from '#lib/server/ranking/export-ranking.ts'
import { exportRanking } from '#lib/server/ranking/take-ranking.ts'

/** The ranking whole as CSV, in the order of `sort`. */
export const GET = endpoint({
  verb: exportRanking,
  input: ({ params, search }) => ({ roundId: params.id, sort: search.sort, language: search.language }),
  answer: (exported) => rankingFile(exported.head, 'ranking', 'csv', rankingCsv(exported)),
})
