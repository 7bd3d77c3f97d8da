import { endpoint } from '#lib/server/endpoint.ts'
import { boardAsked, boardFile, boardSpreadsheet } from '#lib/server/programme/board-file.ts'
import { exportBoard } from '#lib/server/programme/export-board.ts'

/** The same as a spreadsheet. */
export const GET = endpoint({ verb: exportBoard, input: boardAsked, answer: async (exported) => boardFile(exported, 'xlsx', await boardSpreadsheet(exported)) })
