import { asc } from 'drizzle-orm'
import { stage } from '#db/schema/rupture.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { houseOf, noteOpening } from '#lib/server/application/open-application.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { readReports } from '#lib/server/programme/report/read-reports.ts'
import { askedBoard, passes } from '#lib/server/programme/show-board.ts'

/**
 * All laureates of a call, or those its board was narrowed to, to print for a steering committee: nothing of those a link walls
 * off. Each laureate reads that its programme was opened, once a day.
 */
export const showPortfolio = command({
  name: 'programme.portfolio',
  input: askedBoard,
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { slug, ...filter }) => {
    const { id, title, demonstration } = subject
    const today = parisDate(now)
    const laureates = await readReports(tx, id, today, { passes: (row) => passes(row, filter) })
    const house = await houseOf(tx, actor as Person)
    for (const laureate of laureates) await noteOpening(tx, actor as Person, laureate.id, 'programme', now, house)
    const stages = await tx.select({ slug: stage.slug, title: stage.title }).from(stage).orderBy(asc(stage.position))
    note({ subject: id, detail: { programmes: laureates.map((each) => each.id) } })
    return { now, today, call: { slug, title, demonstration }, narrowed: Object.values(filter).some((value) => value !== ''), stages, laureates }
  },
})
export type Portfolio = Awaited<ReturnType<typeof showPortfolio>>
