import { manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { noteOpenings } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { askedBoard, readBoard } from '#lib/server/programme/show-board.ts'
import { z } from 'zod'

/** The laureates of a view to be taken away, as the board shows them. That they were is in the journal, and in each programme for its laureate to see. */
export const exportBoard = command({
  name: 'programme.export-board',
  input: askedBoard.extend({ language: z.enum(['fr', 'en']).nullish().catch(null) }),
  subject: async () => null,
  may: manager,
  run: async ({ tx, actor, now, note }, { language, ...view }) => {
    const board = await readBoard(tx, view, parisDate(now))
    await noteOpenings(tx, actor as Person, board.laureates.map(({ id }) => id), 'programme-export', now)
    note({ detail: { view, laureates: board.laureates.length } })
    return { board, locale: language ?? (actor as Person).locale }
  },
})
export type ExportedBoard = Awaited<ReturnType<typeof exportBoard>>
