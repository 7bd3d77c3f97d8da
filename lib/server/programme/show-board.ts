import { asc } from 'drizzle-orm'
import { stage } from '#db/schema/rupture.ts'
import { type BoardRow, readProgrammeBoard } from '#db/read/programme-board.ts'
import { manager } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { flags } from '#lib/domain/flag.ts'
import { lastVerified, measuredSeries } from '#lib/domain/measured-series.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

const chosen = z.string().catch('').default('')

/** All laureates of a call with their flags of today, as its manager may see them: nothing of those a link walls off. Three statements. */
export const showProgrammeBoard = query({
  name: 'programme.board',
  input: askedSlug.extend({ rupture: chosen, stage: chosen, partner: chosen }),
  may: manager,
  read: async ({ tx, now }, { slug, ...filter }) => {
    const { id, title, demonstration } = await loadCall(tx, slug)
    const [all, titles] = await Promise.all([readProgrammeBoard(tx, id), tx.select({ slug: stage.slug, title: stage.title }).from(stage).orderBy(asc(stage.position))])
    const today = parisDate(now)
    const metrics = all.flatMap((each) => each.metrics)
    const byKey = (pairs: (readonly [string, BoardRow['metrics'][number]['ruptureTitle']])[]) => [...new Map(pairs)]
    return {
      today, filter, call: { slug, title, demonstration },
      ruptures: byKey(metrics.map(({ rupture, ruptureTitle }) => [rupture, ruptureTitle])),
      stages: titles.filter((each) => metrics.some((metric) => metric.stage === each.slug)).map((each) => [each.slug, each.title] as const),
      partners: [...new Map(all.flatMap(({ partners }) => partners.map((each) => [each.id, each.name] as const)))],
      laureates: all.filter((each) => passes(each, filter)).map((each) => flagged(each, today)),
    }
  },
})
export type ProgrammeBoard = Awaited<ReturnType<typeof showProgrammeBoard>>

/** One metric must meet both rupture and stage. */
function passes({ metrics, partners }: BoardRow, { rupture, stage, partner }: { rupture: string; stage: string; partner: string }): boolean {
  const about = (rupture === '' && stage === '') || metrics.some((each) => (rupture === '' || each.rupture === rupture) && (stage === '' || each.stage === stage))
  return about && (partner === '' || partners.some(({ id }) => id === partner))
}

function flagged(row: BoardRow, today: string) {
  const metrics = row.metrics.map((each) => {
    const points = measuredSeries({ ...each, lowest: null, highest: null }, each.measurements)
    const last = lastVerified(points)
    return { ...each, points, latest: last && { on: last.on, value: last.value, interval: last.bounds } }
  })
  const raised = flags({ programme: row, lastContactOn: row.lastContactOn, milestones: row.milestones, metrics: metrics.filter(({ locked }) => locked), commitments: row.commitments, checkIns: row.checkIns }, today)
  return { ...row, metrics, flags: raised }
}
