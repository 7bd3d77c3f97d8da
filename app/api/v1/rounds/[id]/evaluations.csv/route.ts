import { endpoint } from '#lib/server/endpoint.ts'
import { evaluationsCsv, exportEvaluations } from '#lib/server/evaluation/export-evaluations.ts'
import { rankingFile } from '#lib/server/ranking/export-ranking.ts'

/** The evaluations of a round that count, a row each, as CSV. */
export const GET = endpoint({
  verb: exportEvaluations,
  input: ({ params, search }) => ({ roundId: params.id, language: search.language }),
  answer: (exported) => rankingFile(exported.head, 'evaluations', 'csv', evaluationsCsv(exported)),
})
