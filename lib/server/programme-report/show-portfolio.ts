import { manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { noteOpenings } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { exportBoard } from '#lib/server/programme/export-board.ts'
import { withReports } from '#lib/server/programme-report/read-reports.ts'
import { readBoard } from '#lib/server/programme/show-board.ts'

/**
 * The laureates of a view of the board, as reports say them: nothing of those a link walls off, and nothing that is still somebody's own
 * paper. That they were taken away is in the journal, and in each programme for its laureate to see.
 */
export const showPortfolio = command({
  name: 'programme.portfolio',
  input: exportBoard.input,
  subject: async () => null,
  may: manager,
  run: async ({ tx, actor, now, note }, { language, ...view }) => {
    const board = await readBoard(tx, view, parisDate(now))
    const laureates = await withReports(tx, board.laureates)
    await noteOpenings(tx, actor as Person, laureates.map(({ id }) => id), 'programme-export', now)
    note({ detail: { view, laureates: laureates.length } })
    return { now, board, laureates, locale: language ?? (actor as Person).locale }
  },
})
export type Portfolio = Awaited<ReturnType<typeof showPortfolio>>
