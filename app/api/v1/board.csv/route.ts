import { endpoint } from '#lib/server/endpoint.ts'
import { boardAsked, boardCsv, boardFile } from '#lib/server/programme/board-file.ts'
import { exportBoard } from '#lib/server/programme/export-board.ts'

/** The laureates of a view of the managers' board, as CSV. */
export const GET = endpoint({ verb: exportBoard, input: boardAsked, answer: (exported) => boardFile(exported, 'csv', boardCsv(exported)) })
